/**
 * Where everything stands in a chart of phases. Pure: pixels from numbers, so that it can be tested
 * without a window.
 *
 * Along the chart stands the order of measurements and not the calendar: one measures after a
 * contact, and a week without any says nothing. The days stand under the beginnings of phases.
 */

/** A phase as it is drawn. */
export interface ChartPhase {
  readonly key: string | number;
  readonly kind: 'begin' | 'trial';
  /** Its names, the longest first. Each phase has as many; the longest for which all have room are drawn. */
  readonly names: readonly string[];
  /** The day on which it began, in a few characters. */
  readonly began: string;
  /** What was measured, in the order of time. */
  readonly values: readonly number[];
  readonly median: number | null;
  /** What stands under the name, where there is room for it. */
  readonly medianName: string | null;
}

/** What there is to draw in. */
export interface Room {
  /** Pixels from side to side. */
  readonly width: number;
  /** Pixels of one rem, which follow the size of text that a person chose. */
  readonly rem: number;
}

/** A word in the chart. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A phase, drawn. */
export interface DrawnPhase {
  readonly key: string | number;
  readonly kind: 'begin' | 'trial';
  readonly left: number;
  readonly right: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** The line through its points; it never runs on into the next phase. */
  readonly line: string;
  /** The height of the median; none without a value. */
  readonly median: number | null;
  readonly name: Label | null;
  readonly medianName: Label | null;
  readonly began: Label | null;
}

/** A chart, drawn. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly y: number; readonly label: Label }[];
  readonly phases: readonly DrawnPhase[];
  /** Half the width of a point. */
  readonly radius: number;
}

/** The mean width of a letter, as a part of its size. Rather too wide than over another word. */
const LETTER = 0.56;
/** The size of words in the chart, in rem; the style says the same. */
const SIZE = 0.875;

/** The scale up the side: its top, with ticks at nothing, at half of it and there. */
export function ticksFor(most: number | null, values: readonly number[]): number[] {
  const highest = Math.max(0, ...values);
  const tops = [4, 10, 20, 40, 60, 100, 200, 400, 600];
  const top = most ?? tops.find((one) => highest <= one) ?? 1_000;
  return [0, top / 2, top];
}

/** Draws the phases between two sides. */
export function layout(
  phases: readonly ChartPhase[],
  ticks: readonly number[],
  { width, rem }: Room,
): Drawing {
  const most = Math.max(...ticks);
  const digits = String(most).length;
  const left = widthOf('0'.repeat(digits), rem) + 0.625 * rem;
  const right = Math.max(width - 0.375 * rem, left + 1);

  const widths = widthsOf(phases, right - left, rem);
  const starts = widths.map((_, at) => left + widths.slice(0, at).reduce((a, b) => a + b, 0));
  const slots = phases.map(({ values }, at) => (widths[at] ?? 0) / Math.max(values.length, 1));
  const radius = Math.min(Math.max(Math.min(...slots, Infinity) * 0.36, 1.25), 0.25 * rem);

  // One way of naming for all of them: a long name beside a letter looks like another kind of thing.
  const fits = (text: string, at: number): boolean =>
    widthOf(text, rem) <= (widths[at] ?? 0) - 0.25 * rem;
  const ways = Math.max(0, ...phases.map(({ names }) => names.length));
  const way = Array.from({ length: ways }, (_, index) => index).find((index) =>
    phases.every(({ names }, at) => fits(names[index] ?? '', at)),
  );
  const withMedian = phases.every(({ medianName }, at) => fits(medianName ?? '', at));

  const top = (withMedian ? 3.25 : 2) * rem;
  const bottom = top + Math.min(Math.max(width * 0.3, 9 * rem), 12 * rem);
  const upAt = (value: number): number => bottom - (value / most) * (bottom - top);

  let free = left;
  const drawn = phases.map((phase, at): DrawnPhase => {
    const [start = left, room = 0, slot = 0] = [starts[at], widths[at], slots[at]];
    const points = phase.values.map((value, index) => ({
      x: start + (index + 0.5) * slot,
      y: upAt(value),
    }));
    const middle = start + room / 2;
    const name = way === undefined ? undefined : phase.names[way];
    const { medianName, began } = phase;
    // A day may reach under the next phase, but not over the next day.
    const beganFits = start >= free && start + widthOf(began, rem) <= right + 0.375 * rem;
    if (beganFits) free = start + widthOf(began, rem) + 0.5 * rem;
    return {
      key: phase.key,
      kind: phase.kind,
      left: start,
      right: start + room,
      points,
      line: points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
      median: phase.median === null ? null : upAt(phase.median),
      name: name === undefined ? null : { x: middle, y: 1.125 * rem, text: name, anchor: 'middle' },
      medianName:
        medianName !== null && withMedian
          ? { x: middle, y: 2.25 * rem, text: medianName, anchor: 'middle' }
          : null,
      began: beganFits ? { x: start, y: bottom + 1.375 * rem, text: began, anchor: 'start' } : null,
    };
  });

  return {
    width,
    height: bottom + 1.75 * rem,
    left,
    right,
    top,
    bottom,
    ticks: ticks.map((value) => {
      const y = upAt(value);
      const label = { x: left - 0.5 * rem, y: y + 0.3 * rem, text: String(value), anchor: 'end' };
      return { y, label: label as Label };
    }),
    phases: drawn,
    radius,
  };
}

/** As much room for each measurement, and for a phase that is just begun as much as its name takes. */
function widthsOf(phases: readonly ChartPhase[], all: number, rem: number): number[] {
  const least = phases.map(({ names }) =>
    Math.min(widthOf(names.at(-1) ?? '', rem) + 0.5 * rem, all / phases.length),
  );
  const narrow = new Set<number>();
  for (;;) {
    const taken = [...narrow].reduce((sum, at) => sum + (least[at] ?? 0), 0);
    const wide = phases.flatMap((_, at) => (narrow.has(at) ? [] : [at]));
    const values = wide.reduce((sum, at) => sum + (phases[at]?.values.length ?? 0), 0);
    const widthAt = (at: number): number =>
      narrow.has(at)
        ? (least[at] ?? 0)
        : values === 0
          ? (all - taken) / wide.length
          : ((all - taken) * (phases[at]?.values.length ?? 0)) / values;
    const tooNarrow = wide.filter((at) => widthAt(at) < (least[at] ?? 0));
    if (tooNarrow.length === 0 || tooNarrow.length === wide.length)
      return phases.map((_, at) => widthAt(at));
    for (const at of tooNarrow) narrow.add(at);
  }
}

function widthOf(text: string, rem: number): number {
  return text.length * LETTER * SIZE * rem;
}
