// Amounts in the words of the chosen language.
import { listFormat, numberFormat } from './formatters';

/** The units of a size, from small to large, in bytes. */
const units = [
  ['kilobyte', 1_000],
  ['megabyte', 1_000_000],
  ['gigabyte', 1_000_000_000],
] as const;

/** "812 kB", "1,2 MB": what a folder of the system would say, and no more precise than helps. */
export function sizeInWords(bytes: number): string {
  const [unit, size] = units.findLast(([, least]) => bytes >= least) ?? units[0];
  const amount = bytes / size;
  return numberFormat({
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'kilobyte' || amount >= 100 ? 0 : 1,
  }).format(bytes > 0 ? Math.max(amount, 1) : 0);
}

/** "0,77", "4,5" or "−0,2": a figure, with a minus sign that is as wide as a digit. */
export function figureInWords(value: number, digits: number): string {
  return numberFormat({
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  })
    .format(value)
    .replace('-', '−');
}

/** "gezondheid, geloof en afkomst" */
export function listInWords(words: readonly string[]): string {
  return listFormat({ type: 'conjunction' }).format(words);
}
