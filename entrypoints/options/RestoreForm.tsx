import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { RestorePreview } from '../../components/RestorePreview.tsx';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { type Backup, BackupError, type BackupProblem, MAX_BACKUP_LENGTH, readBackup } from '../../lib/model/backup.ts';
import { changesBetween, fitToShows } from '../../lib/model/viewerChanges.ts';
import type { SectionProps } from './sectionProps.ts';

const PROBLEMS: Record<BackupProblem, MessageKey> = {
  notJson: 'backupNotJson',
  notABackup: 'backupNotABackup',
  tooNew: 'backupTooNew',
  tooLong: 'backupTooLong',
  damaged: 'backupDamaged',
};
/** So many lines of what is wrong are listed. */
const LISTED = 5;
/** A UTF-16 unit is three bytes of UTF-8 at the most. A larger file is not even read. */
const MAX_BYTES = 3 * MAX_BACKUP_LENGTH;

/** A file is chosen, checked, and compared with what is stored; only then it may take its place. */
export function RestoreForm({ viewer, shows, titleOf, act }: SectionProps) {
  const id = useId();
  const [backup, setBackup] = useState<Backup>();
  const [problem, setProblem] = useState<{ kind: BackupProblem; details: string[] }>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (backup) box.current?.querySelector<HTMLElement>('#restore-heading')?.focus();
  }, [backup]);
  const open = async (file: File) => {
    setBackup(undefined);
    setProblem(undefined);
    try {
      if (file.size > MAX_BYTES) throw new BackupError('tooLong');
      setBackup(readBackup(await file.text()));
    } catch (error) {
      setProblem(error instanceof BackupError ? { kind: error.problem, details: error.details } : { kind: 'notJson', details: [String(error)] });
    }
  };
  const restore = (chosen: Backup) =>
    act(
      async () => {
        await sendMessage('restoreBackup', chosen);
        setBackup(undefined);
      },
      t('restored'),
      () => sendMessage('restoreBackup', { ...chosen, viewer }),
    );
  return (
    <div class="restore-form" ref={box}>
      <label for={id}>{t('restoreFromFile')}</label>
      <input
        id={id}
        class="file-field"
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void open(file);
          // The same file may be chosen again, after it was mended.
          event.currentTarget.value = '';
        }}
      />
      <div role="alert">
        {problem && (
          <div class="problem">
            <p>{t(PROBLEMS[problem.kind])}</p>
            {problem.details.length > 0 && (
              <ul>
                {problem.details.slice(0, LISTED).map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
                {problem.details.length > LISTED && <li>…</li>}
              </ul>
            )}
          </div>
        )}
      </div>
      {backup && (
        <RestorePreview
          changes={changesBetween(viewer, fitToShows(backup.viewer, shows))}
          madeAt={backup.madeAt}
          titleOf={titleOf}
          onRestore={() => restore(backup)}
          onCancel={() => setBackup(undefined)}
        />
      )}
    </div>
  );
}
