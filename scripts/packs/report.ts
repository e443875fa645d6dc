import { gzipSync } from 'node:zlib';
import { median } from '../median.ts';
import { loadPacks } from './loadPacks.ts';

// `npm run data:report`: what each shipped pack holds.

const rows = loadPacks().map((pack) => {
  const episodes = pack.seasons.flatMap((season) => season.episodes);
  const facts = episodes.map((episode) => episode.facts.length);
  const all = episodes.flatMap((episode) => episode.facts);
  return [
    pack.show.title,
    pack.seasons.length,
    episodes.length,
    pack.entities.filter((entity) => entity.kind === 'character' || entity.kind === 'creature').length,
    pack.entities.length,
    pack.entities.reduce((sum, entity) => sum + entity.names.length, 0),
    all.length,
    Math.min(...facts),
    median(facts),
    all.filter((fact) => fact.confidence !== 'high').length,
    (gzipSync(JSON.stringify(pack)).length / 1000).toFixed(1),
  ];
});
console.log('| show | seasons | episodes | characters | entities | names | facts | fewest an episode | median an episode | not sure of | KB gzipped |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
