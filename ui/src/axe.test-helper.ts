/** What is wrong with a page for who cannot see it. */
import axe from 'axe-core';

/** The faults that axe finds, each with the first place where it is. Needs real timers. */
export async function faultsOfPage(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    // Colours are tested as tokens; happy-dom lays nothing out.
    rules: {
      'color-contrast': { enabled: false },
      'scrollable-region-focusable': { enabled: false },
    },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
