import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n.ts';

/** Version, licence, and the way back to the welcome page. */
export function AboutSection() {
  return (
    <section class="panel" aria-label={t('about')}>
      <p>{t('extensionDescription')}</p>
      <dl class="terms">
        <dt>{t('version')}</dt>
        <dd>{browser.runtime.getManifest().version}</dd>
        <dt>{t('licence')}</dt>
        <dd>{t('licenceText')}</dd>
      </dl>
      <p>
        <a href="/welcome.html">{t('openWelcome')}</a>
      </p>
    </section>
  );
}
