import { formatKilobytes, formatNumber, t, tCount } from '../lib/i18n.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';

/** What Sofar knows of each show, how much that is, and where it comes from. */
export function PackList({ shows }: { shows: readonly ShowSummary[] }) {
  return (
    <ul class="packs">
      {shows.map((show) => (
        <li key={show.id}>
          <details>
            <summary>
              <span class="show-title">{show.title}</span>
              <span class="quiet">{[t('packVersion', show.version), tCount('factCount', show.factCount), formatKilobytes(show.bytes)].join(' · ')}</span>
            </summary>
            <dl>
              <dt>{t('packNames')}</dt>
              <dd>{formatNumber(show.entityCount)}</dd>
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
