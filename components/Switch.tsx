export interface SwitchProps {
  label: string;
  /** A second line in small type. */
  hint?: string;
  /** The label is for screen readers alone: what stands beside the switch says it to the eye. */
  isLabelHidden?: boolean;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** An on/off switch with its label. */
export function Switch({ label, hint, isLabelHidden = false, checked, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span class={isLabelHidden ? 'visually-hidden' : ''}>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      <input type="checkbox" role="switch" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}
