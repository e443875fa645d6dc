import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { servePages } from '../../../scripts/browser/servePages.ts';
import { sampleExposure } from './exposureSampler.ts';

const DEMO = readFileSync(new URL('../../pages/demo.html', import.meta.url), 'utf8');

/** Phrases of the demo article within sentences that are hidden at S1E8. */
export const PHRASES = [
  'Tao and Elle kiss in the Louvre',
  'Imogen kisses Sahar',
  'a clinic for his eating disorder',
  'comes out to his father',
  'in a radio interview',
];
/** Never hidden. */
const HARMLESS = 'a quiet hit ever since';
/** The phrases are red, which nothing else is: a red pixel is text that can be read. What anybody may read is green. */
const LOUD = PHRASES.reduce((html, phrase) => html.replace(phrase, `<b style="color: #f00">${phrase}</b>`), DEMO).replace(
  HARMLESS,
  `<b style="color: #0f0">${HARMLESS}</b>`,
);

const SAMPLED = DEMO.replace('<head>', `<head><script>(${sampleExposure})(${JSON.stringify(PHRASES)})</script>`);
/** In pieces a page takes so many milliseconds. */
const PIECES = 16;
const OVER_MS = 2000;
const SLOW_START_MS = 800;

/** A script puts something behind where the parser goes on. */
const EARLY = SAMPLED.replace(
  '<main>',
  '<main><script>document.body.append(Object.assign(document.createElement("div"), { textContent: "Cookies?" }))</script>',
);

const MAIN = /<main>([\s\S]*)<\/main>/.exec(DEMO)?.[1] ?? '';
const GARDEN = '<h1>The garden in May</h1><p>Sow the beans along the south wall. Water in the evening, never at noon.</p>';
/** Goes from a page about the garden to the article and back by itself; the title comes before the text, or after it. */
const CLIENT = SAMPLED.replace(/<title>[^<]*/, '<title>The garden in May').replace(
  /<main>[\s\S]*<\/main>/,
  `<main>${GARDEN}</main><template>${MAIN}</template><script>
    const main = document.querySelector('main');
    let turn = 0;
    const go = () => {
      const isArticle = turn % 2 === 0;
      history.pushState(null, '', isArticle ? '/heartstopper' : '/garden');
      const title = () => { document.title = isArticle ? 'Heartstopper, three seasons in' : 'The garden in May'; };
      if (turn % 4 === 0) title(); else setTimeout(title, 60);
      main.innerHTML = isArticle ? document.querySelector('template').innerHTML : ${JSON.stringify(GARDEN)};
      if (++turn < 9) setTimeout(go, 250);
    };
    addEventListener('load', () => setTimeout(go, 300));
  </script>`,
);

/** So long that only what is around the screen is painted, and jumped about in, a jump a frame. */
const PARAGRAPHS = 2500;
const JUMPS = 60;
const LONG = LOUD.replace(
  /<main>[\s\S]*<\/main>/,
  `<main>${Array.from({ length: PARAGRAPHS }, (_, i) =>
    i % 3
      ? `<p>It has been <span style="color: #0f0">${HARMLESS}</span>.</p>`
      : `<p style="color: #f00">In season 3 Imogen kisses Sahar at the New Year's party, and Charlie goes to a clinic.</p>`,
  ).join('')}</main><script>
    let jumps = 0;
    const jump = () => {
      scrollTo(0, jumps % 2 ? scrollY + 3000 : (jumps * 0.37 % 1) * document.documentElement.scrollHeight);
      if (++jumps < ${JUMPS}) requestAnimationFrame(jump);
      else document.documentElement.dataset.done = '';
    };
    addEventListener('load', () => setTimeout(jump, 1500));
  </script>`,
);

/** So many paragraphs to a piece: there is more in it than is looked through before the next frame. */
const GROWING_PARAGRAPHS = 600;
const GROWING = Array.from({ length: PIECES }, (_, piece) =>
  Array.from({ length: GROWING_PARAGRAPHS }, (_, i) => `<p>Charlie <b>and</b> Nick, <i>part ${piece}</i>, <b>number</b> ${i}.</p>`).join(''),
);
/** Stands at the top of the page that grows. */
export const FIRST_READ = 'Charlie meets Nick in form';
const GROWING_HEAD = `<!doctype html><html lang="en"><title>Heartstopper</title><script>(${sampleExposure})([${JSON.stringify(FIRST_READ)}])</script><main><h1>Heartstopper</h1><p>${FIRST_READ}.</p>`;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** So many pieces of the same size, wherever that cuts. */
function cutAnywhere(html: string): Uint8Array[] {
  const bytes = Buffer.from(html);
  const size = Math.ceil(bytes.length / PIECES);
  return Array.from({ length: PIECES }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

/** Pieces that end where a paragraph has begun and nothing is in it yet. */
const cutInParagraphs = (html: string): string[] => html.split(/(?<=<p>)/);

async function sendInPieces(response: ServerResponse, pieces: readonly (Uint8Array | string)[]): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  for (const piece of pieces) {
    response.write(piece);
    await wait(OVER_MS / pieces.length);
  }
  response.end();
}

/** Serves the demo article with a sampler: `/whole`, in `/pieces`, cut in `/paragraphs`, these with an `/early` script, `/late`, in `/loud` colours, `/long` and so, and as a client-side `/client`; `/growing` is another page, very long, in pieces. */
export function serveExposurePages(): ReturnType<typeof servePages> {
  return servePages((path, _, response) => {
    if (path === '/whole') return SAMPLED;
    if (path === '/client') return CLIENT;
    if (path === '/other') return '<!doctype html><title>Elsewhere</title><p>Nothing here.</p>';
    if (path === '/pieces') return sendInPieces(response, cutAnywhere(SAMPLED));
    if (path === '/paragraphs') return sendInPieces(response, cutInParagraphs(SAMPLED));
    if (path === '/early') return sendInPieces(response, cutInParagraphs(EARLY));
    if (path === '/loud') return sendInPieces(response, cutAnywhere(LOUD));
    if (path === '/long') return LONG;
    if (path === '/growing') return sendInPieces(response, [GROWING_HEAD, ...GROWING]);
    if (path === '/late') return wait(SLOW_START_MS).then(() => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(SAMPLED));
    return undefined;
  });
}
