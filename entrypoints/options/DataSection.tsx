import { Download, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { EraseDialog } from '../../components/EraseDialog.tsx';
import { PackList } from '../../components/PackList.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { RestoreForm } from './RestoreForm.tsx';
import { saveFile } from './saveFile.ts';
import type { SectionProps } from './sectionProps.ts';

/** What Sofar knows, the backup, and the end of it all. */
export function DataSection(props: SectionProps) {
  const { shows, act } = props;
  const [isAsking, setAsking] = useState(false);
  const backUp = () =>
    act(async () => {
      const backup = await sendMessage('getBackup');
      saveFile(`sofar-backup-${new Date(backup.madeAt).toISOString().slice(0, 10)}.json`, `${JSON.stringify(backup, null, 2)}\n`);
    }, t('backupSaved'));
  return (
    <>
      <section class="panel" aria-labelledby="backup">
        <h3 id="backup">{t('backup')}</h3>
        <p class="quiet">{t('backupHint')}</p>
        <div class="steps">
          <button type="button" class="main" onClick={backUp}>
            <Download size={16} /> {t('downloadBackup')}
          </button>
        </div>
        <RestoreForm {...props} />
      </section>
      <section class="panel" aria-labelledby="packs">
        <h3 id="packs">{t('packs')}</h3>
        <p class="quiet">{t('packsHint')}</p>
        <PackList shows={shows} />
      </section>
      <section class="panel" aria-labelledby="erase">
        <h3 id="erase">{t('erase')}</h3>
        <p class="quiet">{t('eraseHint')}</p>
        <div class="steps">
          <button type="button" class="danger" onClick={() => setAsking(true)}>
            <Trash2 size={16} /> {t('eraseEverything')}
          </button>
        </div>
      </section>
      {isAsking && <EraseDialog onBackup={backUp} onErase={() => act(() => sendMessage('eraseEverything'), t('erased'))} onClose={() => setAsking(false)} />}
    </>
  );
}
