import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../lib/model/packSchema.ts';

/** A page to measure on. */
export interface BenchPage {
  name: string;
  html: string;
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

function* linesOf(pack: Pack): Generator<string> {
  const lines = pack.seasons.flatMap((season) => season.episodes.flatMap((episode) => episode.facts.map((fact) => fact.text)));
  for (let i = 0; ; i++) yield lines[i % lines.length] as string;
}

/**
 * An article as news sites have them, some 800 elements: menus, 45 paragraphs of three sentences under headings, a sidebar,
 * a list of other articles, a footer. Its story goes through all seasons.
 */
function article(pack: Pack): string {
  const lines = linesOf(pack);
  const links = (count: number, text: string) => `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="#">${text} ${i}</a></li>`).join('')}</ul>`;
  const paragraph = () => `<p>${lines.next().value} <a href="#">${lines.next().value}</a> ${lines.next().value} <em>A fine episode.</em></p>`;
  const section = (i: number) =>
    `<section><h2>Season ${1 + i}</h2>${Array.from({ length: 5 }, paragraph).join('')}<figure><img alt=""><figcaption>On set</figcaption></figure></section>`;
  const card = (i: number) => `<div class="teaser"><a href="#"><img alt=""><span>The ${i} best gardens to visit this spring</span></a></div>`;
  const body = [
    `<header><nav>${links(40, 'Section')}</nav></header>`,
    `<main><article><h1>${pack.show.title}: everything that happens</h1>${Array.from({ length: 9 }, (_, i) => section(i)).join('')}</article></main>`,
    `<aside>${Array.from({ length: 60 }, (_, i) => card(i)).join('')}</aside>`,
    `<footer>${links(60, 'About us')}<p>All rights reserved.</p></footer>`,
  ];
  return page(`${pack.show.title}: everything that happens`, body.join(''));
}

/** A thread: some 12,000 elements, comments in comments. */
function thread(pack: Pack): string {
  const lines = linesOf(pack);
  const comment = (i: number) =>
    `<div class="comment"><div class="meta"><a href="#">user${i}</a> <span>${i % 24} hours ago</span></div><div class="text"><p>${lines.next().value}</p></div><div class="bar"><button>reply</button></div></div>`;
  return page(
    `Just finished ${pack.show.title}, what now?`,
    `<main><h1>Just finished ${pack.show.title}</h1>${Array.from({ length: 1500 }, (_, i) => comment(i)).join('')}</main>`,
  );
}

/** 5 million characters in 140,000 elements, on whose every line a character speaks. */
function giant(pack: Pack): string {
  const names = pack.entities.filter((entity) => entity.kind === 'character' && entity.weight === 3).map((entity) => entity.names[0]?.text);
  const lines = Array.from(
    { length: 46_500 },
    (_, i) =>
      `<div><b>${names[i % names.length]}</b><span> says line ${i} of the long night, and nobody in the whole of the hall has an answer to it or to the snow outside tonight.</span></div>`,
  );
  return page(`${pack.show.title}: all lines`, `<main>${lines.join('\n')}</main>`);
}

/** Debian's reference of Node.js on one page, in which no show is spoken of. Fetched by apt where it is not installed. */
function reference(): string | undefined {
  const cache = new URL('../../.cache/nodejs-doc/', import.meta.url).pathname;
  const files = ['/usr/share/doc/nodejs/api/all.html', join(cache, 'usr/share/doc/nodejs/api/all.html')];
  if (!files.some(existsSync)) {
    mkdirSync(cache, { recursive: true });
    if (spawnSync('apt-get', ['download', 'nodejs-doc'], { cwd: cache, stdio: 'ignore' }).status !== 0) return undefined;
    const archive = readdirSync(cache).find((file) => file.endsWith('.deb'));
    if (!archive || spawnSync('dpkg', ['-x', archive, '.'], { cwd: cache, stdio: 'ignore' }).status !== 0) return undefined;
  }
  const file = files.find(existsSync);
  return (
    file &&
    readFileSync(file, 'utf8')
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/<link[^>]*>/g, '')
  );
}

/** The four pages, as far as they can be had. */
export function benchPages(pack: Pack): BenchPage[] {
  const found = reference();
  if (!found) console.log("(c) is left out: Debian's package nodejs-doc is not at hand");
  return [
    { name: '(a) article', html: article(pack) },
    { name: '(b) thread', html: thread(pack) },
    ...(found ? [{ name: '(c) reference', html: found }] : []),
    { name: '(d) giant', html: giant(pack) },
  ];
}
