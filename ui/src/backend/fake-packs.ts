/** Packs in memory: ours, and those of an organisation that a test lets the person point at. */
import type {
  ContactKind,
  FormHead,
  HouseRules,
  JournalCommands,
  Language,
  PackChecked,
  PackHead,
  PackList,
  PackPreview,
  PackRow,
  TermView,
} from './contract';
import type { Handlers } from './fake';
import { failure, type FakeStore } from './fake-store';

type PackCommands = 'list_packs' | 'check_pack' | 'add_pack' | 'switch_pack' | 'remove_pack';

/** A pack that can be added: what is said of it beforehand, and what it brings once it is on. */
export interface FakePack {
  readonly preview: PackPreview;
  readonly kinds?: readonly ContactKind[];
  readonly houseRules?: Partial<HouseRules>;
  readonly terms?: readonly TermView[];
  readonly instruments?: readonly TermView[];
  readonly forms?: readonly FormHead[];
}

interface Added {
  readonly pack: FakePack;
  on: boolean;
}

const ownHead: Record<Language, PackHead> = {
  nl: {
    id: 'dichterbij',
    name: 'Dichterbij',
    version: '0.2.0',
    makers: ['Terugblik'],
    licence: 'EUPL-1.2',
    ownWording: true,
    disclaimer: 'Deze vragen zijn geen checklist. Kies wat past. Stoppen mag altijd.',
  },
  en: {
    id: 'dichterbij',
    name: 'Closer',
    version: '0.2.0',
    makers: ['Terugblik'],
    licence: 'EUPL-1.2',
    ownWording: true,
    disclaimer: 'These questions are no checklist. Choose what fits. You may always stop.',
  },
};

/** A pack of an invented municipality, with something of everything. */
export const municipalPack: FakePack = {
  preview: {
    head: {
      id: 'voorbeeldstad',
      name: 'Werkwijze Voorbeeldstad',
      version: '1.1',
      makers: ['Gemeente Voorbeeldstad', 'Wijkteam Noord'],
      licence: 'CC-BY-4.0',
      ownWording: true,
      disclaimer: 'Gemaakt door consulenten, voor consulenten. Geen voorschrift.',
    },
    language: 'nl',
    replaces: null,
    kinds: ['Spreekuur in de wijk'],
    questions: [
      'Wie uit de wijk had erbij kunnen zijn?',
      'Wat liet je over aan het spreekuur van volgende week?',
    ],
    forms: ['Wijkblad'],
    methods: ['Kwartier met het wijkteam'],
    terms: ['doorbraakpot'],
    instruments: [
      { id: 'budgetmaatje', label: 'Budgetmaatje' },
      { id: 'taalhuis', label: 'Taalhuis' },
    ],
    longestDays: 90,
    safety: 'Bel de achterwacht: toestel 12.',
    protocol: 'We bellen voordat we een brief sturen. Een besluit leggen we uit in een gesprek.',
    advice: [{ line: 31, code: 'long-sentence', value: '18' }],
  },
  kinds: [{ id: 'spreekuur', label: 'Spreekuur in de wijk', contact: true, discussion: false }],
  houseRules: {
    longestDays: 90,
    safety: 'Bel de achterwacht: toestel 12.',
    protocol: 'We bellen voordat we een brief sturen. Een besluit leggen we uit in een gesprek.',
  },
  terms: [{ word: 'doorbraakpot', explanation: 'Geld voor wat in geen regeling past.' }],
  instruments: [
    { word: 'Budgetmaatje', explanation: 'Een vrijwilliger die een half jaar meekijkt met geld.' },
    { word: 'Taalhuis', explanation: 'Les in kleine groepen, ook ’s avonds.' },
  ],
};

/** Packs in memory. */
export class FakePacks {
  /** What the file dialog answers with next; the person closes it where there is nothing. */
  readonly pointsAt: (FakePack | Exclude<PackChecked, { kind: 'fits' }>)[] = [];
  /** The packs of others, in the order in which they were added. */
  readonly added = new Map<string, Added>();

  private pending: FakePack | null = null;

  /** What the packs that are on bring, joined. */
  get brought(): Required<Omit<FakePack, 'preview'>> & { heads: PackHead[] } {
    const on = [...this.added.values()].filter((added) => added.on).map(({ pack }) => pack);
    return {
      heads: on.map(({ preview }) => preview.head),
      kinds: on.flatMap(({ kinds = [] }) => kinds),
      houseRules: Object.assign({}, ...on.map(({ houseRules }) => houseRules)) as object,
      terms: on.flatMap(({ terms = [] }) => terms),
      instruments: on.flatMap(({ instruments = [] }) => instruments),
      forms: on.flatMap(({ forms = [] }) => forms),
    };
  }

  /** Our own pack, as it speaks of itself. */
  own(language: Language): PackHead {
    return ownHead[language];
  }

  /** The commands about them. */
  handlers(
    shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, PackCommands> {
    const list = (): PackList => this.list(shown().settings.appearance.language);
    const tell = (): PackList => {
      const { kinds, houseRules } = this.brought;
      written().fromPacks = { kinds, houseRules };
      return list();
    };
    return {
      list_packs: list,
      check_pack: () => {
        written();
        return this.check();
      },
      add_pack: ({ pack }) => {
        written();
        if (this.pending?.preview.head.id !== pack) throw failure({ code: 'pack-not-at-hand' });
        this.added.set(pack, { pack: this.pending, on: true });
        this.pending = null;
        return tell();
      },
      switch_pack: ({ pack, on }) => {
        written();
        this.known(pack).on = on;
        return tell();
      },
      remove_pack: ({ pack }) => {
        written();
        this.known(pack);
        this.added.delete(pack);
        return tell();
      },
    };
  }

  private check(): PackChecked {
    const file = this.pointsAt.shift();
    if (file === undefined) return { kind: 'cancelled' };
    if ('kind' in file) return file;
    this.pending = file;
    const before = this.added.get(file.preview.head.id);
    const replaces = before?.pack.preview.head.version ?? null;
    return {
      kind: 'fits',
      file: `${file.preview.head.id}.toml`,
      preview: { ...file.preview, replaces },
    };
  }

  private list(language: Language): PackList {
    const own: PackRow = {
      head: this.own(language),
      languages: ['nl', 'en'],
      builtIn: true,
      on: true,
    };
    const others = [...this.added.values()].map(({ pack, on }): PackRow => {
      const { head, language: its } = pack.preview;
      return { head, languages: [its], builtIn: false, on };
    });
    return { packs: [own, ...others] };
  }

  private known(pack: string): Added {
    const known = this.added.get(pack);
    if (!known) throw failure({ code: 'pack-gone' });
    return known;
  }
}
