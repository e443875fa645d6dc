import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../lib/page/highlights.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const [forAllPages = '', ...conditional] = css.split(/^@/m);

describe('the sheet that is on every page', () => {
  it('has rules for the root alone: rules for every element cost each of them', () => {
    const selectors = forAllPages.split('}').flatMap((rule) => rule.split('{')[0]?.trim().split(/,\s*/) ?? []);
    expect(selectors.filter((selector) => selector !== '').length).toBeGreaterThan(5);
    expect(selectors.filter((selector) => selector !== '' && !/^:root::highlight\(hl-[a-e]\)$/.test(selector))).toEqual([]);
  });

  it('has others where they are needed: in Firefox, and in high contrast modes', () => {
    expect(conditional.map((block) => block.slice(0, block.indexOf('{')).trim())).toEqual([
      'supports not (-webkit-locale: auto)',
      'media (forced-colors: active)',
    ]);
  });
});
