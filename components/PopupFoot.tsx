import { Pause, Play, Settings } from 'lucide-preact';
import { t } from '../lib/i18n.ts';

export interface PopupFootProps {
  isPaused: boolean;
  /** Where Sofar is off there is nothing to pause. */
  canPause: boolean;
  onPause: (paused: boolean) => void;
  onSettings: () => void;
}

/** Pause or go on, and the way to the settings. One button for both, so that the keyboard stays where it is. */
export function PopupFoot({ isPaused, canPause, onPause, onSettings }: PopupFootProps) {
  return (
    <div class="foot">
      {canPause && (
        <button type="button" class={isPaused ? 'main' : 'plain'} onClick={() => onPause(!isPaused)}>
          {isPaused ? <Play size={16} /> : <Pause size={16} />} {isPaused ? t('goOn') : t('pauseHour')}
        </button>
      )}
      <button type="button" class="plain to-settings" onClick={onSettings}>
        <Settings size={16} /> {t('settings')}
      </button>
    </div>
  );
}
