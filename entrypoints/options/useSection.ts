import { useEffect, useState } from 'preact/hooks';

/** The section that the address names behind its #, followed; the first one where it names none. */
export function useSection<T extends string>(ids: readonly [T, ...T[]]): T {
  const read = () => ids.find((id) => `#${id}` === location.hash) ?? ids[0];
  const [section, setSection] = useState(read);
  useEffect(() => {
    const onChange = () => setSection(read());
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  });
  return section;
}
