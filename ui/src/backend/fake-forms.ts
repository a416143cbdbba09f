/** Forms for the role in memory: one for every shape that a field can have, in invented words. */
import type { FormHead, FormView, SheetField } from './contract';

/** A form as a pack has it. */
export interface FakeForm {
  readonly head: FormHead;
  readonly note: string | null;
  readonly fields: readonly FakeField[];
}

/** A field; a day is proposed so many days after the entry's own. */
export type FakeField = SheetField & { readonly afterDays?: number };

const text = (id: string, label: string, hint: string | null = null): FakeField => ({
  id,
  label,
  hint,
  shape: { kind: 'text', repeated: false },
  suggestions: [],
});

const texts = (id: string, label: string, hint: string | null = null): FakeField => ({
  ...text(id, label, hint),
  shape: { kind: 'text', repeated: true },
});

const columns = (
  id: string,
  label: string,
  names: readonly (readonly [id: string, label: string])[],
  repeated = false,
): FakeField => ({
  ...text(id, label),
  shape: { kind: 'columns', columns: names.map(([id, label]) => ({ id, label })), repeated },
});

const choice = (
  id: string,
  label: string,
  options: readonly (readonly [id: string, label: string])[],
  many = false,
): FakeField => ({
  ...text(id, label),
  shape: { kind: 'choice', options: options.map(([id, label]) => ({ id, label })), many },
});

const day = (id: string, label: string, asks: string | null, afterDays: number): FakeField => ({
  ...text(id, label),
  shape: { kind: 'date', asks, proposed: null },
  afterDays,
});

const views = [
  ['ik', 'Zo zie ik het'],
  ['ander', 'Zo ziet de ander het, denk ik'],
  ['inwoner', 'Zo zegt de inwoner het'],
  ['bron', 'Wie bracht dat in?'],
] as const;

function form(
  id: string,
  title: string,
  explanation: string,
  fields: readonly FakeField[],
  more: Partial<FormHead> & { note?: string } = {},
): FakeForm {
  const { note = null, ...head } = more;
  return {
    head: {
      form: { pack: 'dichterbij', form: id },
      title,
      explanation,
      about: 'contact',
      personFree: false,
      compare: false,
      kinds: [],
      theme: null,
      sources: [],
      intervision: null,
      ...head,
    },
    note,
    fields,
  };
}

/** The forms of the handbook in memory. */
export const fakeForms: readonly FakeForm[] = [
  form(
    'voorbereiden',
    'Voorbereiden',
    'Twee minuten voor je begint. Na het contact lees je dit terug naast je terugblik.',
    [
      text('verwacht', 'Wat verwacht je van dit contact?', 'Wat zal er gebeuren? En wat hoop je?'),
      text('beeld', 'Welk beeld heb je nu van de inwoner?', 'Het is een beeld, geen feit.'),
      text('voornemen', 'Wat is het ene ding waar je op wilt letten?'),
    ],
    {
      about: 'coming-contact',
      kinds: ['kennismaking', 'huisbezoek'],
      theme: 'De werkrelatie',
    },
  ),
  form(
    'dilemma',
    'Dilemma',
    'Voor een keuze die wringt. Er zijn vaak meer dan twee wegen. Iets mag blijven schuren.',
    [
      text('feiten', 'Feiten', 'Wat weet je zeker?'),
      text('regels', 'Regels', 'Waar laat een regel ruimte?'),
      text('goed', 'Wat ik goed vind, en waarom'),
      texts('mogelijkheden', 'Welke wegen zijn er?', 'Niets doen of wachten mag ook.'),
      choice('einde', 'Hoe laat je het nu achter?', [
        ['klaar', 'Klaar'],
        ['schuurt', 'Blijft schuren'],
      ]),
    ],
    { kinds: ['maatregel', 'huisbezoek'], theme: 'De werkrelatie' },
  ),
  form(
    'werkrelatie',
    'Hoe werken jullie samen?',
    'Een goed contact is meer dan een klik. Je antwoordt in woorden, zo kort als je wilt.',
    [
      text('doel', 'Doel: waar werken jullie allebei aan?'),
      text('aanpak', 'Aanpak: hoe weten jullie wie wat doet?'),
      text('contact', 'Contact: wat durven jullie elkaar te zeggen?'),
    ],
    {
      compare: true,
      kinds: ['voortgang'],
      theme: 'De werkrelatie',
      note: 'Dit is jouw indruk, niet die van de inwoner.',
    },
  ),
  form(
    'frame',
    'Ieders kijk op de casus',
    'Na een casusoverleg. Ieder kijkt vanuit het eigen vak. Dat zie je pas als je het naast elkaar zet.',
    [
      columns('probleem', 'Wat is het probleem?', views),
      columns('helpt', 'Wat helpt?', views),
      columns(
        'afspraken',
        'Wat spraken jullie af?',
        [
          ['wat', 'Wat'],
          ['wie', 'Wie'],
          ['wanneer', 'Wanneer'],
        ],
        true,
      ),
      day(
        'kijkmoment',
        'Wanneer kijk je of het gelukt is?',
        'Is de afspraak uitgevoerd? Wat kwam ertussen?',
        7,
      ),
    ],
    {
      kinds: ['casusoverleg'],
      theme: 'Samen overleggen',
      note: 'Wat de ander ziet, vul je hier zelf in. Vraag het later na.',
    },
  ),
  form(
    'instrument',
    'Keuze van een instrument',
    'Je koos een instrument voor iemand. Over een paar weken komt de vraag terug.',
    [
      {
        ...text('gekozen', 'Welk instrument koos je?'),
        suggestions: ['Jobcoach', 'Taalcursus', 'Werkervaringsplek'],
      },
      texts('andere', 'Welke andere had je kunnen kiezen?', 'Niets inzetten kan ook.'),
      choice(
        'grond',
        'Waar komt je keuze vandaan?',
        [
          ['kennis', 'Kennis'],
          ['ervaring', 'Ervaring'],
          ['inwoner', 'De inwoner zelf'],
        ],
        true,
      ),
      text('teken', 'Waaraan zie je dat het helpt?'),
      day('kijkmoment', 'Wanneer kijk je hierop terug?', 'Wat zag je van het teken?', 28),
    ],
    { kinds: ['intake', 'voortgang'], theme: 'Onderbouwd kiezen' },
  ),
  form(
    'beeld',
    'Mijn beeld van samenwerken',
    'Samenwerken betekent voor ieder iets anders. Je eerdere versies staan ernaast.',
    [
      text('zinnen', 'Wat is samenwerken nu voor jou? Schrijf drie zinnen.'),
      text('voorbeeld', 'Waar zag je dat de laatste tijd?'),
    ],
    { about: 'nobody', compare: true, theme: 'Samen overleggen' },
  ),
  form(
    'inbreng',
    'Inbreng voor intervisie',
    'Je bereidt voor wat je wilt inbrengen. Het gaat om jouw vraag, niet om de inwoner.',
    [
      text('situatie', 'De situatie, in algemene woorden'),
      text('vraag', 'Mijn vraag'),
      text('groep', 'Wat wil ik van de groep?'),
    ],
    {
      about: 'nobody',
      personFree: true,
      theme: 'Samen overleggen',
      note: 'Lees na of niemand hier iemand in herkent.',
      intervision: 'contribution',
    },
  ),
  form(
    'opbrengst',
    'Opbrengst van intervisie',
    'Wat jij meeneemt. Alleen wat je zelf opschrijft.',
    [text('mee', 'Wat neem ik mee?'), text('doen', 'Wat ga ik anders doen?')],
    {
      about: 'nobody',
      personFree: true,
      theme: 'Samen overleggen',
      intervision: 'result',
    },
  ),
];

/** The form on which one looks back on a month; a store has it where a test or a picture gives it. */
export const monthForm: FakeForm = form(
  'maand',
  'Terug op de maand',
  'Niet over één contact, maar over wat terugkwam. Je zoekt geen cijfers.',
  [
    text('terug', 'Wat kwam deze maand vaker terug?'),
    text('vuistregel', 'Welke vuistregel neem je mee?'),
  ],
  {
    about: 'nobody',
    compare: true,
    kinds: ['maand'],
    theme: 'Leren in het klein',
    note: 'Schrijf over je werk, zonder namen.',
  },
);

/** A form as it is filled in; without fields where no pack here has it any more. */
export function formView(
  found: FakeForm | undefined,
  sheet: { form: FormHead['form']; title: string },
  proposed: (afterDays: number) => SheetDay,
): FormView {
  const gone = found === undefined;
  return {
    form: sheet.form,
    title: sheet.title,
    explanation: found?.head.explanation ?? null,
    note: found?.note ?? null,
    about: found?.head.about ?? 'contact',
    personFree: found?.head.personFree ?? false,
    compare: found?.head.compare ?? false,
    fields: gone
      ? []
      : found.fields.map(({ afterDays, ...field }) =>
          field.shape.kind === 'date' && afterDays !== undefined
            ? { ...field, shape: { ...field.shape, proposed: proposed(afterDays) } }
            : field,
        ),
  };
}

type SheetDay = Extract<SheetField['shape'], { kind: 'date' }>['proposed'];
