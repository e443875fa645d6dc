export interface ProgressBarProps {
  watched: number;
  /** All episodes. */
  count: number;
  /** Without one, screen readers pass it by: the same stands beside it in words. */
  label?: string;
}

/** How much of a show is watched. */
export function ProgressBar({ watched, count, label }: ProgressBarProps) {
  const role = label
    ? ({ role: 'progressbar', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuenow': watched, 'aria-valuemax': count } as const)
    : ({ 'aria-hidden': 'true' } as const);
  return (
    <div class="bar" {...role}>
      <span style={{ inlineSize: `${(100 * watched) / Math.max(1, count)}%` }} />
    </div>
  );
}
