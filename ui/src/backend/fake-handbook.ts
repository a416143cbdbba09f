/** The handbook in memory, with a little of everything that one can leaf through. */
import type {
  HandbookQuestion,
  HandbookSource,
  HandbookView,
  JournalCommands,
  QuestionKey,
  ThemeView,
  ThroughTime,
  ThroughTimeRow,
} from './contract';
import type { Handlers } from './fake';
import { leafletIn, type Leaflet } from './fake-leaflet';
import { FakePacks } from './fake-packs';
import { followedBy, questionIn, questionIds, type Wording } from './fake-questions';
import type { FakeStore } from './fake-store';

type HandbookCommands =
  | 'read_handbook'
  | 'question_through_time'
  | 'list_packs'
  | 'check_pack'
  | 'add_pack'
  | 'switch_pack'
  | 'remove_pack';

/** The most rows of one question. */
const ROWS = 200;

/** The handbook in memory. */
export class FakeHandbook {
  /** The packs that it is made of. */
  readonly packs = new FakePacks();
  /** Ids of questions that it no longer has. */
  readonly without = new Set<string>();

  /** The commands about it. */
  handlers(
    shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, HandbookCommands> {
    return {
      read_handbook: () => this.view(shown()),
      question_through_time: (question) => this.throughTime(shown(), question),
      ...this.packs.handlers(shown, written),
    };
  }

  private view(store: FakeStore): HandbookView {
    const wording = wordingOf(store);
    const leaflet = leafletIn(wording.language);
    const brought = this.packs.brought;
    return {
      packs: [this.packs.own(wording.language), ...brought.heads],
      themes: this.themes(wording, leaflet),
      sources: [...leaflet.sources],
      forms: [...store.forms.map(({ head }) => head), ...brought.forms],
      methods: [...leaflet.methods],
      terms: [...leaflet.terms, ...brought.terms],
      cases: [...leaflet.cases],
      roles: [...leaflet.roles],
      cards: [...leaflet.cards],
      starters: [...leaflet.starters],
      agreements: [...leaflet.agreements],
      companion: [...leaflet.companion],
      instruments: [...brought.instruments],
    };
  }

  private themes(wording: Wording, { themes, sources, conversation }: Leaflet): ThemeView[] {
    return themes.map(({ id, name, explanation }) => ({
      id,
      name,
      explanation,
      sources: sources.slice(0, 1).map((source: HandbookSource) => source.id),
      questions: questionIds
        .filter((question) => !this.without.has(question))
        .flatMap((question): HandbookQuestion[] => {
          const view = questionIn(question, wording);
          if (view?.theme !== name) return [];
          const follows = followedBy(question) !== null;
          return [{ question: view, kinds: question === 'D05' ? [...conversation] : [], follows }];
        }),
    }));
  }

  private throughTime(store: FakeStore, { pack, question }: QuestionKey): ThroughTime {
    const rows = store.newestFirst.flatMap((entry) =>
      entry.answers.flatMap(({ asked, field, text }): ThroughTimeRow[] => {
        const same = field.kind === 'question' && field.id === question && asked?.pack === pack;
        if (!same || text.trim() === '') return [];
        const { kind = null, alias = null } = entry.contact ?? {};
        return [{ entry: entry.id, day: entry.day, kind, alias, asked: asked.text, text }];
      }),
    );
    const gone = this.without.has(question);
    return {
      question: gone ? null : questionIn(question, wordingOf(store)),
      rows: rows.slice(0, ROWS),
    };
  }
}

function wordingOf(store: FakeStore): Wording {
  const { appearance, residentWord } = store.settings;
  return { language: appearance.language, resident: residentWord };
}
