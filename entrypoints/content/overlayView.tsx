import { render } from 'preact';
import { HoverCard } from '../../components/HoverCard.tsx';
import { RevealPopover } from '../../components/RevealPopover.tsx';
import { HoverController } from '../../lib/cards/hoverController.ts';
import type { HoverTarget } from '../../lib/cards/hoverMachine.ts';
import type { MessageKey } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import type { Card } from '../../lib/model/card.ts';
import type { HiddenMark, Mark, NamedMark } from '../../lib/page/marks.ts';
import type { OverlayHost } from '../../lib/page/overlayHost.ts';
import { rectsOf } from '../../lib/page/textRange.ts';
import { themeAround } from '../../lib/page/themeAround.ts';
import type { PageOverlay } from './pageOverlay.ts';
import type { ViewerActions } from './viewerActions.ts';

const WHY: Record<HiddenMark['reason'], MessageKey> = {
  cue: 'whyCue',
  title: 'whyTitle',
  row: 'whyRow',
  fact: 'whyFact',
  appearance: 'whyAppearance',
  heading: 'whyHeading',
  page: 'whyPage',
  neighbours: 'whyNeighbours',
  viewer: 'whyViewer',
};

type Point = { x: number; y: number };
/** How a card is asked for: `now` without a rest on the name, `focus` by keyboard. */
type Asked = { now?: boolean; focus?: boolean };

/** Cards and popovers of one page: what stands in the overlay, and when. */
export class OverlayView {
  readonly #overlay: PageOverlay;
  readonly #actions: ViewerActions;
  readonly #titleOf: (show: string) => string;
  readonly #toggle: (mark: HiddenMark) => void;
  /** The host that is listened to: the overlay may have another one by now. */
  #listened: OverlayHost | undefined;
  readonly #end = new AbortController();
  #stopPlacing: (() => void) | undefined;
  #anchor: { mark: Mark; near: Point | undefined } | undefined;
  #trail: HoverTarget[] = [];
  /** What had the focus before the keyboard opened something. */
  #returnFocus: HTMLElement | undefined;
  #takesFocus = false;
  /** What is open was asked for by a click or by key: a pointer that passes a name on its way does not take it away. */
  #isPopover = false;
  readonly hover = new HoverController((state, before) => {
    if (state.at === 'open' && (before.at !== 'open' || before.token !== state.token || before.pinned !== state.pinned)) {
      if (before.at === 'leaving' && before.token === state.token) return;
      void this.#openCard(state.token, state.target);
    } else if (state.at === 'idle' || state.at === 'dwelling') this.#clear();
  });

  constructor(input: { overlay: PageOverlay; actions: ViewerActions; titleOf: (show: string) => string; toggle: (mark: HiddenMark) => void }) {
    this.#overlay = input.overlay;
    this.#actions = input.actions;
    this.#titleOf = input.titleOf;
    this.#toggle = input.toggle;
  }

  get isOpen(): boolean {
    return (this.#overlay.present?.container.childElementCount ?? 0) > 0;
  }

  contains(event: Event): boolean {
    return this.#overlay.present?.contains(event) ?? false;
  }

  /** Whether the card that is open was opened at this very name. */
  isAt(mark: NamedMark): boolean {
    const { mark: open } = this.#anchor ?? {};
    return this.isOpen && this.hover.state.at === 'open' && open?.block === mark.block && open.start === mark.start;
  }

  /** The pointer rests on a name, or it was asked for. */
  enter(mark: NamedMark, near: Point | undefined, { now = false, focus = false }: Asked = {}): void {
    const { state } = this.hover;
    if (!now && this.#isPopover && this.isOpen) return;
    if (now || !(state.at === 'open' && state.pinned)) {
      this.#anchor = { mark, near };
      this.#trail = [];
    }
    this.#takesFocus = focus;
    this.hover.send({ type: 'enter', target: { show: mark.show, entity: mark.entity }, now });
  }

  /** Offers what can be done with a hidden sentence, or with one that was shown. */
  offer(mark: HiddenMark, near: Point | undefined, focus: boolean): void {
    this.hover.send({ type: 'dismiss' });
    this.#anchor = { mark, near };
    const andClose = (run: (byKeyboard: boolean) => void) => () => {
      const byKeyboard = this.#returnFocus !== undefined;
      this.close();
      run(byKeyboard);
    };
    const container = this.#show(
      <RevealPopover
        showTitle={this.#titleOf(mark.show)}
        code={mark.revealedIn}
        why={WHY[mark.reason]}
        isShown={mark.layer === 'shown'}
        isOwn={mark.reason === 'viewer'}
        onToggle={andClose(() => this.#toggle(mark))}
        onSeen={andClose((byKeyboard) => this.#actions.setProgress(mark.show, mark.revealedIn, byKeyboard))}
        onNotASpoiler={andClose((byKeyboard) => this.#actions.allow(mark, byKeyboard))}
        onStopHiding={andClose((byKeyboard) => this.#actions.stopHiding(mark, byKeyboard))}
      />,
    );
    this.#isPopover = true;
    if (focus) this.#focusIn(container);
  }

  /** The viewer changed: an open card tells what is known now. */
  refresh(): void {
    const { state } = this.hover;
    if (this.isOpen && (state.at === 'open' || state.at === 'leaving')) void this.#openCard(state.token, state.target);
  }

  /** Closes whatever is open. */
  close(): void {
    this.hover.send({ type: 'dismiss' });
    this.#clear();
  }

  /** Closes, and leaves the overlay to others. */
  stop(): void {
    this.close();
    this.#end.abort();
  }

  async #openCard(token: number, target: HoverTarget): Promise<void> {
    const card = await sendMessage('getCard', target);
    const { state } = this.hover;
    // A late answer, or one for a name that the pointer has left: dropped.
    if ((state.at !== 'open' && state.at !== 'leaving') || state.token !== token || !card) return;
    const container = this.#showCard(card, state.at === 'open' && state.pinned);
    if (this.#takesFocus) this.#focusIn(container);
    this.#takesFocus = false;
  }

  #focusIn(container: HTMLElement): void {
    if (document.activeElement instanceof HTMLElement) this.#returnFocus ??= document.activeElement;
    container.querySelector('button')?.focus();
  }

  #showCard(card: Card, pinned: boolean): HTMLElement {
    return this.#show(
      <HoverCard
        key={`${card.show} ${card.entity}`}
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
        onProgress={(code) => this.#actions.setProgress(card.show, code, false, card.showTitle)}
      />,
    );
  }

  #show(view: preact.ComponentChild): HTMLElement {
    const { host } = this.#overlay;
    if (this.#listened !== host) this.#listenTo(host);
    if (!this.#anchor) return host.container;
    const { mark, near } = this.#anchor;
    const { element } = mark.block;
    host.setTheme(themeAround(element));
    this.#stopPlacing?.();
    render(view, host.container);
    this.#stopPlacing = host.placeBeside(() => rectsOf(mark), near, element.nodeType === 1 ? (element as Element) : (element as ShadowRoot).host);
    return host.container;
  }

  #listenTo(host: OverlayHost): void {
    this.#listened = host;
    const { container } = host;
    const { signal } = this.#end;
    // A finger that lifts has not left the card.
    container.addEventListener('pointerenter', ({ pointerType }) => pointerType !== 'touch' && this.hover.send({ type: 'enterCard' }), { signal });
    container.addEventListener('pointerleave', ({ pointerType }) => pointerType !== 'touch' && this.hover.send({ type: 'leave' }), { signal });
    container.addEventListener('keydown', (event) => event.key === 'Escape' && this.close(), { signal });
  }

  #clear(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    this.#isPopover = false;
    const host = this.#overlay.present;
    if (host) render(null, host.container);
    this.#returnFocus?.focus();
    this.#returnFocus = undefined;
  }
}
