// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { collectTextBlocks } from '../../lib/page/blockCollector.ts';
import type { PageBlock } from '../../lib/page/pageEngine.ts';
import { selectedSentences } from '../../lib/page/selectedSentences.ts';

/** The sentences that a selection touches; it reaches from the first ‹ to the last ›, which the page does not have. */
function selected(html: string): string[] {
  document.body.innerHTML = html;
  const range = document.createRange();
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts) {
    const start = text.data.indexOf('‹');
    if (start >= 0) {
      text.data = text.data.replace('‹', '');
      range.setStart(text, start);
    }
    const end = text.data.indexOf('›');
    if (end >= 0) {
      text.data = text.data.replace('›', '');
      range.setEnd(text, end);
    }
  }
  const blocks = collectTextBlocks(document.body) as PageBlock[];
  return selectedSentences([range], (node) => blocks.find((block) => block.nodes.includes(node as Text))).map(({ text }) => text);
}

describe('selected sentences', () => {
  it.each([
    ['a word of one', '<p>One came. Two ‹went›. Three slept.</p>', ['Two went.']],
    ['parts of two', '<p>One ‹came. Two› went. Three slept.</p>', ['One came.', 'Two went.']],
    ['over inline elements', '<p>One <b>‹ca</b>me. <i>Two</i>› went.</p>', ['One came.', 'Two went.']],
    ['over blocks', '<p>One ‹came.</p><p>Two went.</p><p>Three› slept.</p>', ['One came.', 'Two went.', 'Three slept.']],
    ['the same one once', '<p>‹One came.</p><p>One came.›</p>', ['One came.']],
    ['with the spaces of the source', '<p>One\n  ‹came›.</p>', ['One came.']],
  ])('%s', (_, html, sentences) => expect(selected(html)).toEqual(sentences));
});
