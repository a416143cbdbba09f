/** What was learned, in memory: rules of thumb, words with two meanings and the team card. */
import type {
  Day,
  JournalCommands,
  Language,
  RuleId,
  RuleOfThumb,
  TeamCard,
  TeamPoint,
  TeamPointDraft,
  TeamPointId,
  TwofoldWord,
  TwofoldWordDraft,
  TwofoldWordId,
  WordingId,
} from './contract';
import type { Handlers } from './fake';
import { leafletIn } from './fake-leaflet';
import { failure, type FakeStore } from './fake-store';

type LearnedCommand =
  | 'list_rules'
  | 'keep_rule'
  | 'change_rule'
  | 'drop_rule'
  | 'erase_rule'
  | 'erase_wording'
  | 'list_twofold_words'
  | 'keep_twofold_word'
  | 'change_twofold_word'
  | 'erase_twofold_word'
  | 'read_team_card'
  | 'keep_team_point'
  | 'change_team_point'
  | 'discuss_team_point'
  | 'erase_team_point'
  | 'save_learned';

/** What was learned, in the role in memory. */
export class FakeLearned {
  /** The rules of thumb, in the order in which they were kept. */
  rules: RuleOfThumb[] = [];
  /** The words, in the order in which they were kept. */
  words: TwofoldWord[] = [];
  /** What is for the team, in the order in which it was written. */
  points: TeamPoint[] = [];
  /** Where the person lets a page be written; nothing closes the dialog. */
  savesTo: string | null = '/home/noor/Documenten/geleerd.html';

  constructor(
    private readonly store: FakeStore,
    rules: readonly string[] = [],
  ) {
    for (const text of rules) this.keepRule(text);
  }

  /** Everything that is written here. */
  get texts(): string[] {
    return [
      ...this.rules.flatMap(({ text, former }) => [text, ...former.map((one) => one.text)]),
      ...this.words.flatMap(({ word, mine, theirs, whose }) => [word, mine, theirs, whose]),
      ...this.points.map(({ text }) => text),
    ];
  }

  /** The commands about it. */
  handlers(
    _shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, LearnedCommand> {
    return {
      list_rules: () => ({ rules: this.rulesInOrder }),
      keep_rule: ({ text }) => (written(), this.keepRule(text)),
      change_rule: ({ rule, text }) => (written(), this.changeRule(rule, text)),
      drop_rule: ({ rule, dropped }) => {
        const { today } = written();
        return this.putRule(rule, ({ droppedOn }) => ({
          droppedOn: dropped ? (droppedOn ?? today) : null,
        }));
      },
      erase_rule: ({ rule }) => {
        written();
        const kept = this.rule(rule);
        this.rules = this.rules.filter((other) => other !== kept);
        return null;
      },
      erase_wording: ({ wording }) => {
        written();
        const kept = this.rules.find(({ former }) => former.some((one) => one.wording === wording));
        if (kept === undefined) throw failure({ code: 'rule-gone' });
        return this.putRule(kept.rule, ({ former }) => ({
          former: former.filter((one) => one.wording !== wording),
        }));
      },
      list_twofold_words: () => ({
        words: this.words.toSorted(
          (a, b) => a.word.localeCompare(b.word, 'nl') || a.twofold - b.twofold,
        ),
      }),
      keep_twofold_word: (draft) => (written(), this.keepWord(draft)),
      change_twofold_word: ({ twofold, draft }) => {
        const changed = { ...this.word(twofold), ...usableWord(draft) };
        changed.changedAt = written().moment();
        this.words = this.words.map((other) => (other.twofold === twofold ? changed : other));
        return changed;
      },
      erase_twofold_word: ({ twofold }) => {
        written();
        const kept = this.word(twofold);
        this.words = this.words.filter((other) => other !== kept);
        return null;
      },
      read_team_card: () => this.card,
      keep_team_point: (draft) => {
        written();
        this.keepPoint(draft);
        return this.card;
      },
      change_team_point: ({ point, draft }) => {
        written();
        const kept = this.point(point);
        return this.putPoint(kept, usablePoint(draft, kept.theme));
      },
      discuss_team_point: ({ point, discussed }) => {
        const { today } = written();
        const kept = this.point(point);
        return this.putPoint(kept, {
          discussedOn: discussed ? (kept.discussedOn ?? today) : null,
        });
      },
      erase_team_point: ({ point }) => {
        written();
        const kept = this.point(point);
        this.points = this.points.filter((other) => other !== kept);
        return this.card;
      },
      save_learned: () => (written(), { path: this.savesTo }),
    };
  }

  /** Keeps a rule of thumb. */
  keepRule(text: string): RuleOfThumb {
    const rule: RuleOfThumb = {
      rule: this.store.id<RuleId>(),
      text: usableRule(text),
      changedAt: this.store.moment(),
      droppedOn: null,
      former: [],
    };
    this.rules = [...this.rules, rule];
    return rule;
  }

  /** Changes a rule of thumb; the words it had stay beside it. */
  changeRule(id: RuleId, text: string, until: Day = this.store.today): RuleOfThumb {
    const usable = usableRule(text);
    return this.putRule(id, (kept) =>
      kept.text === usable
        ? {}
        : {
            text: usable,
            changedAt: this.store.moment(),
            former: [
              { wording: this.store.id<WordingId>(), text: kept.text, until },
              ...kept.former,
            ],
          },
    );
  }

  /** Keeps a word with two meanings. */
  keepWord(draft: TwofoldWordDraft): TwofoldWord {
    const word: TwofoldWord = {
      twofold: this.store.id<TwofoldWordId>(),
      ...usableWord(draft),
      changedAt: this.store.moment(),
    };
    this.words = [...this.words, word];
    return word;
  }

  /** Puts something on the team card. */
  keepPoint(draft: TeamPointDraft, writtenOn: Day = this.store.today): TeamPoint {
    const point: TeamPoint = {
      point: this.store.id<TeamPointId>(),
      ...usablePoint(draft, null),
      writtenOn,
      discussedOn: null,
    };
    this.points = [...this.points, point];
    return point;
  }

  private get rulesInOrder(): RuleOfThumb[] {
    const latest = this.rules.toReversed();
    return [
      ...latest.filter(({ droppedOn }) => droppedOn === null),
      ...latest
        .filter(({ droppedOn }) => droppedOn !== null)
        .toSorted((a, b) => (b.droppedOn ?? '').localeCompare(a.droppedOn ?? '')),
    ];
  }

  private get card(): TeamCard {
    const { themes } = leafletIn(this.language);
    const open = this.points.filter(({ discussedOn }) => discussedOn === null);
    const known = themes.map(({ id }) => id);
    const gone = open.flatMap(({ theme }) => (theme && !known.includes(theme) ? [theme] : []));
    const order: readonly (string | null)[] = [...known, ...new Set(gone), null];
    return {
      themes: order.flatMap((theme) => {
        const points = open.filter((point) => point.theme === theme);
        if (points.length === 0) return [];
        return [{ theme, name: themes.find(({ id }) => id === theme)?.name ?? theme, points }];
      }),
      discussed: this.points
        .filter(({ discussedOn }) => discussedOn !== null)
        .toReversed()
        .toSorted((a, b) => (b.discussedOn ?? '').localeCompare(a.discussedOn ?? '')),
    };
  }

  private get language(): Language {
    return this.store.settings.appearance.language;
  }

  private rule(id: RuleId): RuleOfThumb {
    return found(this.rules, ({ rule }) => rule === id, 'rule-gone');
  }

  private putRule(id: RuleId, change: (kept: RuleOfThumb) => Partial<RuleOfThumb>): RuleOfThumb {
    const kept = this.rule(id);
    const changed = { ...kept, ...change(kept) };
    this.rules = this.rules.map((other) => (other === kept ? changed : other));
    return changed;
  }

  private word(id: TwofoldWordId): TwofoldWord {
    return found(this.words, ({ twofold }) => twofold === id, 'twofold-word-gone');
  }

  private point(id: TeamPointId): TeamPoint {
    return found(this.points, ({ point }) => point === id, 'team-point-gone');
  }

  private putPoint(kept: TeamPoint, change: Partial<TeamPoint>): TeamCard {
    this.points = this.points.map((other) => (other === kept ? { ...kept, ...change } : other));
    return this.card;
  }
}

const KNOWN_THEMES = new Set(leafletIn('nl').themes.map(({ id }) => id));

function found<Kept>(
  all: readonly Kept[],
  is: (one: Kept) => boolean,
  code: 'rule-gone' | 'twofold-word-gone' | 'team-point-gone',
): Kept {
  const one = all.find(is);
  if (one === undefined) throw failure({ code });
  return one;
}

/** One line of so many characters, trimmed; nothing where it is no such line. */
function line(text: string, least: number, most: number): string | null {
  const trimmed = text.trim();
  const characters = [...trimmed].length;
  return characters >= least && characters <= most && !/[\n\r]/u.test(trimmed) ? trimmed : null;
}

function usableRule(text: string): string {
  const usable = line(text, 1, 300);
  if (usable === null) throw failure({ code: 'rule-unusable' });
  return usable;
}

function usableWord(draft: TwofoldWordDraft): TwofoldWordDraft {
  const word = line(draft.word, 1, 60);
  const mine = line(draft.mine, 0, 300);
  const theirs = line(draft.theirs, 0, 300);
  const whose = line(draft.whose, 0, 60);
  if (word === null || mine === null || theirs === null || whose === null)
    throw failure({ code: 'twofold-word-unusable' });
  return { word, mine, theirs, whose };
}

/** A theme that no pack has is refused, unless it stood there already. */
function usablePoint({ theme, text }: TeamPointDraft, before: string | null): TeamPointDraft {
  const trimmed = text.trim();
  if (trimmed === '' || [...trimmed].length > 600) throw failure({ code: 'team-point-unusable' });
  if (theme !== null && theme !== before && !KNOWN_THEMES.has(theme))
    throw failure({ code: 'out-of-turn' });
  return { theme, text: trimmed };
}
