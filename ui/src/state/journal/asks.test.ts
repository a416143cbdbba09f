import { describe, expect, it } from 'vitest';

import { asksForWords } from './asks';

describe('a search asks for words', () => {
  it.each(['brief', '-moe brief', '"-moe"', '--', '-"moe"', '?', 'a-b', '- brief'])(
    'in %s',
    (text) => expect(asksForWords(text)).toBe(true),
  );

  it.each(['', '  ', '-brief', '-brief -moe', ' -é\n-2 ', '-', '"', '""', '"  "', '- -moe'])(
    'and not in %j',
    (text) => expect(asksForWords(text)).toBe(false),
  );
});
