/** How the team card is cut into pages: whole points, in their order, each under its theme. */
import { describe, expect, it } from 'vitest';

import type { TeamPointId, TeamTheme } from '../../backend/contract';
import { stagePages, type Height } from './stage-pages';

const theme = (name: string, count: number): TeamTheme => ({
  theme: name,
  name,
  points: Array.from({ length: count }, (_, at) => ({
    point: at as TeamPointId,
    theme: name,
    text: `${name}${String(at)}`,
    writtenOn: '2026-11-21' as never,
    discussedOn: null,
  })),
});
const high = (name: number, ...points: number[]): Height => ({ name, points });
const pages = (themes: readonly TeamTheme[], heights: readonly Height[], room: number): string[] =>
  stagePages(themes, heights, room).map((page) =>
    page
      .map(({ name, points }) => `${name ?? ''}: ${points.map(({ text }) => text).join(' ')}`)
      .join(' | '),
  );

describe('the pages of the team card', () => {
  it('are one where all of it fits', () => {
    const themes = [theme('a', 2), theme('b', 1)];
    expect(pages(themes, [high(10, 20, 20), high(10, 20)], 80)).toEqual(['a: a0 a1 | b: b0']);
    expect(pages(themes, [high(0, 0, 0), high(0, 0)], 0)).toEqual(['a: a0 a1 | b: b0']);
  });

  it('begin no theme without a point under its name', () => {
    const themes = [theme('a', 2), theme('b', 1)];
    expect(pages(themes, [high(10, 20, 20), high(10, 20)], 79)).toEqual(['a: a0 a1', 'b: b0']);
  });

  it('say the name of a theme again where it goes on', () => {
    expect(pages([theme('a', 3)], [high(10, 20, 20, 20)], 50)).toEqual(['a: a0 a1', 'a: a2']);
  });

  it('give a page of its own to what is higher than a screen', () => {
    const themes = [theme('a', 3)];
    expect(pages(themes, [high(10, 20, 500, 20)], 60)).toEqual(['a: a0', 'a: a1', 'a: a2']);
  });

  it('lose nothing and turn nothing around, however high each part is', () => {
    const themes = [theme('a', 5), theme('b', 1), theme('c', 4)];
    for (let room = 0; room < 200; room += 7) {
      const heights = themes.map(({ points }, at) =>
        high(8 + at, ...points.map((_, which) => ((which * 13 + at * 5 + room) % 40) + 5)),
      );
      const flat = stagePages(themes, heights, room)
        .flat()
        .flatMap(({ points }) => points.map(({ text }) => text));
      expect(flat).toEqual(themes.flatMap(({ points }) => points.map(({ text }) => text)));
      // No page is higher than the room, unless it holds a single point.
      for (const page of stagePages(themes, heights, room)) {
        const points = page.flatMap((part) => part.points);
        const total = page.reduce((sum, part) => {
          const at = themes.findIndex(({ theme }) => theme === part.theme);
          const height = heights[at];
          const all = part.points.map(({ point }) => height?.points[point] ?? 0);
          return sum + (height?.name ?? 0) + all.reduce((a, b) => a + b, 0);
        }, 0);
        expect(points.length === 1 || total <= room).toBe(true);
      }
    }
  });
});
