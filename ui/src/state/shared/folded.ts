/** Words as they are compared: no regard to capitals, accents or the space around them. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Whether every word part that was typed stands in one of the texts. */
export function contains(texts: readonly string[], typed: string): boolean {
  const all = folded(texts.join('\n'));
  return folded(typed)
    .split(' ')
    .every((part) => all.includes(part));
}
