/** What all pictures in docs/pictures show: the demo article, read by somebody who watches three shows. */
export const SCENE = {
  out: new URL('../../docs/pictures/', import.meta.url).pathname,
  article: new URL('../../tests/pages/demo.html', import.meta.url).pathname,
  /** A name that says more than an address on the loopback interface: the popup shows it. */
  host: 'magazine.example',
  /** Tracked in this order: the popup lists the last one first. */
  watched: [
    ['game-of-thrones', 'S8E6'],
    ['severance', 'S1E4'],
    ['heartstopper', 'S1E8'],
  ],
} as const;
