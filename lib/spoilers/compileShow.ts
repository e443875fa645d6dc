import { EpisodeOrder } from '../model/episodes.ts';
import type { FactType, Pack, PackFact } from '../model/packSchema.ts';
import { compileGazetteer } from '../text/gazetteer.ts';
import type { Documents, IndexedEntity, IndexedName, ShowIndex } from './showIndex.ts';
import { termsOfWord, wordsOf } from './terms.ts';

/** What a fact's type says even where its wording does not. */
const TYPE_CONCEPTS: Partial<Record<FactType, string[]>> = {
  death: ['#death'],
  kill: ['#kill', '#death'],
  marriage: ['#marriage'],
  couple: ['#couple'],
  'break-up': ['#breakup'],
  parent: ['#parent'],
  sibling: ['#sibling'],
  identity: ['#identity'],
  alliance: ['#alliance'],
  betrayal: ['#betrayal'],
  job: ['#job'],
  arrival: ['#arrival'],
  return: ['#arrival'],
  departure: ['#departure'],
  injury: ['#injury'],
  discovery: ['#discovery'],
};

/** The id under which somebody who plays in a show is known: their name in the form of an id. */
export function actorId(name: string): string {
  const words =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return `actor:${words.join('-')}`;
}

class DocumentBuilder {
  readonly #documents: Documents = { revealedIn: [], severity: [], who: [], length: [], terms: [], postings: [] };
  readonly #termIds = new Map<string, number>();
  readonly #mentioned: (text: string) => { who: number[]; covered: [number, number][] };

  constructor(mentioned: (text: string) => { who: number[]; covered: [number, number][] }) {
    this.#mentioned = mentioned;
  }

  add(line: { texts: string[]; revealedIn: number; severity: number; who: number[]; concepts?: string[] }): void {
    const terms = new Set(line.concepts ?? []);
    const who = new Set(line.who);
    for (const text of line.texts) {
      const { who: named, covered } = this.#mentioned(text);
      for (const entity of named) who.add(entity);
      for (const word of wordsOf(text)) {
        if (covered.some(([start, end]) => word.start >= start && word.end <= end)) continue;
        for (const term of termsOfWord(word.form)) terms.add(term);
      }
    }
    const document = this.#documents.revealedIn.length;
    this.#documents.revealedIn.push(line.revealedIn);
    this.#documents.severity.push(line.severity);
    this.#documents.who.push([...who].sort((a, b) => a - b));
    this.#documents.length.push(terms.size);
    for (const term of terms) {
      let id = this.#termIds.get(term);
      if (id === undefined) {
        id = this.#documents.terms.push(term) - 1;
        this.#documents.postings.push([]);
        this.#termIds.set(term, id);
      }
      (this.#documents.postings[id] as number[]).push(document);
    }
  }

  build(): Documents {
    return this.#documents;
  }
}

/** Compiles a checked pack into what the engine matches pages with. */
export function compileShow(pack: Pack): ShowIndex {
  const order = new EpisodeOrder(pack.seasons.map((season) => season.episodes.length));
  const ordinal = (code: string) => order.ordinalOf(code);
  const entities: IndexedEntity[] = [];
  const names: IndexedName[] = [];
  const indexOf = new Map<string, number>();
  const addEntity = (entity: IndexedEntity) => {
    indexOf.set(entity.id, entities.length);
    return entities.push(entity) - 1;
  };

  for (const entity of pack.entities) {
    const index = addEntity({ id: entity.id, kind: entity.kind, revealedIn: ordinal(entity.revealedIn), weight: entity.weight });
    for (const name of entity.names) {
      names.push({
        text: name.text,
        entity: index,
        revealedIn: ordinal(name.revealedIn ?? entity.revealedIn),
        ...((name.common || name.word) && { common: true as const }),
        ...(name.word && { word: true as const }),
        ...(name.ambiguous && { ambiguous: true as const }),
        ...(name.kind !== 'full' && name.kind !== 'title' && { short: true as const }),
      });
    }
  }
  for (const actor of new Set(pack.entities.flatMap((entity) => entity.playedBy?.map((part) => part.actor) ?? []))) {
    const index = addEntity({ id: actorId(actor), kind: 'actor', revealedIn: 0, weight: 1 });
    names.push({ text: actor, entity: index, revealedIn: 0 });
  }
  for (const maker of pack.show.makers) {
    if (indexOf.has(actorId(maker))) continue;
    const index = addEntity({ id: `maker:${actorId(maker).slice(6)}`, kind: 'maker', revealedIn: 0, weight: 1 });
    names.push({ text: maker, entity: index, revealedIn: 0 });
  }

  const gazetteer = compileGazetteer(names.map((name) => name.text));
  const builder = new DocumentBuilder((text) => {
    const who: number[] = [];
    const covered: [number, number][] = [];
    gazetteer.find(text, (start, end, index) => {
      const name = names[index] as IndexedName;
      if (name.word && text[start] !== text[start]?.toUpperCase()) return;
      covered.push([start, end]);
      if (!name.ambiguous) who.push(name.entity);
    });
    return { who, covered };
  });
  const ids = (fact: PackFact) => [...fact.who, ...(fact.with ?? []), ...(fact.where ? [fact.where] : [])];
  for (const text of [pack.show.premise, ...pack.show.premiseAlso]) builder.add({ texts: [text], revealedIn: 0, severity: 0, who: [] });
  for (const entity of pack.entities)
    for (const role of entity.roles)
      builder.add({ texts: [role.text], revealedIn: ordinal(role.revealedIn), severity: 0, who: [indexOf.get(entity.id) as number] });
  for (const season of pack.seasons)
    for (const episode of season.episodes)
      for (const fact of episode.facts)
        builder.add({
          texts: [fact.text, ...(fact.also ?? [])],
          revealedIn: ordinal(episode.code),
          severity: fact.severity,
          who: ids(fact)
            .map((id) => indexOf.get(id))
            .filter((index) => index !== undefined),
          concepts: TYPE_CONCEPTS[fact.type] ?? [],
        });

  const episodes = pack.seasons.flatMap((season) => season.episodes);
  const facts = episodes.flatMap((episode) => episode.facts);
  return {
    id: pack.show.id,
    version: pack.show.version,
    title: pack.show.title,
    titles: [pack.show.title, ...pack.show.otherTitles],
    titleIsCommon: pack.show.titleIsCommon,
    scopeWords: pack.show.scopeWords,
    isCoarse: facts.filter((fact) => fact.who.length === 0).length * 2 > facts.length,
    seasonLengths: [...order.seasonLengths],
    episodeTitles: episodes.map((episode) => episode.title),
    tellingTitles: episodes.flatMap((episode, i) => (episode.titleTells ? [i + 1] : [])),
    entities,
    names,
    documents: builder.build(),
  };
}
