import { SiteList } from '../../components/SiteList.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import type { SectionProps } from './sectionProps.ts';

/** Where Sofar is off, and the only places where it is on. */
export function SitesSection({ viewer, act }: SectionProps) {
  const put = (key: 'sitesOff' | 'sitesOnly', sites: string[]) => () => sendMessage('changeViewer', { [key]: sites });
  const add = (key: 'sitesOff' | 'sitesOnly') => (host: string) => act(put(key, [...viewer[key], host]), t('siteAdded', host), put(key, viewer[key]));
  const remove = (key: 'sitesOff' | 'sitesOnly') => (host: string) =>
    act(
      put(
        key,
        viewer[key].filter((known) => known !== host),
      ),
      t('siteRemoved', host),
      put(key, viewer[key]),
    );
  return (
    <>
      <p class="lead">{t('sitesLead')}</p>
      <SiteList
        heading={t('sitesOff')}
        hint={t('sitesOffHint')}
        empty={t('sitesOffEmpty')}
        sites={viewer.sitesOff}
        onAdd={add('sitesOff')}
        onRemove={remove('sitesOff')}
      />
      <SiteList
        heading={t('sitesOnly')}
        hint={t('sitesOnlyHint')}
        empty={t('sitesOnlyEmpty')}
        sites={viewer.sitesOnly}
        onAdd={add('sitesOnly')}
        onRemove={remove('sitesOnly')}
      />
    </>
  );
}
