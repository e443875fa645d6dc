import type { MessageKey } from '../lib/i18n.ts';
import type { Strictness } from '../lib/model/viewer.ts';

/** What each level is called, and what it does in a line. */
export const STRICTNESS_TEXTS: Record<Strictness, { name: MessageKey; hint: MessageKey }> = {
  light: { name: 'strictnessLight', hint: 'strictnessLightHint' },
  balanced: { name: 'strictnessBalanced', hint: 'strictnessBalancedHint' },
  strict: { name: 'strictnessStrict', hint: 'strictnessStrictHint' },
};
