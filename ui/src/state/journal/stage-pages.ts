/** What stands on the team card, cut into pages that fit a screen. */
import type { TeamTheme } from '../../backend/contract';

/** How high a theme stands on the screen. */
export interface Height {
  /** Of its name. */
  readonly name: number;
  /** Of each of its points. */
  readonly points: readonly number[];
}

/**
 * Pages with whole points in their order. A theme that goes on has its name on each of its pages; a
 * theme begins on a page only with a point under its name. What is higher than a screen has one of
 * its own. All heights in the same unit, each with the room around it.
 */
export function stagePages(
  themes: readonly TeamTheme[],
  heights: readonly Height[],
  room: number,
): TeamTheme[][] {
  const pages: TeamTheme[][] = [];
  let left = 0;
  for (const [at, theme] of themes.entries()) {
    const height = heights[at];
    let here: TeamTheme | null = null;
    for (const [which, point] of theme.points.entries()) {
      const needs = height?.points[which] ?? 0;
      if (here !== null && needs <= left) {
        here.points.push(point);
        left -= needs;
        continue;
      }
      const name = height?.name ?? 0;
      const page = here === null && name + needs <= left ? pages.at(-1) : undefined;
      here = { ...theme, points: [point] };
      if (page) page.push(here);
      else pages.push([here]);
      left = (page ? left : room) - name - needs;
    }
  }
  return pages;
}
