// When the first screen is really there to be seen.

/** A window that is not shown draws no frames; nobody waits longer than this for one. */
const PATIENCE = 1_000;

/** Resolves once the fonts are in and two frames were drawn: the second one carries the text. */
export async function painted(): Promise<void> {
  await Promise.race([drawn(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function drawn(): Promise<void> {
  // The first frame starts the loading of the fonts that the screen uses.
  await nextFrame();
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
