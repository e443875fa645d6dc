import { t } from '../lib/i18n.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';

const BYTES_PER_KB = 1000;

/** What Sofar knows of each show, how much that is, and where it comes from. */
export function PackList({ shows }: { shows: readonly ShowSummary[] }) {
  const number = new Intl.NumberFormat();
  return (
    <ul class="packs">
      {shows.map((show) => (
        <li key={show.id}>
          <details>
            <summary>
              <span class="show-title">{show.title}</span>
              <span class="quiet">{t('packSummary', show.version, number.format(show.factCount), number.format(Math.round(show.bytes / BYTES_PER_KB)))}</span>
            </summary>
            <dl>
              <dt>{t('packNames')}</dt>
              <dd>{number.format(show.entityCount)}</dd>
              <dt>{t('licence')}</dt>
              <dd>{show.licence}</dd>
              <dt>{t('sources')}</dt>
              <dd>
                <ul>
                  {show.sources.map(({ title, url }) => (
                    <li key={title}>
                      {url ? (
                        <a href={url} target="_blank" rel="noreferrer noopener">
                          {title}
                        </a>
                      ) : (
                        title
                      )}
                    </li>
                  ))}
                </ul>
              </dd>
            </dl>
          </details>
        </li>
      ))}
    </ul>
  );
}
