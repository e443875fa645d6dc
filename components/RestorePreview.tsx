import { formatDateAndTime, formatNumber, type MessageKey, t } from '../lib/i18n.ts';
import { type EpisodeCode, NOT_STARTED } from '../lib/model/episodes.ts';
import type { Viewer } from '../lib/model/viewer.ts';
import { isNothing, type ViewerChanges } from '../lib/model/viewerChanges.ts';

const SETTINGS: Partial<Record<keyof Viewer, MessageKey>> = {
  enabled: 'sofarIsOn',
  pausedUntil: 'pause',
  strictness: 'strictness',
  look: 'hiddenLook',
  cards: 'cards',
  quietForReaders: 'quietForReaders',
  hideTabTitle: 'hideTabTitle',
};

export interface RestorePreviewProps {
  changes: ViewerChanges;
  /** Milliseconds of the epoch. */
  madeAt: number;
  titleOf: (show: string) => string;
  onRestore: () => void;
  onCancel: () => void;
}

const progressName = (code: EpisodeCode) => (code === NOT_STARTED ? t('notStarted') : code);

/** What a backup would change, before it does. */
export function RestorePreview({ changes, madeAt, titleOf, onRestore, onCancel }: RestorePreviewProps) {
  const { shows, showSettings, settings, sites, corrections } = changes;
  const lines = [
    ...shows.map(({ id, from, to }) =>
      !to
        ? t('changeRemoved', titleOf(id))
        : !from
          ? t('changeAdded', titleOf(id), progressName(to))
          : t('changeProgress', titleOf(id), progressName(from), progressName(to)),
    ),
    ...showSettings.map((id) => t('changeShowSettings', titleOf(id))),
    ...settings.map((key) => t('changeSetting', SETTINGS[key] ? t(SETTINGS[key]) : key)),
    ...(sites ? [t('changeSites', ...sites.map(formatNumber))] : []),
    ...(corrections ? [t('changeCorrections', ...corrections.map(formatNumber))] : []),
  ];
  return (
    <section class="restore" aria-labelledby="restore-heading">
      <h4 id="restore-heading" tabIndex={-1}>
        {t('restoreHeading', formatDateAndTime(madeAt))}
      </h4>
      {isNothing(changes) ? (
        <p>{t('changeNothing')}</p>
      ) : (
        <>
          <p>{t('restoreWillChange')}</p>
          <ul class="changes">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <div class="steps">
        {!isNothing(changes) && (
          <button type="button" class="main" onClick={onRestore}>
            {t('restoreNow')}
          </button>
        )}
        <button type="button" class="second" onClick={onCancel}>
          {isNothing(changes) ? t('close') : t('cancel')}
        </button>
      </div>
    </section>
  );
}
