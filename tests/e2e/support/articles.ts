import { existsSync, readFileSync } from 'node:fs';

const DEMO = new URL('../../pages/demo.html', import.meta.url).pathname;
const SEED = new URL('../../../../shared/seed/heartstopper-season-2.json', import.meta.url).pathname;

interface Labelled {
  title: string;
  blocks: { tag: string; sentences: { text: string; kind: string }[] }[];
}

/** An article to try Sofar on: sentences that must be hidden at S1E8, and some that must not. */
export interface Article {
  name: string;
  html: string;
  hiddenAtS1E8: string[];
  shownAtS1E8: string[];
  /** Known at S1E8, and where a card opens. */
  person: string;
  /** Not met before S2. */
  unmet: string;
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Our own, which is at hand everywhere. */
export const demo: Article = {
  name: 'our own article',
  html: readFileSync(DEMO, 'utf8'),
  hiddenAtS1E8: ['Tao and Elle kiss in the Louvre', 'Imogen kisses Sahar', 'goes to a clinic for his eating disorder'],
  shownAtS1E8: ['the two boys say hi', 'Alice Oseman wrote every episode', 'It is gentle without being soft'],
  person: 'Nick Nelson',
  unmet: 'David',
};

/** The article that Sofar began with, where it is at hand. */
function seed(): Article[] {
  if (!existsSync(SEED)) return [];
  const page = JSON.parse(readFileSync(SEED, 'utf8')) as Labelled;
  const body = page.blocks.map(({ tag, sentences }) => `<${tag}>${sentences.map(({ text }) => escapeHtml(text)).join(' ')}</${tag}>`).join('\n');
  return [
    {
      name: 'the seed article',
      html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(page.title)}</title></head><body>${body}</body></html>`,
      hiddenAtS1E8: [
        'This could include Nick coming out to his father',
        'Tao and Elle might finally come together',
        'Charlie gets a text from Nick as he wakes up',
      ],
      shownAtS1E8: ['Production for the second installment began', 'Oseman will return as a writer', 'he eventually comes out to his mother'],
      person: 'Nick Nelson',
      unmet: 'Sahar Zahid',
    },
  ];
}

export const articles: Article[] = [demo, ...seed()];

/** Where an article is served. */
export const pathOf = (article: Article): string => `/${articles.indexOf(article)}`;
/** All of them by their path. */
export const pages: Record<string, string> = Object.fromEntries(articles.map((article) => [pathOf(article), article.html]));
