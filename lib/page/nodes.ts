/*
 * Names of fields stand in the way of a form's own properties, and names of pictures in that of a document's: in
 * `<form><input name="parentNode">` the form's parent is the field, whose parent is the form. So the browser's own
 * getters are asked, whatever the page calls its fields. Where there are none (Node), the property is.
 */
type Getter = (() => unknown) | undefined;

const getterOf = (owner: keyof typeof globalThis, name: string): Getter => {
  const prototype = (globalThis[owner] as { prototype?: object } | undefined)?.prototype;
  return prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get;
};

const type = getterOf('Node', 'nodeType');
const parent = getterOf('Node', 'parentNode');
const first = getterOf('Node', 'firstChild');
const last = getterOf('Node', 'lastChild');
const next = getterOf('Node', 'nextSibling');
const previous = getterOf('Node', 'previousSibling');
const connected = getterOf('Node', 'isConnected');
const firstElement = getterOf('Element', 'firstElementChild');
const content = getterOf('Element', 'textContent') ?? getterOf('Node', 'textContent');
const localName = getterOf('Element', 'localName');
const shadow = getterOf('Element', 'shadowRoot');
const root = getterOf('Document', 'documentElement');
const body = getterOf('Document', 'body');
const title = getterOf('Document', 'title');
const state = getterOf('Document', 'readyState');
const attributes = globalThis.Element?.prototype.hasAttributes;
const attribute = globalThis.Element?.prototype.getAttribute;

export const typeOf = (node: Node): number => (type ? type.call(node) : node.nodeType) as number;
export const parentOf = (node: Node): Node | null => (parent ? parent.call(node) : node.parentNode) as Node | null;
export const firstChildOf = (node: Node): Node | null => (first ? first.call(node) : node.firstChild) as Node | null;
export const lastChildOf = (node: Node): Node | null => (last ? last.call(node) : node.lastChild) as Node | null;
export const nextSiblingOf = (node: Node): Node | null => (next ? next.call(node) : node.nextSibling) as Node | null;
export const previousSiblingOf = (node: Node): Node | null => (previous ? previous.call(node) : node.previousSibling) as Node | null;
export const isInPage = (node: Node): boolean => (connected ? connected.call(node) : node.isConnected) as boolean;
/** All text in an element, without that in shadow trees. */
export const contentOf = (element: Element): string => (content ? content.call(element) : element.textContent) as string;
export const hasElements = (element: Element): boolean => (firstElement ? firstElement.call(element) : element.firstElementChild) !== null;
export const nameOf = (element: Element): string => (localName ? localName.call(element) : element.localName) as string;
export const hasAttributes = (element: Element): boolean => (attributes ? attributes.call(element) : element.hasAttributes());
export const attributeOf = (element: Element, name: string): string | null => (attribute ? attribute.call(element, name) : element.getAttribute(name));
export const shadowOf = (element: Element): ShadowRoot | null => (shadow ? shadow.call(element) : element.shadowRoot) as ShadowRoot | null;
/** The last node that stands in another, however deep, or the node itself. */
export function lastIn(node: Node): Node {
  let at = node;
  for (let child = lastChildOf(at); child; child = lastChildOf(at)) at = child;
  return at;
}

/** How many elements stand in an element; 0 in what is none. */
export const countIn = (node: Node): number => (typeOf(node) === 1 ? (node as Element).getElementsByTagName('*').length : 0);

/** Whether a node begins before another one of the same tree. What it stands in begins before it, too. */
export const isBefore = (node: Node, other: Node): boolean => (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/**
 * How many elements in `root` begin behind a node, in it or after it. Looked for by halves in the browser's own list:
 * a walk would make an object of each.
 */
export function countBehind(node: Node, root: Element): number {
  const all = root.getElementsByTagName('*');
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(node, all[middle] as Element)) high = middle;
    else low = middle + 1;
  }
  return all.length - low;
}

/** Whether a page has scripts, which may put text where its parser was through. */
export const hasScripts = (page: Document): boolean => page.getElementsByTagName('script').item(0) !== null;

export const rootOf = (page: Document): Element | null => (root ? root.call(page) : page.documentElement) as Element | null;
export const bodyOf = (page: Document): HTMLElement | null => (body ? body.call(page) : page.body) as HTMLElement | null;
export const titleOf = (page: Document): string => (title ? title.call(page) : page.title) as string;
export const stateOf = (page: Document): DocumentReadyState => (state ? state.call(page) : page.readyState) as DocumentReadyState;
