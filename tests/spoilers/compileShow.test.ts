import { describe, expect, it } from 'vitest';
import { parsePack } from '../../lib/model/packSchema.ts';
import { actorId, compileShow } from '../../lib/spoilers/compileShow.ts';
import { saltmarsh, saltmarshInput } from '../support/packs.ts';

const index = compileShow(saltmarsh());
const entity = (id: string) => index.entities.findIndex((candidate) => candidate.id === id);
const namesOf = (id: string) => index.names.filter((name) => name.entity === entity(id));

describe('a compiled show', () => {
  it('is plain data that survives storage', () => {
    expect(structuredClone(index)).toEqual(index);
    expect(JSON.parse(JSON.stringify(index))).toEqual(index);
  });

  it('is the same at every making', () => {
    expect(compileShow(saltmarsh())).toEqual(index);
  });

  it('does not change the pack', () => {
    const pack = saltmarsh();
    compileShow(pack);
    expect(pack).toEqual(saltmarsh());
  });

  it('knows title, version, seasons and episodes', () => {
    expect(index).toMatchObject({ id: 'saltmarsh-lane', version: 1, titles: ['Saltmarsh Lane', 'SML'], titleIsCommon: false, seasonLengths: [3, 4] });
    expect(index.episodeTitles).toHaveLength(7);
    expect(index.tellingTitles).toEqual([4, 6]);
  });

  it('holds people, actors once, and makers', () => {
    expect(index.entities.map(({ id, kind }) => [id, kind])).toEqual([
      ['mara', 'character'],
      ['tobin', 'character'],
      ['will', 'character'],
      ['odile', 'character'],
      ['lantern-house', 'place'],
      ['actor:ines-falk', 'actor'],
      ['actor:aldo-renner', 'actor'],
      ['actor:bram-oakes', 'actor'],
      ['actor:rhea-stroud', 'actor'],
      ['maker:perpetua-lowe', 'maker'],
    ]);
  });

  it('does not take somebody who plays and makes for two', () => {
    const input = saltmarshInput();
    input.show.makers = ['Ines Falk'];
    expect(compileShow(parsePack(input)).entities.filter(({ id }) => id.endsWith('ines-falk'))).toHaveLength(1);
  });

  it('dates every name: its own episode, else that of its bearer', () => {
    expect(namesOf('tobin').map(({ text, revealedIn }) => [text, revealedIn])).toEqual([
      ['Tobin Ash', 1],
      ['Tobin', 1],
      ['the Drowned Man', 4],
    ]);
    expect(namesOf('odile').every(({ revealedIn }) => revealedIn === 6)).toBe(true);
    expect(namesOf('actor:rhea-stroud').map(({ revealedIn }) => revealedIn)).toEqual([0]);
  });

  it('marks names that prove little', () => {
    expect(namesOf('mara').map(({ text, common, ambiguous, short }) => [text, common, ambiguous, short])).toEqual([
      ['Mara Quill', undefined, undefined, undefined],
      ['Mara', true, undefined, true],
      ['Quill', undefined, true, true],
    ]);
    expect(namesOf('will').find(({ text }) => text === 'Will')).toMatchObject({ common: true, word: true });
  });

  it('points every name to an entity', () => {
    expect(index.names.every((name) => index.entities[name.entity] !== undefined)).toBe(true);
  });
});

describe('its documents', () => {
  const { documents } = index;
  const termsOf = (document: number) => documents.terms.filter((_, term) => documents.postings[term]?.includes(document));

  it('are the premise, the roles and the facts, each with the ordinal that reveals it', () => {
    expect(documents.revealedIn).toEqual([0, 0, 0, 5, 1, 6, 1, 2, 2, 3, 4, 4, 5, 6, 7]);
    for (const list of [documents.severity, documents.who, documents.length]) expect(list).toHaveLength(documents.revealedIn.length);
  });

  it('go by when a fact is revealed, not by when it happened', () => {
    const killing = documents.severity.findIndex((severity, d) => severity === 3 && documents.revealedIn[d] === 4);
    expect(termsOf(killing)).toContain('ferri');
  });

  it('say who is in them, in order', () => {
    const kiss = documents.revealedIn.indexOf(2, documents.revealedIn.indexOf(2) + 1);
    expect(documents.who[kiss]).toEqual([entity('mara'), entity('tobin')]);
    for (const who of documents.who) expect(who).toEqual([...new Set(who)].sort((a, b) => a - b));
  });

  it('hold no names, and no word of the wording but terms', () => {
    for (const name of ['mara', 'tobin', 'odil', 'will', 'quill']) expect(documents.terms).not.toContain(name);
    for (const term of documents.terms) expect(term).toMatch(/^#?[^\s]+$/u);
  });

  it('know what a fact’s type says even where its wording does not', () => {
    const job = documents.revealedIn.indexOf(5, 4);
    expect(termsOf(job)).toContain('#job');
  });

  it('match other wordings too', () => {
    const kiss = documents.revealedIn.indexOf(2, documents.revealedIn.indexOf(2) + 1);
    expect(termsOf(kiss)).toEqual(expect.arrayContaining(['midnight', 'pier', '#couple']));
  });

  it('are listed by term in ascending order, and as many as each is long', () => {
    for (const list of documents.postings) expect(list).toEqual([...new Set(list)].sort((a, b) => a - b));
    documents.length.forEach((length, d) => {
      expect(termsOf(d)).toHaveLength(length);
    });
  });
});

describe('the id of an actor', () => {
  it.each([
    ['Inés Falk', 'actor:ines-falk'],
    ['INES FALK', 'actor:ines-falk'],
    ["Lupita Nyong'o", 'actor:lupita-nyong-o'],
    ['Lee Jung-jae', 'actor:lee-jung-jae'],
    ['', 'actor:'],
  ])('%j is %s', (name, id) => expect(actorId(name)).toBe(id));
});
