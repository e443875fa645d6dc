import { loadPacks } from './loadPacks.ts';

/** The line of a shipped pack in packs/index.json: what the background needs to know whether it is seeded. */
export interface ShippedPack {
  id: string;
  version: number;
}

/** The files that ship the packs: packs/index.json and packs/<show>.json. */
export function packAssets(): { relativeDest: string; contents: string }[] {
  const packs = loadPacks();
  const index: ShippedPack[] = packs.map(({ show }) => ({ id: show.id, version: show.version }));
  return [
    { relativeDest: 'packs/index.json', contents: JSON.stringify(index) },
    ...packs.map((pack) => ({ relativeDest: `packs/${pack.show.id}.json`, contents: JSON.stringify(pack) })),
  ];
}
