import type { Correction } from '../../../lib/model/correction.ts';

/** At S1E8: one that tells nothing, one that tells something of what lies ahead, and one of which that is not known. */
export const corrections: Correction[] = [
  { kind: 'show', show: 'heartstopper', text: 'They meet in form.', revealedIn: 'S1E1', host: 'a.example', madeAt: Date.UTC(2026, 0, 5) },
  { kind: 'show', show: 'heartstopper', text: 'The secret of the third season.', revealedIn: 'S3E2', host: 'b.example', madeAt: Date.UTC(2026, 0, 6) },
  { kind: 'hide', show: 'heartstopper', text: 'Something that was missed.', host: 'c.example', madeAt: Date.UTC(2026, 0, 7) },
];
