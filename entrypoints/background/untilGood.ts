/**
 * Work that is done once, and begun anew by whoever asks after it failed. All that ask meanwhile get the same promise.
 * @param report is told of every failure.
 */
export function untilGood(work: () => Promise<void>, report: (error: unknown) => void): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => {
    begun ??= work().catch((error: unknown) => {
      begun = undefined;
      report(error);
      throw error;
    });
    return begun;
  };
}
