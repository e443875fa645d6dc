import { countBehind, countIn, isInPage, lastChildOf, lastIn, previousSiblingOf, typeOf } from './nodes.ts';

/** A place where the parser may go on: behind a node that is the last for now, but for what a script has put behind it. */
export interface Ending {
  node: Node;
  /** How many elements scripts have put behind it. */
  behind: number;
}

/** What scripts put at the end of a page that loads, for notices and measuring, is few and small. */
const MAX_ENDINGS = 8;
const MAX_ELEMENTS = 200;

const isSmall = (node: Node): boolean => typeOf(node) !== 1 || (node as Element).getElementsByTagName('*').item(MAX_ELEMENTS) === null;

/** Where the parser may go on in an element: behind all of it, or before the last of its children. The likeliest comes first. */
export function endingsOf(element: Element): Ending[] {
  const endings: Ending[] = [{ node: lastIn(element), behind: 0 }];
  let behind = 0;
  for (let child = lastChildOf(element); child && endings.length < MAX_ENDINGS && isSmall(child); child = previousSiblingOf(child)) {
    if (typeOf(child) === 1) behind += 1 + countIn(child);
    const before = previousSiblingOf(child);
    if (before) endings.push({ node: lastIn(before), behind });
  }
  return endings;
}

/**
 * The ending behind which all that came stands.
 * @param grown by how many elements the body has grown; undefined where they were not counted.
 */
export function endingThatGrew(endings: readonly Ending[], body: Element | null, grown: number | undefined): Ending | undefined {
  return endings.find(({ node, behind }) => isInPage(node) && (grown === undefined || !body || countBehind(node, body) - behind === grown));
}
