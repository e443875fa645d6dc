import { buildActorCard, buildCard, buildEpisodeCard, type CardSource, safeTitles } from '../cards/buildCard.ts';
import type { Card } from '../model/card.ts';
import { type EpisodeOrder, isEpisodeCode } from '../model/episodes.ts';
import type { Viewer } from '../model/viewer.ts';
import { actorId } from '../spoilers/compileShow.ts';
import { type EntitySource, orderOf, type ShowReader } from './showReader.ts';

const progressIn = (viewer: Viewer, show: string, order: EpisodeOrder): number | undefined => {
  const tracked = viewer.shows[show];
  // A show that lost episodes with a new pack must not lose its viewer: the end is the end.
  return tracked ? (order.find(tracked.watched) ?? order.count) : undefined;
};

/** The card of an entity, an actor (`actor:…`) or an episode (`episode:S1E8`) of a show as of the viewer's progress. */
export async function readCard(reader: ShowReader, viewer: Viewer, show: string, id: string): Promise<Card | undefined> {
  const found = await reader.readEntity(show, id, (order) => progressIn(viewer, show, order));
  const card = found && (await cardOf(reader, viewer, found, id));
  return card && { ...card, episodes: safeTitles(found.progress, found.show.seasons) };
}

async function cardOf(reader: ShowReader, viewer: Viewer, found: EntitySource, id: string): Promise<Card | undefined> {
  const { order } = found;
  const source: CardSource = {
    show: found.show.show,
    order,
    entities: found.entities,
    facts: found.facts,
    progress: found.progress,
  };
  if (id.startsWith('episode:')) {
    const code = id.slice('episode:'.length);
    const ordinal = isEpisodeCode(code) ? order.find(code) : undefined;
    const episode = ordinal ? found.show.seasons.flatMap((season) => season.episodes)[ordinal - 1] : undefined;
    return ordinal && episode ? buildEpisodeCard(source, order.codeOf(ordinal), episode) : undefined;
  }
  if (!id.startsWith('actor:')) return buildCard(source, id);
  const name = source.entities.flatMap((entity) => entity.playedBy ?? []).find((part) => actorId(part.actor) === id)?.actor;
  if (!name) return undefined;
  const parts = (await reader.readParts(name)).map((part) => {
    const partOrder = orderOf(part.show);
    return { show: part.show.show, order: partOrder, entity: part.entity, progress: progressIn(viewer, part.show.id, partOrder) };
  });
  return buildActorCard(source, { id, name }, parts);
}
