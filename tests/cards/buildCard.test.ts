import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildActorCard, buildCard, buildEpisodeCard, type CardSource, displayName, safeTitles } from '../../lib/cards/buildCard.ts';
import { EpisodeOrder, episodeId } from '../../lib/model/episodes.ts';
import type { Pack } from '../../lib/model/packSchema.ts';
import { cardSource } from '../support/cardSource.ts';
import { saltmarsh } from '../support/packs.ts';

const pack = saltmarsh();
const card = (entity: string, progress: number | undefined) => buildCard(cardSource(pack, entity, progress), entity);
const entityOf = (id: string) => pack.entities.find((entity) => entity.id === id) as Pack['entities'][number];
const order = new EpisodeOrder([3, 4]);

describe('a card', () => {
  it('tells who they are so far', () => {
    expect(card('mara', 0)).toMatchObject({ name: 'Mara Quill', role: 'Keeper of the lighthouse', unmet: false, asOf: 'S0E0', tracked: true });
    expect(card('mara', 4)?.role).toBe('Keeper of the lighthouse');
    expect(card('mara', 5)?.role).toBe('Mayor of the town');
  });

  it('says of somebody who is not met yet that they are not, and nothing else', () => {
    expect(card('odile', 5)).toMatchObject({ name: '', role: '', unmet: true, playedBy: [], plays: [], facts: [], links: [], firstSeen: undefined });
    expect(card('odile', 6)).toMatchObject({ name: 'Odile Quill', unmet: false, firstSeen: 'S2E3' });
  });

  it('has the heading that their names have earned so far', () => {
    expect(card('tobin', 3)?.name).toBe('Tobin Ash');
    expect(card('tobin', 4)?.name).toBe('the Drowned Man');
  });

  it('lists facts newest first, and of one episode the weightiest first', () => {
    expect(card('tobin', 7)?.facts.map(({ code, text }) => [code, text.split(' ').slice(0, 2).join(' ')])).toEqual([
      ['S2E1', 'Tobin confesses'],
      ['S2E1', 'Mara leaves'],
      ['S1E2', 'Mara and'],
    ]);
  });

  it('goes by when a fact is revealed, not by when it happened', () => {
    expect(card('will', 3)?.facts.map(({ text }) => text)).toEqual(['Will Penrose drowns when the ferry capsizes in the storm.']);
  });

  it('links to people by ties that hold', () => {
    expect(card('mara', 2)?.links).toEqual([{ entity: 'tobin', name: 'Tobin Ash', relation: 'couple' }]);
    expect(card('mara', 4)?.links).toEqual([{ entity: 'tobin', name: 'the Drowned Man', relation: 'break-up' }]);
    expect(card('mara', 7)?.links.map(({ entity }) => entity)).toEqual(['odile', 'tobin']);
  });

  it('does not name an actor before the part begins', () => {
    expect(card('tobin', 1)?.playedBy).toEqual(['Aldo Renner']);
    expect(card('tobin', 4)?.playedBy).toContain('Bram Oakes');
  });

  it('shows the first appearance once it was', () => {
    expect(card('mara', 0)?.firstSeen).toBeUndefined();
    expect(card('mara', 1)?.firstSeen).toBe('S1E1');
  });

  it('of a show that is not tracked tells the premise alone', () => {
    expect(card('mara', undefined)).toMatchObject({ tracked: false, role: 'Keeper of the lighthouse', facts: [], asOf: 'S0E0' });
    expect(card('tobin', undefined)?.unmet).toBe(true);
  });

  it.each(['nobody', '', '__proto__', 'constructor'])('is none for %j', (id) => expect(card(id, 7)).toBeUndefined());

  it('survives a message', () => {
    expect(structuredClone(card('mara', 7))).toEqual(card('mara', 7));
  });

  it('only grows with progress', () => {
    for (const { id } of pack.entities)
      for (let p = 1; p <= 7; p++) {
        const before = card(id, p - 1);
        const after = card(id, p);
        if (before && !before.unmet) expect(after?.unmet).toBe(false);
        expect(after?.facts).toEqual(expect.arrayContaining(before?.facts ?? []));
      }
  });

  it('changes nothing by what is revealed later', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pack.entities.map(({ id }) => id)), fc.integer({ min: 0, max: 7 }), (id, progress) => {
        const source = cardSource(pack, id, progress);
        const cut: CardSource = {
          ...source,
          facts: source.facts.filter(({ revealedIn }) => revealedIn <= progress),
          entities: source.entities.map((entity) => ({
            ...entity,
            names: entity.names.filter((name, i) => i === 0 || order.ordinalOf(name.revealedIn ?? entity.revealedIn) <= progress),
            roles: entity.roles.filter((role) => order.ordinalOf(role.revealedIn) <= progress),
          })),
        };
        expect(buildCard(cut, id)).toEqual(buildCard(source, id));
      }),
    );
  });
});

describe('what became of somebody', () => {
  const source = (
    facts: { type: string; at: number; who?: string[]; with?: string[]; until?: string; confidence?: string }[],
    progress: number,
  ): CardSource => ({
    ...cardSource(pack, 'will', progress),
    facts: facts.map(({ at, ...fact }) => ({ revealedIn: at, fact: { who: ['will'], severity: 3, confidence: 'high', text: 'x', ...fact } as never })),
  });
  const dead = (...[facts, progress]: Parameters<typeof source>) => buildCard(source(facts, progress), 'will')?.deadSince;

  it.each<[string, Parameters<typeof source>[0], number, string | undefined]>([
    ['dies', [{ type: 'death', at: 3 }], 3, 'S1E3'],
    ['dies later', [{ type: 'death', at: 4 }], 3, undefined],
    ['is killed', [{ type: 'kill', at: 2, who: ['mara'], with: ['will'] }], 3, 'S1E2'],
    ['kills', [{ type: 'kill', at: 2, with: ['mara'] }], 3, undefined],
    ['sees somebody die', [{ type: 'death', at: 2, who: ['mara'], with: ['will'] }], 3, undefined],
    [
      'comes back',
      [
        { type: 'death', at: 2 },
        { type: 'return', at: 3 },
      ],
      3,
      undefined,
    ],
    [
      'comes back later',
      [
        { type: 'death', at: 2 },
        { type: 'return', at: 4 },
      ],
      3,
      'S1E2',
    ],
    [
      'dies again',
      [
        { type: 'death', at: 2 },
        { type: 'return', at: 3 },
        { type: 'death', at: 4 },
      ],
      5,
      'S2E1',
    ],
    ['is dead for a while', [{ type: 'death', at: 2, until: 'S1E3' }], 3, undefined],
    ['may be dead', [{ type: 'death', at: 2, confidence: 'low' }], 3, undefined],
    ['is not spoken of', [], 7, undefined],
  ])('who %s', (_, facts, progress, since) => expect(dead(facts, progress)).toBe(since));
});

describe('the titles to choose from', () => {
  const seasons = [{ episodes: [{ title: 'One' }, { title: 'He dies', titleTells: true }] }, { episodes: [{ title: 'She too', titleTells: true }] }];

  it.each<[number | undefined, string[][]]>([
    [undefined, [['One', ''], ['']]],
    [1, [['One', ''], ['']]],
    [2, [['One', 'He dies'], ['']]],
    [3, [['One', 'He dies'], ['She too']]],
  ])('at %s', (progress, titles) => expect(safeTitles(progress, seasons)).toEqual(titles));
});

describe('a name', () => {
  it('is the safest of an entity that has none yet', () => {
    expect(displayName(entityOf('odile'), order, 0)).toBe('Odile Quill');
  });
});

describe('the card of an actor', () => {
  const source = cardSource(pack, 'mara', 1);
  const parts = (progress: number | undefined) => ['mara', 'will', 'odile'].map((id) => ({ show: pack.show, order, entity: entityOf(id), progress }));
  const plays = (progress: number | undefined) =>
    buildActorCard(source, { id: 'actor:ines-falk', name: 'Ines Falk' }, parts(progress)).plays.map(({ name }) => name);

  it('names the parts that the viewer has met', () => {
    expect(plays(0)).toEqual(['Mara Quill']);
    expect(plays(3)).toEqual(['Mara Quill', 'Will Penrose']);
    expect(plays(7)).toEqual(['Mara Quill', 'Will Penrose', 'Odile Quill']);
    expect(plays(undefined)).toEqual(['Mara Quill']);
  });

  it('tells nothing of a story', () => {
    expect(buildActorCard(source, { id: 'actor:ines-falk', name: 'Ines Falk' }, parts(7))).toMatchObject({
      kind: 'actor',
      name: 'Ines Falk',
      facts: [],
      links: [],
      role: '',
    });
  });
});

describe('the card of an episode', () => {
  const episode = pack.seasons[1]?.episodes[0] as Pack['seasons'][number]['episodes'][number];
  const plain = pack.seasons[1]?.episodes[1] as Pack['seasons'][number]['episodes'][number];
  const at = (progress: number | undefined) => cardSource(pack, 'mara', progress);

  it('holds back a title that tells something until it is watched', () => {
    const before = buildEpisodeCard(at(3), 'S2E1', episode);
    expect(before).toMatchObject({ name: 'S2E1', kind: 'episode', episode: { watched: false, titleHidden: true } });
    expect(JSON.stringify(before)).not.toContain('Drowned');
    expect(buildEpisodeCard(at(4), 'S2E1', episode)).toMatchObject({ name: 'The Drowned Man', episode: { watched: true, titleHidden: false } });
  });

  it('shows any other title', () => {
    expect(buildEpisodeCard(at(0), 'S2E2', plain)).toMatchObject({
      name: 'Ballot',
      entity: episodeId('S2E2'),
      episode: { airs: '2023-03-08', watched: false },
    });
    expect(buildEpisodeCard(at(undefined), 'S2E2', plain)).toMatchObject({ tracked: false, episode: { watched: false } });
  });
});
