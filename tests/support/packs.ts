import type * as v from 'valibot';
import { type Pack, type packSchema, parsePack } from '../../lib/model/packSchema.ts';

/** A pack as somebody writes it, before it is checked. */
export type PackInput = v.InferInput<typeof packSchema>;

/** An invented show of 3 + 4 episodes, with one of everything that a pack may hold. Fresh at every call: change it as you like. */
export function saltmarshInput(): PackInput {
  return {
    format: 1,
    show: {
      id: 'saltmarsh-lane',
      version: 1,
      title: 'Saltmarsh Lane',
      otherTitles: ['SML'],
      years: '2021–2023',
      network: 'Channel Nine',
      ids: { tvmaze: 1, imdb: 'tt1234567', wikidata: 'Q1' },
      premise: 'A lighthouse keeper comes home to the town that she left.',
      premiseAlso: ['Mara lives in the lighthouse.'],
      scopeWords: ['the Lantern House', 'Gullhaven'],
      makers: ['Perpetua Lowe'],
      licence: 'CC0-1.0',
      sources: { own: { title: 'Our own notes' } },
    },
    entities: [
      {
        id: 'mara',
        kind: 'character',
        names: [
          { text: 'Mara Quill', kind: 'full' },
          { text: 'Mara', kind: 'given', common: true },
          { text: 'Quill', kind: 'family', ambiguous: true },
        ],
        revealedIn: 'S0E0',
        firstSeen: 'S1E1',
        weight: 3,
        roles: [
          { text: 'Keeper of the lighthouse', revealedIn: 'S0E0' },
          { text: 'Mayor of the town', revealedIn: 'S2E2' },
        ],
        playedBy: [{ actor: 'Ines Falk' }],
      },
      {
        id: 'tobin',
        kind: 'character',
        names: [
          { text: 'Tobin Ash', kind: 'full' },
          { text: 'Tobin', kind: 'given' },
          { text: 'the Drowned Man', kind: 'title', revealedIn: 'S2E1', display: true },
        ],
        revealedIn: 'S1E1',
        weight: 3,
        roles: [{ text: 'A fisherman', revealedIn: 'S1E1' }],
        playedBy: [
          { actor: 'Aldo Renner', to: 'S1E3' },
          { actor: 'Bram Oakes', from: 'S2E1' },
        ],
      },
      {
        id: 'will',
        kind: 'character',
        names: [
          { text: 'Will Penrose', kind: 'full' },
          { text: 'Will', kind: 'given', word: true },
        ],
        revealedIn: 'S1E1',
        weight: 2,
        roles: [],
        playedBy: [{ actor: 'Ines Falk' }],
      },
      {
        id: 'odile',
        kind: 'character',
        names: [
          { text: 'Odile Quill', kind: 'full' },
          { text: 'Odile', kind: 'given' },
          { text: 'Quill', kind: 'family', ambiguous: true },
        ],
        revealedIn: 'S2E3',
        weight: 2,
        roles: [{ text: 'Stranger from the mainland', revealedIn: 'S2E3' }],
        playedBy: [{ actor: 'Rhea Stroud' }],
      },
      {
        id: 'lantern-house',
        kind: 'place',
        names: [{ text: 'the Lantern House', kind: 'full' }],
        revealedIn: 'S0E0',
        weight: 1,
        roles: [],
      },
    ],
    seasons: [
      {
        season: 1,
        source: 'own',
        episodes: [
          {
            code: 'S1E1',
            title: 'The Long Way Back',
            airs: '2021-03-01',
            facts: [
              { type: 'arrival', who: ['mara'], where: 'lantern-house', severity: 1, text: 'Mara Quill returns to the Lantern House with one suitcase.' },
            ],
          },
          {
            code: 'S1E2',
            title: 'High Tide',
            airs: '2021-03-08',
            facts: [
              { type: 'discovery', who: ['mara'], severity: 1, text: 'Mara finds an old map in the cellar.' },
              {
                type: 'couple',
                who: ['mara'],
                with: ['tobin'],
                until: 'S2E1',
                text: 'Mara and Tobin kiss on the pier at midnight.',
                also: ['they get together on the pier'],
              },
            ],
          },
          {
            code: 'S1E3',
            title: 'Storm',
            airs: '2021-03-15',
            facts: [{ type: 'death', who: ['will'], severity: 3, text: 'Will Penrose drowns when the ferry capsizes in the storm.' }],
          },
        ],
      },
      {
        season: 2,
        source: 'own',
        episodes: [
          {
            code: 'S2E1',
            title: 'The Drowned Man',
            airs: '2023-03-01',
            titleTells: true,
            facts: [
              { type: 'kill', who: ['tobin'], with: ['will'], at: 'S1E3', severity: 3, text: 'Tobin confesses that he sabotaged the ferry and killed Will.' },
              { type: 'break-up', who: ['mara'], with: ['tobin'], text: 'Mara leaves Tobin after his confession.' },
            ],
          },
          { code: 'S2E2', title: 'Ballot', airs: '2023-03-08', facts: [{ type: 'job', who: ['mara'], text: 'Mara is elected mayor by eleven votes.' }] },
          {
            code: 'S2E3',
            title: 'Sister',
            airs: '2023-03-15',
            titleTells: true,
            facts: [{ type: 'sibling', who: ['mara'], with: ['odile'], severity: 3, text: 'Odile turns out to be the sister whom Mara believed dead.' }],
          },
          {
            code: 'S2E4',
            title: 'Ebb',
            airs: '2023-03-22',
            facts: [{ type: 'departure', who: ['odile'], text: 'Odile sails away before dawn and leaves her ring behind.' }],
          },
        ],
      },
    ],
  };
}

/** The invented show, checked. */
export function saltmarsh(): Pack {
  return parsePack(saltmarshInput());
}

/** A small pack with another title and other people: for several shows at once. */
export function otherPack(change: {
  id: string;
  title: string;
  titleIsCommon?: boolean;
  otherTitles?: string[];
  scopeWords?: string[];
  people: { id: string; names: PackInput['entities'][number]['names'] }[];
  version?: number;
}): Pack {
  const input = saltmarshInput();
  return parsePack({
    ...input,
    show: {
      ...input.show,
      id: change.id,
      version: change.version ?? 1,
      title: change.title,
      otherTitles: change.otherTitles ?? [],
      titleIsCommon: change.titleIsCommon ?? false,
      scopeWords: change.scopeWords ?? [],
      premiseAlso: [],
      makers: [],
    },
    entities: change.people.map(({ id, names }) => ({ id, kind: 'character', names, revealedIn: 'S0E0', weight: 2, roles: [] })),
    seasons: [{ season: 1, source: 'own', episodes: [{ code: 'S1E1', title: 'One', airs: '2020-01-01', facts: [] }] }],
  });
}
