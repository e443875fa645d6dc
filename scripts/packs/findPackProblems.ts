import { EpisodeOrder, type EpisodeCode } from '../../lib/model/episodes.ts';
import type { Pack } from '../../lib/model/packSchema.ts';

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
    if (entity.firstSeen && ordinal(entity.firstSeen, entity.id) < known)
      problems.push(`${entity.id}: first seen before it is revealed`);
    for (const name of entity.names)
      if (name.revealedIn && ordinal(name.revealedIn, entity.id) < known)
        problems.push(`${entity.id}: the name "${name.text}" comes before its bearer`);
    for (const role of entity.roles)
      if (ordinal(role.revealedIn, entity.id) < known)
        problems.push(`${entity.id}: the role "${role.text}" comes before its bearer`);
  }

  for (const season of pack.seasons)
    for (const episode of season.episodes)
      episode.facts.forEach((fact, f) => {
        const where = `${episode.code} fact ${f + 1}`;
        const now = order.find(episode.code) ?? 0;
        for (const id of [...fact.who, ...(fact.with ?? []), ...(fact.where ? [fact.where] : [])]) {
          const entity = entities.get(id);
          if (!entity) problems.push(`${where}: unknown id ${id}`);
          else if ((order.find(entity.revealedIn) ?? 0) > now)
            problems.push(`${where}: ${id} is not revealed before ${entity.revealedIn}`);
        }
        if (fact.source && !pack.show.sources[fact.source]) problems.push(`${where}: unknown source ${fact.source}`);
        if (fact.at) ordinal(fact.at, where);
        if (fact.until && ordinal(fact.until, where) < now) problems.push(`${where}: ends before it is revealed`);
      });
  return problems;
}
