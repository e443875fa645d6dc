import { describe, expect, it } from 'vitest';
import { buildActorCard, buildCard, buildEpisodeCard } from '../lib/cards/buildCard.ts';
import { EpisodeOrder } from '../lib/model/episodes.ts';
import { type Pack, parsePack } from '../lib/model/packSchema.ts';
import { compileGazetteer, nameWords } from '../lib/text/gazetteer.ts';
import { findPackProblems } from '../scripts/packs/findPackProblems.ts';
import { loadPack } from '../scripts/packs/loadPacks.ts';
import { listShows } from '../scripts/packs/readPackSource.ts';
import { aboutFact, cardSource } from './support/cardSource.ts';
import { saltmarsh } from './support/packs.ts';

/** From which ordinal on a text may be shown: the latest of the names that stand in it. Asked often, worked out once. */
function safeFrom(pack: Pack, order: EpisodeOrder): (text: string) => { from: number; name: string } {
  const names = pack.entities.flatMap((entity) =>
    entity.names
      .filter((name) => !name.ambiguous && !name.common && !name.word)
      .map((name) => ({ text: name.text, from: order.ordinalOf(name.revealedIn ?? entity.revealedIn) })),
  );
  // Of names that are written alike, the first to be known lets all be shown.
  const earliest = new Map<string, number>();
  for (const { text, from } of names) {
    const key = nameWords(text).join(' ');
    earliest.set(key, Math.min(from, earliest.get(key) ?? from));
  }
  const gazetteer = compileGazetteer(names.map(({ text }) => text));
  const known = new Map<string, { from: number; name: string }>();
  return (text) => {
    let latest = known.get(text);
    if (latest) return latest;
    latest = { from: 0, name: '' };
    gazetteer.find(text, (start, end, index) => {
      const name = names[index]?.text ?? '';
      const from = earliest.get(nameWords(name).join(' ')) ?? 0;
      // A name has its capital where it stands: "the watch" is no order of knights.
      if (text[start] === name[0] && from > (latest?.from ?? 0)) latest = { from, name: text.slice(start, end) };
    });
    known.set(text, latest);
    return latest;
  };
}

/** Whatever the card of anybody tells before its time, at any progress and for who tracks nothing; one line each. */
function findCardLeaks(pack: Pack): string[] {
  const order = new EpisodeOrder(pack.seasons.map((season) => season.episodes.length));
  const whole = cardSource(pack, '', undefined);
  const allFacts = pack.seasons.flatMap((season) =>
    season.episodes.flatMap((episode) => episode.facts.map((fact) => ({ revealedIn: order.ordinalOf(episode.code), fact }))),
  );
  const known = safeFrom(pack, order);
  const leaks = new Set<string>();
  for (const entity of pack.entities) {
    const facts = allFacts.filter(({ fact }) => aboutFact(fact).includes(entity.id));
    for (let progress = -1; progress <= order.count; progress++) {
      const now = Math.max(0, progress);
      const where = `${entity.id} at ${order.codeOf(now)}`;
      const card = buildCard({ ...whole, facts, progress: progress < 0 ? undefined : progress }, entity.id);
      if (!card) {
        leaks.add(`${where}: no card`);
        continue;
      }
      for (const text of [card.name, card.role, card.premise, ...card.facts.map((fact) => fact.text), ...card.links.map((link) => link.name)]) {
        const { from, name } = known(text);
        if (from > now) leaks.add(`${where}: "${name}" is known from ${order.codeOf(from)}, and stands in "${text}"`);
      }
      for (const { code, text } of card.facts) if (order.ordinalOf(code) > now) leaks.add(`${where}: "${text}" is of ${code}`);
      for (const link of card.links) {
        const other = pack.entities.find(({ id }) => id === link.entity);
        if (!other || order.ordinalOf(other.revealedIn) > now) leaks.add(`${where}: a link to ${link.entity}`);
      }
      if (card.unmet && (card.name || card.role || card.facts.length || card.links.length || card.playedBy.length))
        leaks.add(`${where}: is not met, and tells`);
    }
  }
  return [...leaks];
}

const packs = new Map<string, Pack>();
const packOf = (show: string): Pack => {
  const pack = packs.get(show) ?? loadPack(show);
  packs.set(show, pack);
  return pack;
};

it('there are shows', () => {
  expect(listShows().length).toBeGreaterThan(8);
});

describe('the search for leaks', () => {
  it('finds none in a good pack', () => {
    expect(findCardLeaks(saltmarsh())).toEqual([]);
  });

  it('finds a name that comes too early in a fact or a role', () => {
    const pack = saltmarsh();
    Object.assign(pack.seasons[0]?.episodes[1]?.facts[0] ?? {}, { text: 'Mara finds a map that Odile drew.' });
    Object.assign(pack.entities[0]?.roles[0] ?? {}, { text: 'Friend of Tobin' });
    const leaks = findCardLeaks(pack);
    expect(leaks).toContain('mara at S1E2: "Odile" is known from S2E3, and stands in "Mara finds a map that Odile drew."');
    expect(leaks).toContain('mara at S0E0: "Tobin" is known from S1E1, and stands in "Friend of Tobin"');
    expect(leaks.some((leak) => leak.startsWith('mara at S2E3'))).toBe(false);
  });
});

describe.each(listShows())('the pack of %s', (show) => {
  it('is valid, under the name of its folder', () => {
    expect(parsePack(JSON.parse(JSON.stringify(packOf(show)))).show.id).toBe(show);
  });

  it('has no problems', () => {
    expect(findPackProblems(packOf(show))).toEqual([]);
  });

  it('has no card, at any progress, that tells what is revealed later', () => {
    expect(findCardLeaks(packOf(show))).toEqual([]);
  });

  it('has no actor’s or episode’s card that tells what is revealed later', () => {
    const pack = packOf(show);
    const order = new EpisodeOrder(pack.seasons.map((season) => season.episodes.length));
    const known = safeFrom(pack, order);
    const episodes = pack.seasons.flatMap((season) => season.episodes);
    const problems = new Set<string>();
    const actors = new Set(pack.entities.flatMap((entity) => entity.playedBy?.map(({ actor }) => actor) ?? []));
    for (let progress = 0; progress <= order.count; progress++) {
      const source = cardSource(pack, '', progress);
      for (const actor of actors) {
        const parts = pack.entities
          .filter((entity) => entity.playedBy?.some((part) => part.actor === actor))
          .map((entity) => ({ show: pack.show, order, entity, progress }));
        for (const { name } of buildActorCard(source, { id: 'actor:x', name: actor }, parts).plays)
          if (known(name).from > progress) problems.add(`${actor} plays ${name} at ${order.codeOf(progress)}`);
      }
      episodes.forEach((episode, e) => {
        const card = buildEpisodeCard(source, order.codeOf(e + 1), episode);
        if (episode.titleTells && e + 1 > progress && card.name === episode.title)
          problems.add(`${episode.code} "${episode.title}" at ${order.codeOf(progress)}`);
      });
    }
    expect([...problems]).toEqual([]);
  });

  it('does not give away by an episode’s title whom one has not met, unless it is held back', () => {
    const pack = packOf(show);
    const order = new EpisodeOrder(pack.seasons.map((season) => season.episodes.length));
    const known = safeFrom(pack, order);
    const telling = pack.seasons
      .flatMap((season) => season.episodes)
      .filter((episode) => !episode.titleTells && known(episode.title).from > order.ordinalOf(episode.code));
    expect(telling.map(({ code, title }) => `${code} "${title}"`)).toEqual([]);
  });
});
