import { t } from '../lib/i18n.ts';
import { STRICTNESS_LEVELS, type Strictness } from '../lib/model/viewer.ts';
import { Choice } from './Choice.tsx';
import { STRICTNESS_TEXTS } from './strictnessTexts.ts';

export interface StrictnessPickerProps {
  value: Strictness;
  onChange: (strictness: Strictness) => void;
}

/** Three levels side by side, with a line that says what the chosen one does. */
export function StrictnessPicker({ value, onChange }: StrictnessPickerProps) {
  const options = STRICTNESS_LEVELS.map((level) => ({ value: level, label: t(STRICTNESS_TEXTS[level].name) }));
  return <Choice legend={t('strictness')} options={options} value={value} hint={t(STRICTNESS_TEXTS[value].hint)} onChange={onChange} />;
}
