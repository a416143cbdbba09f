/** How many rows come onto the page in one frame: about as many as a window shows. */
export const A_PORTION = 7;

/**
 * How many rows of a list stand on the page: some at once, the others over the next frames, so that
 * neither a key press nor the frame of a list that goes by waits for fifty rows. `all` tells how many
 * there are, `first` how many stand there at once; what `first` reads begins anew when it changes.
 */
export function inPortions(all: () => number, first: () => number): { readonly shown: number } {
  let shown = $state(0);
  $effect.pre(() => {
    shown = first();
  });
  $effect(() => {
    if (shown >= all()) return undefined;
    return afterFrames(1, () => (shown += A_PORTION));
  });
  return {
    get shown() {
      return shown;
    },
  };
}

/**
 * Does something after so many frames with what stands on the page already, not in them: the first is what
 * one waits for, and when the second begins it has been handed over. Answers what takes it back.
 */
export function afterFrames(frames: number, act: () => void): () => void {
  let timer = 0;
  let frame = 0;
  const wait = (left: number): void => {
    frame = requestAnimationFrame(() => {
      if (left > 1) wait(left - 1);
      else timer = window.setTimeout(act);
    });
  };
  wait(frames);
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}

/** How many rows stand there at once where one of them, if it is among them, is gone to. */
export function upTo(entries: readonly number[], entry: number | null): number {
  return Math.max(A_PORTION, entry === null ? 0 : entries.indexOf(entry) + 1);
}
