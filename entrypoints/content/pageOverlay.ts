import { createOverlayHost, type OverlayHost } from '../../lib/page/overlayHost.ts';
import css from './overlay.css?inline';

/** The one thing that Sofar adds to a page, from the moment it is needed. Cards and notices share it. */
export class PageOverlay {
  #host: OverlayHost | undefined;

  /** The host, made where there is none yet. */
  get host(): OverlayHost {
    this.#host ??= createOverlayHost(css);
    return this.#host;
  }

  /** The host, if there is one. */
  get present(): OverlayHost | undefined {
    return this.#host;
  }

  remove(): void {
    this.#host?.remove();
    this.#host = undefined;
  }
}
