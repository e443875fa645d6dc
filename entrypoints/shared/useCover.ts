import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Viewer } from '../../lib/model/viewer.ts';
import '../../lib/page/highlights.css';
import { Painter } from '../../lib/page/painter.ts';

/**
 * Covers everything marked `data-covered` below an element as pages are covered: by the same painter.
 * @returns the ref of that element.
 */
export function useCover<T extends HTMLElement>({ style, strength }: Viewer['look']): RefObject<T | null> {
  const root = useRef<T>(null);
  const [painter] = useState(() => new Painter());
  useEffect(() => {
    painter.start(document, { style, strength });
    return () => painter.stop();
    // The look is followed below.
  }, [painter]);
  useEffect(() => {
    painter.setLook({ style, strength });
    painter.clean();
  }, [painter, style, strength]);
  // After every rendering: what is covered stands in the markup.
  useEffect(() => {
    const ranges = [...(root.current?.querySelectorAll('[data-covered]') ?? [])].map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range;
    });
    const before = painter.count('hidden');
    for (const range of ranges) painter.add('hidden', range);
    if (ranges.length < before) painter.clean();
    return () => {
      for (const range of ranges) painter.remove('hidden', range);
    };
  });
  return root;
}
