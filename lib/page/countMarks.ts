import type { PageStatus } from '../model/pageStatus.ts';
import type { Mark } from './marks.ts';

/** So many hidden sentences are told to the popup one by one. */
const MAX_REPORTED = 500;

/** Counts marks by show, also shows that have none; and where each hidden sentence belongs. */
export function countMarks(marks: Iterable<Mark>, showIds: readonly string[]): Pick<PageStatus, 'shows' | 'hidden'> {
  const shows = new Map(showIds.map((id) => [id, { names: 0, hidden: 0 }]));
  const hidden: PageStatus['hidden'] = [];
  for (const mark of marks) {
    const counts = shows.get(mark.show) ?? { names: 0, hidden: 0 };
    shows.set(mark.show, counts);
    if (mark.layer === 'named') counts.names++;
    else if (mark.layer === 'hidden') {
      counts.hidden++;
      if (hidden.length < MAX_REPORTED) hidden.push({ show: mark.show, revealedIn: mark.revealedIn });
    }
  }
  return { shows: [...shows].map(([id, counts]) => ({ id, ...counts })), hidden };
}
