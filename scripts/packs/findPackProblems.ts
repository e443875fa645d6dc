import { type EpisodeCode, EpisodeOrder } from '../../lib/model/episodes.ts';
import type { Pack, PackFact } from '../../lib/model/packSchema.ts';
import { compileGazetteer, nameWords } from '../../lib/text/gazetteer.ts';
import { isEnglishWord } from './isEnglishWord.ts';

/** What nobody does once they are dead; the rest may be told of the dead as well. */
const DEEDS = new Set(['kill', 'marriage', 'job', 'alliance', 'betrayal', 'arrival', 'departure', 'win', 'plan', 'injury']);

/** What is wrong with what a pack says, one line each; empty for a good pack. Its form was checked by `parsePack`. */
export function findPackProblems(pack: Pack): string[] {
  const problems: string[] = [];
  const order = new EpisodeOrder(pack.seasons.map((season) => season.episodes.length));
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const ordinal = (code: EpisodeCode, where: string): number => {
    const found = order.find(code);
    if (found === undefined) problems.push(`${where}: there is no episode ${code}`);
    return found ?? 0;
  };

  if (entities.size < pack.entities.length) {
    const ids = pack.entities.map((entity) => entity.id);
    problems.push(`entities: used twice: ${ids.filter((id, i) => ids.indexOf(id) < i).join(', ')}`);
  }
  pack.seasons.forEach((season, s) => {
    if (season.season !== s + 1) problems.push(`season ${season.season} stands where season ${s + 1} should`);
    if (!pack.show.sources[season.source]) problems.push(`season ${season.season}: unknown source ${season.source}`);
    season.episodes.forEach((episode, e) => {
      if (episode.code !== `S${s + 1}E${e + 1}`) problems.push(`${episode.code} stands where S${s + 1}E${e + 1} should`);
    });
  });

  for (const entity of pack.entities) {
    const known = ordinal(entity.revealedIn, entity.id);
    if (entity.firstSeen && ordinal(entity.firstSeen, entity.id) < known) problems.push(`${entity.id}: first seen before it is revealed`);
    for (const name of entity.names)
      if (name.revealedIn && ordinal(name.revealedIn, entity.id) < known) problems.push(`${entity.id}: the name "${name.text}" comes before its bearer`);
    for (const role of entity.roles)
      if (ordinal(role.revealedIn, entity.id) < known) problems.push(`${entity.id}: the role "${role.text}" comes before its bearer`);
  }

  for (const season of pack.seasons)
    for (const episode of season.episodes)
      episode.facts.forEach((fact, f) => {
        const where = `${episode.code} fact ${f + 1}`;
        const now = order.find(episode.code) ?? 0;
        for (const id of [...fact.who, ...(fact.with ?? []), ...(fact.where ? [fact.where] : [])]) {
          const entity = entities.get(id);
          if (!entity) problems.push(`${where}: unknown id ${id}`);
          else if ((order.find(entity.revealedIn) ?? 0) > now) problems.push(`${where}: ${id} is not revealed before ${entity.revealedIn}`);
        }
        if (fact.source && !pack.show.sources[fact.source]) problems.push(`${where}: unknown source ${fact.source}`);
        if (fact.at) ordinal(fact.at, where);
        if (fact.until && ordinal(fact.until, where) < now) problems.push(`${where}: ends before it is revealed`);
      });
  if (problems.length === 0) problems.push(...findLateNames(pack, order), ...findUnmarkedNames(pack), ...findDeadDoers(pack, order));
  return problems;
}

/** Texts that name somebody by a name which is revealed only later. */
function findLateNames(pack: Pack, order: EpisodeOrder): string[] {
  const problems: string[] = [];
  const names = pack.entities.flatMap((entity) =>
    entity.names
      .filter((name) => !name.common && !name.word && !name.ambiguous)
      .map((name) => ({ text: name.text, entity: entity.id, from: order.ordinalOf(name.revealedIn ?? entity.revealedIn) })),
  );
  // A name that two entities bear counts from the first of them on.
  const earliest = new Map<string, number>();
  for (const name of names) {
    const key = nameWords(name.text).join(' ');
    earliest.set(key, Math.min(earliest.get(key) ?? name.from, name.from));
  }
  const gazetteer = compileGazetteer(names.map((name) => name.text));
  const check = (text: string, now: number, where: string) =>
    gazetteer.find(text, (start, end, index) => {
      const name = names[index] as (typeof names)[number];
      const from = earliest.get(nameWords(name.text).join(' ')) as number;
      // "Will" at the start of a sentence is no person: a name has its capital where it stands.
      if (from > now && text[start] === name.text[0])
        problems.push(`${where}: "${text.slice(start, end)}" (${name.entity}) is not known before ${order.codeOf(from)}`);
    });
  check(pack.show.premise, 0, 'premise');
  for (const entity of pack.entities) for (const role of entity.roles) check(role.text, order.ordinalOf(role.revealedIn), `${entity.id}, role "${role.text}"`);
  for (const season of pack.seasons)
    for (const episode of season.episodes)
      episode.facts.forEach((fact, f) => {
        check(fact.text, order.ordinalOf(episode.code), `${episode.code} fact ${f + 1}`);
      });
  return problems;
}

/** Names that several entities bear and that do not say so. */
function findUnmarkedNames(pack: Pack): string[] {
  const problems: string[] = [];
  const bearers = new Map<string, Set<string>>();
  const unmarked = new Map<string, string[]>();
  for (const entity of pack.entities)
    for (const name of entity.names) {
      const key = nameWords(name.text).join(' ');
      if (!key) unmarked.set(name.text, [`${entity.id}: the name "${name.text}" has no letters`]);
      if (!name.common && !name.word && isEnglishWord(name.text)) problems.push(`${entity.id}: "${name.text}" is also an English word: mark it common or word`);
      bearers.set(key, (bearers.get(key) ?? new Set()).add(entity.id));
      if (!name.ambiguous) unmarked.set(key, [...(unmarked.get(key) ?? []), entity.id]);
    }
  const shared = [...bearers].flatMap(([key, ids]) =>
    ids.size > 1 && unmarked.get(key)?.length
      ? [`the name "${key}" is borne by ${[...ids].join(', ')}: mark it ambiguous on ${unmarked.get(key)?.join(', ')}`]
      : [],
  );
  return [...problems, ...shared];
}

/** Facts in which somebody acts after their death, without a return in between; deaths before a first appearance. */
function findDeadDoers(pack: Pack, order: EpisodeOrder): string[] {
  const problems: string[] = [];
  const firstSeen = new Map(pack.entities.map((entity) => [entity.id, order.ordinalOf(entity.revealedIn)]));
  const diedIn = new Map<string, number>();
  const dying = (fact: PackFact) => (fact.type === 'death' ? fact.who : fact.type === 'kill' ? (fact.with ?? []) : []);
  for (const season of pack.seasons)
    for (const episode of season.episodes)
      episode.facts.forEach((fact, f) => {
        const now = order.ordinalOf(episode.code);
        const where = `${episode.code} fact ${f + 1}`;
        if (fact.type === 'return' || fact.type === 'arrival') for (const id of fact.who) diedIn.delete(id);
        const doer = fact.who[0];
        const died = doer === undefined ? undefined : diedIn.get(doer);
        if (died !== undefined && died < now && DEEDS.has(fact.type) && (!fact.at || order.ordinalOf(fact.at) > died))
          problems.push(`${where}: ${doer} acts, but died in ${order.codeOf(died)} (a flashback has "at", a return a fact of its own)`);
        for (const id of dying(fact)) {
          if (fact.at === undefined && now < (firstSeen.get(id) ?? 0)) problems.push(`${where}: ${id} dies before the first appearance`);
          if (!fact.at) diedIn.set(id, now);
        }
      });
  return problems;
}
