/** What stands in one frame of a page, as a test sees it. */
export interface FrameReading {
  hidden: string[];
  named: string[];
  unread: string[];
  /** Hidden stretches that are in the registry and yet painted as if they were not: no sheet applies to them. */
  bare: string[];
  /** Whether the page's scripts have told that they are through, by `data-done` on the root. */
  isDone: boolean;
  /** The document with its open shadow trees and what users typed, without Sofar's one host. */
  dom: string;
}

/**
 * Reads a frame. Runs in the page's frame, in a world of its own, so that nothing the page redefines gets in the way.
 * @param withDom whether to write the document out, which takes its time on large pages.
 */
export function readFrame(withDom: boolean): FrameReading {
  // Firefox gives such a world no iterators of the page's objects: forEach and indices only.
  const rangesOf = (name: string) => {
    const ranges: AbstractRange[] = [];
    CSS.highlights.get(name)?.forEach((range) => {
      ranges.push(range);
    });
    return ranges;
  };
  const textOf = (range: AbstractRange) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  };
  const isBare = (range: AbstractRange) => {
    const element = range.startContainer.parentElement;
    // An element that no slot shows has no style at all.
    return element !== null && !['rgba(0, 0, 0, 0)', ''].includes(getComputedStyle(element, '::highlight(hl-a)').color);
  };
  const parts: string[] = [];
  const write = (node: Node) => {
    if (node.nodeType !== 1) {
      parts.push(`${node.nodeName} ${JSON.stringify(node.nodeValue)}`);
      if (node.nodeType !== 9) return;
    }
    if (node.nodeType === 1) {
      const element = node as HTMLInputElement;
      const attributes: string[] = [];
      for (let i = 0; i < element.attributes.length; i++) attributes.push(`${element.attributes[i]?.name}=${JSON.stringify(element.attributes[i]?.value)}`);
      const value = /^(input|textarea|select)$/.test(element.localName) ? ` value ${JSON.stringify(element.value)}` : '';
      parts.push(`<${element.nodeName} ${attributes.join(' ')}>${value}`);
      if (element.shadowRoot) {
        parts.push('#shadow');
        for (let child = element.shadowRoot.firstChild; child; child = child.nextSibling) write(child);
      }
    }
    for (let child = node.firstChild; child; child = child.nextSibling) write(child);
    parts.push('/');
  };
  if (withDom) write(document);
  const hidden = rangesOf('hl-a');
  return {
    hidden: hidden.map(textOf),
    named: rangesOf('hl-b').map(textOf),
    unread: rangesOf('hl-c').map(textOf),
    bare: hidden.filter(isBare).map(textOf),
    isDone: document.documentElement.hasAttribute('data-done'),
    dom: parts.join('\n'),
  };
}
