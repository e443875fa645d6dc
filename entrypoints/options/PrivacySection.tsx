import { browser } from 'wxt/browser';
import { type MessageKey, t } from '../../lib/i18n.ts';

/** Why Sofar asks for each permission of its manifest. One that is not here is listed by its bare name. */
const PERMISSIONS: Record<string, [MessageKey, MessageKey]> = {
  storage: ['permissionStorage', 'permissionStorageText'],
  contextMenus: ['permissionMenus', 'permissionMenusText'],
  menus: ['permissionMenus', 'permissionMenusText'],
};

/** What is stored where, and why Sofar asks for what it asks for. */
export function PrivacySection() {
  const { permissions = [] } = browser.runtime.getManifest();
  return (
    <>
      <p class="lead">{t('privacyLead')}</p>
      <section class="panel" aria-labelledby="what-is-read">
        <h3 id="what-is-read">{t('privacyRead')}</h3>
        <p>{t('privacyReadText')}</p>
      </section>
      <section class="panel" aria-labelledby="what-is-stored">
        <h3 id="what-is-stored">{t('privacyStored')}</h3>
        <dl class="terms">
          <dt>{t('privacyViewer')}</dt>
          <dd>{t('privacyViewerText')}</dd>
          <dt>{t('privacyPacks')}</dt>
          <dd>{t('privacyPacksText')}</dd>
          <dt>{t('privacySession')}</dt>
          <dd>{t('privacySessionText')}</dd>
        </dl>
        <p>{t('privacyWhoReads')}</p>
      </section>
      <section class="panel" aria-labelledby="permissions">
        <h3 id="permissions">{t('permissions')}</h3>
        <dl class="terms">
          <dt>{t('permissionSites')}</dt>
          <dd>{t('permissionSitesText')}</dd>
          {permissions.map((permission) => {
            const texts = PERMISSIONS[permission];
            return (
              <div key={permission} data-permission={permission}>
                <dt>{texts ? t(texts[0]) : permission}</dt>
                {texts && <dd>{t(texts[1])}</dd>}
              </div>
            );
          })}
        </dl>
      </section>
      <section class="panel" aria-labelledby="what-pages-notice">
        <h3 id="what-pages-notice">{t('privacyPages')}</h3>
        <p>{t('privacyPagesText')}</p>
      </section>
    </>
  );
}
