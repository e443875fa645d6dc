import { useEffect, useState } from 'preact/hooks';

/** So often the clock is looked at, in milliseconds. */
const TICK_MS = 1000;

/** The present moment in milliseconds of the epoch, followed while it matters. */
export function useNow(isFollowed: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isFollowed) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isFollowed]);
  return now;
}
