import { useEffect, useState } from 'preact/hooks';
import type { Viewer } from '../../lib/model/viewer.ts';
import { readViewer, watchViewer } from '../../lib/progress/viewerStore.ts';

/** The stored viewer, followed; undefined until it is read. */
export function useViewer(): Viewer | undefined {
  const [viewer, setViewer] = useState<Viewer>();
  useEffect(() => {
    readViewer().then(setViewer, (error: unknown) => console.error('Sofar could not read its settings.', error));
    return watchViewer(setViewer);
  }, []);
  return viewer;
}
