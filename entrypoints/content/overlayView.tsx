import { render } from 'preact';
import { HoverCard } from '../../components/HoverCard.tsx';
import { RevealPopover } from '../../components/RevealPopover.tsx';
import { HoverController } from '../../lib/cards/hoverController.ts';
import type { HoverTarget } from '../../lib/cards/hoverMachine.ts';
import type { MessageKey } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import type { Card } from '../../lib/model/card.ts';
import { isEpisodeCode } from '../../lib/model/episodes.ts';
import type { HiddenMark, Mark, NamedMark } from '../../lib/page/marks.ts';
import { createOverlayHost, type OverlayHost, themeAround } from '../../lib/page/overlayHost.ts';
import { rectsOf } from '../../lib/page/textRange.ts';
import type { Reason } from '../../lib/spoilers/explain.ts';
import css from './overlay.css?inline';

const WHY: Record<Reason, MessageKey> = {
  cue: 'whyCue',
  title: 'whyTitle',
  row: 'whyRow',
  fact: 'whyFact',
  appearance: 'whyAppearance',
  heading: 'whyHeading',
  page: 'whyPage',
  neighbours: 'whyNeighbours',
};

type Point = { x: number; y: number };

/** Cards and popovers of one page: what stands in the overlay, and when. */
export class OverlayView {
  #host: OverlayHost | undefined;
  #stopPlacing: (() => void) | undefined;
  #anchor: { mark: Mark; near: Point | undefined } | undefined;
  #trail: HoverTarget[] = [];
  /** What had the focus before the keyboard opened something. */
  #returnFocus: HTMLElement | undefined;
  #takesFocus = false;
  readonly #titleOf: (show: string) => string;
  readonly #reveal: (mark: Mark) => void;
  readonly hover = new HoverController((state, before) => {
    if (state.at === 'open' && (before.at !== 'open' || before.token !== state.token || before.pinned !== state.pinned)) {
      if (before.at === 'leaving' && before.token === state.token) return;
      void this.#openCard(state.token, state.target);
    } else if (state.at === 'idle' || state.at === 'dwelling') this.#clear();
  });

  constructor(input: { titleOf: (show: string) => string; reveal: (mark: Mark) => void }) {
    this.#titleOf = input.titleOf;
    this.#reveal = input.reveal;
  }

  get isOpen(): boolean {
    return (this.#host?.container.childElementCount ?? 0) > 0;
  }

  contains(event: Event): boolean {
    return this.#host?.contains(event) ?? false;
  }

  /** The pointer rests on a name, or the keyboard reached it (`now`). */
  enter(mark: NamedMark, near: Point | undefined, now = false): void {
    const { state } = this.hover;
    if (!(state.at === 'open' && state.pinned)) this.#anchor = { mark, near };
    this.#trail = [];
    this.#takesFocus = now;
    this.hover.send({ type: 'enter', target: { show: mark.show, entity: mark.entity }, now });
  }

  /** Offers what can be done with a hidden sentence. */
  offer(mark: HiddenMark, near: Point | undefined, focus: boolean): void {
    this.hover.send({ type: 'dismiss' });
    this.#anchor = { mark, near };
    const container = this.#show(
      <RevealPopover
        showTitle={this.#titleOf(mark.show)}
        code={mark.revealedIn}
        why={WHY[mark.reason]}
        onReveal={() => {
          this.close();
          this.#reveal(mark);
        }}
        onSeen={() => {
          this.close();
          void sendMessage('setProgress', { show: mark.show, watched: mark.revealedIn });
        }}
      />,
    );
    if (focus) this.#focusIn(container);
  }

  /** Closes whatever is open. */
  close(): void {
    this.hover.send({ type: 'dismiss' });
    this.#clear();
  }

  /** Takes the overlay from the page. */
  remove(): void {
    this.close();
    this.#host?.remove();
    this.#host = undefined;
  }

  async #openCard(token: number, target: HoverTarget): Promise<void> {
    const card = await sendMessage('getCard', target);
    const { state } = this.hover;
    // A late answer, or one for a name that the pointer has left: dropped.
    if (state.at !== 'open' || state.token !== token || !card) return;
    this.#showCard(card, state.pinned);
    if (this.#takesFocus && this.#host) this.#focusIn(this.#host.container);
    this.#takesFocus = false;
  }

  #focusIn(container: HTMLElement): void {
    if (document.activeElement instanceof HTMLElement) this.#returnFocus ??= document.activeElement;
    container.querySelector('button')?.focus();
  }

  #showCard(card: Card, pinned: boolean): void {
    this.#show(
      <HoverCard
        card={card}
        pinned={pinned}
        canGoBack={this.#trail.length > 0}
        onPin={(value) => this.hover.send({ type: 'pin', pinned: value })}
        onBack={() => {
          const target = this.#trail.pop();
          if (target) this.hover.send({ type: 'go', target });
        }}
        onClose={() => this.close()}
        onGo={(entity, show) => {
          this.#trail.push({ show: card.show, entity: card.entity });
          this.hover.send({ type: 'go', target: { show, entity } });
        }}
        onProgress={(code) => {
          if (isEpisodeCode(code)) void sendMessage('setProgress', { show: card.show, watched: code });
          this.close();
        }}
      />,
    );
  }

  #show(view: preact.ComponentChild): HTMLElement {
    if (!this.#host) {
      this.#host = createOverlayHost(css);
      this.#host.container.addEventListener('pointerenter', () => this.hover.send({ type: 'enterCard' }));
      this.#host.container.addEventListener('pointerleave', () => this.hover.send({ type: 'leave' }));
      this.#host.container.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') this.close();
      });
    }
    const { container } = this.#host;
    if (this.#anchor) {
      const { mark, near } = this.#anchor;
      this.#host.setTheme(themeAround(mark.block.element));
      this.#stopPlacing?.();
      render(view, container);
      this.#stopPlacing = this.#host.placeBeside(() => rectsOf(mark.range), near);
    }
    return container;
  }

  #clear(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    if (this.#host) render(null, this.#host.container);
    this.#returnFocus?.focus();
    this.#returnFocus = undefined;
  }
}
