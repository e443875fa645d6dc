/**
 * The clock is looked at again after so many milliseconds at the latest. One long timer would not do: timers stand still
 * while a computer sleeps, and the pause would last as much longer.
 */
const LOOK_AGAIN_MS = 30_000;

/** Calls back once when a pause is over, unless it is over already (moment in milliseconds of the epoch). @returns what ends the waiting. */
export function afterPause(until: number, ended: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const left = until - Date.now();
    if (left > 0) timer = setTimeout(look, Math.min(left, LOOK_AGAIN_MS));
    else ended();
  };
  if (until > Date.now()) look();
  return () => clearTimeout(timer);
}
