// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { endingsOf, endingThatGrew } from '../../lib/page/endings.ts';
import { countIn } from '../../lib/page/nodes.ts';

const { body } = document;
const at = (id: string) => document.getElementById(id) as Element;
/** What the parser does next, and the text that it is found to have gone on behind. */
function textBehind(parse: () => void): string | null | undefined {
  const endings = endingsOf(body);
  const count = countIn(body);
  parse();
  return endingThatGrew(endings, body, countIn(body) - count)?.node.textContent;
}

beforeEach(() => {
  body.innerHTML = '<header>head</header><main id="main"><p>one</p><p>two</p></main>';
});

describe('where the parser goes on', () => {
  it('is behind all that is there', () => {
    expect(textBehind(() => at('main').insertAdjacentHTML('beforeend', '<p>three</p>'))).toBe('two');
    expect(textBehind(() => body.insertAdjacentHTML('beforeend', '<footer>foot</footer>'))).toBe('three');
  });

  it('is before what scripts have put at the end', () => {
    body.insertAdjacentHTML('beforeend', '<div><b>Cookies?</b></div><iframe></iframe>');
    expect(textBehind(() => at('main').insertAdjacentHTML('beforeend', '<p>three</p>'))).toBe('two');
    expect(textBehind(() => undefined)).toBe('');
  });

  it('is not known where something came elsewhere, or went', () => {
    body.insertAdjacentHTML('beforeend', '<div>Cookies?</div>');
    expect(textBehind(() => body.insertAdjacentHTML('afterbegin', '<p>zero</p>'))).toBeUndefined();
    expect(textBehind(() => body.firstElementChild?.remove())).toBeUndefined();
  });

  it('is not looked for before what is large', () => {
    at('main').innerHTML = '<p>line</p>'.repeat(300);
    expect(endingsOf(body)).toHaveLength(1);
  });

  it('is the likeliest place where nothing was counted', () => {
    const endings = endingsOf(body);
    expect(endingThatGrew(endings, body, undefined)?.node.textContent).toBe('two');
    at('main').remove();
    expect(endingThatGrew(endings, body, undefined)?.node.textContent).toBe('head');
  });
});
