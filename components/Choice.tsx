import { useId } from 'preact/hooks';

export interface ChoiceProps<T extends string | number> {
  legend: string;
  options: readonly { value: T; label: string }[];
  value: T;
  hint?: string;
  onChange: (value: T) => void;
}

/** A few options side by side, one of them chosen. */
export function Choice<T extends string | number>({ legend, options, value, hint, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="segments">
        {options.map((option) => (
          <label key={option.value} class={option.value === value ? 'chosen' : ''}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
      {hint && <p class="quiet">{hint}</p>}
    </fieldset>
  );
}
