export interface SwitchProps {
  label: string;
  /** A second line in small type. */
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** An on/off switch with its label. */
export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      <input type="checkbox" role="switch" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}
