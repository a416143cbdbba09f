/** Invented sheets, for tests and pictures. No person is behind any of them. */
import type { Day, EntryId } from './contract';
import { DAY, type FakeStore } from './fake-store';

/** A sheet to fill a store with. */
export interface SheetSpecimen {
  readonly form: string;
  readonly daysAgo: number;
  readonly kind?: string;
  readonly alias?: string;
  /** Answers by place: `field`, `field/column`, `field#row` or `field/column#row`. */
  readonly answers: Readonly<Record<string, string>>;
  /** The day of a field that looks back, so many days from now. */
  readonly looksBack?: readonly [field: string, inDays: number];
}

/** A few sheets of the last weeks. */
export const sheetSpecimens: readonly SheetSpecimen[] = [
  {
    form: 'beeld',
    daysAgo: 190,
    answers: {
      zinnen: 'Samenwerken is dat ik weet wie ik kan bellen. Eén contactpersoon, het liefst ik.',
      voorbeeld: 'Bij een overdracht die goed ging, omdat we samen aan tafel zaten.',
    },
  },
  {
    form: 'beeld',
    daysAgo: 95,
    answers: {
      zinnen:
        'Samenwerken is dat we dezelfde vraag horen. Daarna mag ieder iets anders doen. Wie belt, maakt minder uit dan ik dacht.',
    },
  },
  {
    form: 'inbreng',
    daysAgo: 3,
    answers: {
      situatie:
        'Iemand komt elke keer met een nieuw plan. Ik word er moe van, en ik ga steeds sneller praten.',
      vraag: 'Hoe kan ik rustig blijven als het plan weer anders is?',
      groep: 'Eerst vragen, dan pas raad.',
    },
  },
  {
    form: 'frame',
    daysAgo: 8,
    kind: 'casusoverleg',
    alias: 'blauwe reiger',
    answers: {
      'probleem/ik': 'Ze komt niet op afspraken, dus er komt geen plan.',
      'probleem/ander': 'Ze slaapt niet. Een plan is nu te veel.',
      'probleem/inwoner': '“Iedereen wil iets van mij.”',
      'probleem/bron': 'De wijkteamcollega',
      'helpt/ik': 'Eén vaste dag, met een herinnering.',
      'helpt/ander': 'Eerst rust in huis.',
      'afspraken/wat#0': 'Eén gesprek bij haar thuis, met z’n tweeën',
      'afspraken/wie#0': 'Wijkteam en ik',
      'afspraken/wanneer#0': 'Voor vrijdag',
      'afspraken/wat#1': 'Geen brieven tot dan',
      'afspraken/wie#1': 'Ik',
    },
    looksBack: ['kijkmoment', 0],
  },
  {
    form: 'instrument',
    daysAgo: 20,
    kind: 'voortgang',
    alias: 'stille haven',
    answers: {
      gekozen: 'Werkervaringsplek',
      'andere#0': 'Taalcursus',
      'andere#1': 'Nog even wachten',
      'grond/ervaring': 'Ervaring',
      'grond/inwoner': 'De inwoner zelf',
      teken: 'Dat hij zelf vertelt hoe zijn dag was.',
    },
    looksBack: ['kijkmoment', 8],
  },
  {
    form: 'voorbereiden',
    daysAgo: 0,
    kind: 'huisbezoek',
    alias: 'late trein',
    answers: {
      verwacht: 'Dat het over geld gaat, en dat hij boos is.',
      beeld: 'Iemand die alles al drie keer heeft uitgelegd.',
      voornemen: 'Eerst luisteren, dan pas de brief op tafel.',
    },
  },
];

/** Puts sheets in a store, the oldest first. */
export function fillSheets(
  store: FakeStore,
  specimens: readonly SheetSpecimen[] = sheetSpecimens,
): EntryId[] {
  return specimens.map(({ form, daysAgo, kind, alias, answers, looksBack }) => {
    const at = store.now() - daysAgo * DAY;
    const entry = store.start(
      {
        contact: kind ? { day: dayAt(at), kind, alias: alias ?? null } : null,
        sitting: null,
        form: 'sheet',
        sheet: { pack: 'dichterbij', form },
        question: null,
      },
      at,
    );
    const fields = store.formOf(entry)?.fields ?? [];
    const write = (field: string, column: string | null, row: number, text: string): void => {
      const shape = fields.find(({ id }) => id === field)?.shape;
      const option =
        shape?.kind === 'choice'
          ? (shape.options.find(({ label }) => label === text)?.id ?? null)
          : null;
      store.save(entry, null, { kind: 'cell', field, column, row, option }, text, at);
    };
    for (const [place, text] of Object.entries(answers)) {
      const [path = '', row = '0'] = place.split('#');
      const [field = '', column = null] = path.split('/');
      write(field, column, Number(row), text);
    }
    if (looksBack) write(looksBack[0], null, 0, dayAt(store.now() + looksBack[1] * DAY));
    return entry.id;
  });
}

function dayAt(at: number): Day {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}
