/** Why something that was typed names no site. */
export type SiteProblem = 'empty' | 'notASite' | 'incomplete' | 'wildcard' | 'notTheWeb';

const MAX_HOST = 253;
/** `https:`, `about:`, `mailto:`; but not the port of `localhost:8080`. */
const SCHEME = /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i;
const FOUR_NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/;

/**
 * The site that somebody typed or pasted, as pages name their own: `location.host`, a port included where it is not the usual one.
 * Whole addresses are taken; what is behind the host is dropped.
 */
export function parseSite(typed: string): { host: string } | { problem: SiteProblem } {
  const text = typed.trim();
  if (!text) return { problem: 'empty' };
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'http' && scheme !== 'https') return { problem: 'notTheWeb' };
  if (text.includes('*')) return { problem: 'wildcard' };
  const named = scheme ? text : text.replace(/^\/\//, '');
  const bare = named.split(/[/?#]/, 1)[0] ?? '';
  if (!scheme && bare.includes('@')) return { problem: 'notASite' };
  // Port 80 is the usual one of http, and pages there do not name it.
  const address = scheme ? named : `${/:80$/.test(bare) ? 'http' : 'https'}://${named}`;
  if (!URL.canParse(address)) return { problem: 'notASite' };
  const url = new URL(address);
  const name = url.hostname.replace(/\.$/, '');
  if (!name || name.length > MAX_HOST) return { problem: 'notASite' };
  // `12` and `1.5` are addresses of machines to a browser; nobody means that.
  if (/^\d+(?:\.\d+){3}$/.test(name) && !scheme && !FOUR_NUMBERS.test(bare)) return { problem: 'notASite' };
  if (!scheme && !name.includes('.') && !name.startsWith('[') && name !== 'localhost') return { problem: 'incomplete' };
  return { host: url.port ? `${name}:${url.port}` : name };
}
