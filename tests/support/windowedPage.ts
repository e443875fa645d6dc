import { vi } from 'vitest';
import type { PageBlock } from '../../lib/page/pageEngine.ts';
import { PaintWindow, type PaintWindowInput } from '../../lib/page/paintWindow.ts';
import { stubStaticRange } from './stubStaticRange.ts';

/** Of each block of the page, in CSS pixels. */
export const HEIGHT = 100;

/** A page of blocks one below the other, as its paint window sees it. happy-dom lays nothing out: where they are is made up. */
export class WindowedPage {
  /** How far down the page is scrolled, in CSS pixels. */
  scrolled = 0;
  blocks: PageBlock[] = [];
  mustCover = true;
  /** Those that are for the viewer, far off too. */
  readonly harmless = new Set<PageBlock>();
  rests: ReturnType<PaintWindowInput['rests']> = [];
  coverMore = (): boolean => false;
  /** What the window made of it. */
  readonly far = new Set<PageBlock>();
  readonly covers = new Set<AbstractRange>();
  paintWindow!: PaintWindow;

  constructor() {
    vi.stubGlobal('innerHeight', 800);
    stubStaticRange();
    // Here each observation is reported in the next task.
    vi.stubGlobal(
      'ResizeObserver',
      class {
        readonly #report: () => void;
        constructor(report: () => void) {
          this.#report = report;
        }
        observe = () => setTimeout(this.#report);
        unobserve = () => undefined;
        disconnect = () => undefined;
      },
    );
  }

  /** A block below all others. */
  blockAt(index: number): PageBlock {
    const element = document.createElement('p');
    vi.spyOn(element, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, index * HEIGHT - this.scrolled, 600, HEIGHT));
    element.append(`block ${index}`);
    document.body.append(element);
    return { element, nodes: [element.firstChild] } as unknown as PageBlock;
  }

  /** Fills it with so many blocks, and has a window over them. */
  open(count: number): void {
    document.body.textContent = '';
    this.blocks = Array.from({ length: count }, (_, i) => this.blockAt(i));
    this.paintWindow = new PaintWindow({
      blocks: this.blocks,
      board: {
        setFar: (block, isFar) => (isFar ? this.far.add(block) : this.far.delete(block)),
        isFar: (block) => this.far.has(block),
        mustCover: (block) => !this.harmless.has(block),
      },
      mustCover: () => this.mustCover,
      cover: (range) => this.covers.add(range),
      uncover: (range) => this.covers.delete(range),
      rests: () => this.rests,
      coverMore: () => this.coverMore(),
    });
  }

  isFar(index: number): boolean {
    return this.far.has(this.blocks[index] as PageBlock);
  }

  close(): void {
    this.paintWindow.stop();
    vi.unstubAllGlobals();
  }
}
