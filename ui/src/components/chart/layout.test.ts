/** Where everything stands in a chart of phases. */
import { describe, expect, it } from 'vitest';

import { layout, ticksFor, type ChartPhase, type Drawing } from './layout';

const phase = (
  key: number,
  kind: 'begin' | 'trial',
  values: readonly number[],
  names: readonly string[] = kind === 'begin' ? ['Beginfase', 'B1'] : ['Proeffase', 'P1'],
): ChartPhase => ({
  key,
  kind,
  names,
  began: '14 okt',
  values,
  median: values.length === 0 ? null : (values[0] ?? null),
  medianName: values.length === 0 ? null : `mediaan ${values[0]}`,
});

const two = [phase(1, 'begin', [3, 5, 4, 4, 6, 3]), phase(2, 'trial', [5, 6, 4, 7, 8, 6, 7])];
const ten = [0, 5, 10];
const wide = { width: 700, rem: 16 };
const narrow = { width: 250, rem: 16 };
const narrowLargest = { width: 230, rem: 25 };

const points = (drawing: Drawing) => drawing.phases.flatMap((one) => one.points);

/** Everything stays between the sides, and no word over another of its line. */
function expectTidy(drawing: Drawing, rem: number): void {
  const size = 0.875 * rem;
  for (const { x, y } of points(drawing)) {
    expect(x - drawing.radius).toBeGreaterThanOrEqual(drawing.left);
    expect(x + drawing.radius).toBeLessThanOrEqual(drawing.right);
    expect(y).toBeGreaterThanOrEqual(drawing.top);
    expect(y).toBeLessThanOrEqual(drawing.bottom);
  }
  const lines = new Map<number, [from: number, to: number][]>();
  for (const one of drawing.phases)
    for (const label of [one.name, one.medianName, one.began]) {
      if (label === null) continue;
      // What a letter takes on average in the face that is used.
      const half = (label.text.length * 0.5 * size) / 2;
      const middle = label.anchor === 'middle' ? label.x : label.x + half;
      lines.set(label.y, [...(lines.get(label.y) ?? []), [middle - half, middle + half]]);
    }
  for (const words of lines.values())
    for (const [at, [from, to]] of words.entries()) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(drawing.width);
      expect(from).toBeGreaterThan(words[at - 1]?.[1] ?? -1);
    }
}

describe('the scale up the side', () => {
  it('is the whole scale where there is one, whatever was measured', () => {
    expect(ticksFor(10, [4, 5])).toEqual([0, 5, 10]);
    expect(ticksFor(10, [])).toEqual([0, 5, 10]);
  });

  it('reaches over the highest value of a count, with whole numbers at its ticks', () => {
    for (const highest of [0, 1, 4, 5, 10, 11, 37, 99, 100, 350, 600, 601, 999]) {
      const ticks = ticksFor(null, [2, highest]);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(ticks[0]).toBe(0);
    }
  });
});

describe('the points', () => {
  it('are all drawn, in their order, as high as their value', () => {
    const drawing = layout(two, ten, wide);
    expect(drawing.phases.map((one) => one.points.length)).toEqual([6, 7]);
    const values = two.flatMap((one) => one.values);
    for (const [at, { x, y }] of points(drawing).entries()) {
      const share = (drawing.bottom - y) / (drawing.bottom - drawing.top);
      expect(share * 10).toBeCloseTo(values[at] ?? -1, 9);
      expect(x).toBeGreaterThan(points(drawing)[at - 1]?.x ?? -1);
    }
  });

  it('stand as far from each other in every phase: along the side stands their order', () => {
    const all = points(layout(two, ten, wide)).map(({ x }) => x);
    const steps = all.slice(1).map((x, at) => x - (all[at] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 6);
  });

  it('are joined within a phase and never across', () => {
    const drawing = layout(two, ten, wide);
    for (const one of drawing.phases) {
      expect(one.line.match(/M/g)).toHaveLength(1);
      expect(one.line.match(/L/g)).toHaveLength(one.points.length - 1);
      for (const { x } of one.points) {
        expect(x).toBeGreaterThan(one.left);
        expect(x).toBeLessThan(one.right);
      }
    }
    expect(drawing.phases[0]?.right).toBeCloseTo(drawing.phases[1]?.left ?? 0, 9);
  });

  it('stay within the chart and apart from each other when there are sixty', () => {
    const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at % 11);
    for (const room of [wide, narrow, narrowLargest]) {
      const drawing = layout([phase(1, 'begin', many(28)), phase(2, 'trial', many(32))], ten, room);
      expectTidy(drawing, room.rem);
      expect(points(drawing)).toHaveLength(60);
      expect(drawing.radius).toBeGreaterThan(1);
    }
  });
});

describe('the words', () => {
  it('are the name and the median of each phase, and the day on which it began', () => {
    const drawing = layout(two, ten, wide);
    expect(drawing.phases.map(({ name }) => name?.text)).toEqual(['Beginfase', 'Proeffase']);
    expect(drawing.phases.map((one) => one.medianName?.text)).toEqual(['mediaan 3', 'mediaan 5']);
    expect(drawing.phases.map(({ began }) => began?.text)).toEqual(['14 okt', '14 okt']);
    expectTidy(drawing, wide.rem);
  });

  it('become shorter and fewer where there is less room, all in the same way', () => {
    const four = [1, 2, 3, 4].map((key) =>
      phase(
        key,
        key % 2 ? 'begin' : 'trial',
        key % 2 ? [4, 5, 3, 4, 5] : [7, 8, 6, 7, 7, 8, 5, 8],
        [`Beginfase ${key}`, `B${key}`],
      ),
    );
    expect(layout(four, ten, wide).phases.map(({ name }) => name?.text)).toEqual([
      'Beginfase 1',
      'Beginfase 2',
      'Beginfase 3',
      'Beginfase 4',
    ]);
    for (const room of [narrow, narrowLargest]) {
      const drawing = layout(four, ten, room);
      expect(drawing.phases.map(({ name }) => name?.text)).toEqual(['B1', 'B2', 'B3', 'B4']);
      expect(drawing.phases.every((one) => one.medianName === null)).toBe(true);
      expect(drawing.phases[0]?.began?.text).toBe('14 okt');
      expectTidy(drawing, room.rem);
    }
  });

  it('grow with the size of text that a person chose', () => {
    const [normal, largest] = [layout(two, ten, wide), layout(two, ten, { ...wide, rem: 25 })];
    expect(largest.top).toBeGreaterThan(normal.top);
    expect(largest.left).toBeGreaterThan(normal.left);
    expectTidy(largest, 25);
  });
});

describe('a phase', () => {
  it('that was just begun has room for its name, before anything was measured in it', () => {
    for (const room of [wide, narrow, narrowLargest]) {
      const many = Array.from({ length: 30 }, () => 4);
      const drawing = layout([phase(1, 'begin', many), phase(2, 'trial', [])], ten, room);
      const [, begun] = drawing.phases;
      expect(begun?.name).not.toBeNull();
      expect(begun?.median).toBeNull();
      expect(begun?.line).toBe('');
      expectTidy(drawing, room.rem);
    }
  });

  it('alone takes the whole chart, with one point in the middle', () => {
    const drawing = layout([phase(1, 'begin', [7])], ten, wide);
    const [only] = drawing.phases;
    expect(only?.points[0]?.x).toBeCloseTo((drawing.left + drawing.right) / 2, 9);
    expectTidy(drawing, wide.rem);
  });

  it('of which there are more than there is room for still draws its points', () => {
    const twelve = Array.from({ length: 12 }, (_, at) =>
      phase(at, at % 2 ? 'trial' : 'begin', [4]),
    );
    const drawing = layout(twelve, ten, { width: 120, rem: 25 });
    expect(points(drawing)).toHaveLength(12);
    expect(points(drawing).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(
      true,
    );
  });
});
