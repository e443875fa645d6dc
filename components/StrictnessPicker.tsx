import { t } from '../lib/i18n.ts';
import { STRICTNESS_LEVELS, type Strictness } from '../lib/model/viewer.ts';

const TEXTS = {
  light: ['strictnessLight', 'strictnessLightHint'],
  balanced: ['strictnessBalanced', 'strictnessBalancedHint'],
  strict: ['strictnessStrict', 'strictnessStrictHint'],
} as const;

export interface StrictnessPickerProps {
  value: Strictness;
  onChange: (strictness: Strictness) => void;
}

/** Three levels side by side, with a line that says what the chosen one does. */
export function StrictnessPicker({ value, onChange }: StrictnessPickerProps) {
  return (
    <fieldset class="strictness">
      <legend>{t('strictness')}</legend>
      <div class="segments">
        {STRICTNESS_LEVELS.map((level) => (
          <label key={level} class={level === value ? 'chosen' : ''}>
            <input type="radio" name="strictness" value={level} checked={level === value} onChange={() => onChange(level)} />
            {t(TEXTS[level][0])}
          </label>
        ))}
      </div>
      <p class="quiet">{t(TEXTS[value][1])}</p>
    </fieldset>
  );
}
