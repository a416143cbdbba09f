/** A year of an invented journal, to look back on. No person is behind any of it. */
import type { Specimen } from './fake-content';

/** What returns in it: a letter that nobody understands, a silence, a rule that pinches. */
export const aYear: readonly Specimen[] = [
  {
    daysAgo: 3,
    kind: 'huisbezoek',
    alias: 'blauwe reiger',
    texts: [
      'De brief lag ongeopend op tafel. We lazen hem samen, zin voor zin.',
      'Dat de brief eindelijk over haar ging.',
      'Opgelucht. Ik liet de stilte duren.',
    ],
    outcome: 'Ik wachtte, en toen stelde zij de vraag.',
    intention: 'Eerst vragen wat er al gelezen is.',
    feeling: 'Rustig.',
  },
  {
    daysAgo: 9,
    kind: 'telefonisch',
    alias: 'stille haven',
    texts: [
      'Hij had de brief twee keer gelezen en begreep de beslagvrije voet nog steeds verkeerd.',
      'Weer zo’n telefoontje.',
    ],
  },
  {
    daysAgo: 16,
    kind: 'voortgang',
    alias: 'blauwe reiger',
    texts: [
      'Na mijn vraag bleef het lang stil. Ik telde tot tien en hield mijn mond.',
      'Iemand die wachtte.',
      'Ongemak, en daarna ruimte.',
    ],
    intention: 'De stilte laten duren.',
  },
  {
    daysAgo: 24,
    kind: 'heronderzoek',
    alias: 'groene fiets',
    texts: [
      'Een formulier van negen bladzijden. De beslagvrije voet stond er drie keer in, elke keer anders.',
      'Dat niemand het formulier begrijpt, ook de brief niet.',
    ],
  },
  {
    daysAgo: 40,
    kind: 'maatregel',
    alias: 'late trein',
    texts: ['Ik las de brief voor. Hij vroeg of ik het er zelf mee eens was. Ik zweeg te lang.'],
    intention: 'Zeggen wat ik vind, ook als het niets verandert.',
    returns: 'kind',
  },
  {
    daysAgo: 62,
    kind: 'huisbezoek',
    alias: 'groene fiets',
    texts: [
      'Koffie, een hond, en pas daarna papieren. De stilte was deze keer van ons allebei.',
      'Dat het gezellig was.',
      'Verbaasd.',
    ],
  },
  {
    daysAgo: 5,
    kind: 'mail_of_app',
    alias: null,
    texts: ['Een bericht van twee regels, en ik las het vijf keer.'],
  },
  {
    daysAgo: 11,
    kind: 'niet_verschenen',
    alias: 'late trein',
    texts: ['De stoel bleef leeg. De stilte in de kamer viel me pas na een kwartier op.'],
  },
  { daysAgo: 19, kind: null, alias: null, texts: ['Vrijdag. Moe, en tevreden.'] },
  {
    daysAgo: 30,
    kind: 'intake',
    alias: null,
    texts: ['Voor het eerst een gesprek in het buurthuis, met de deur open.'],
  },
  {
    daysAgo: 47,
    kind: 'telefonisch',
    alias: null,
    texts: ['Ze belde om te bedanken. Ik wist niet wat ik moest zeggen.'],
  },
  {
    daysAgo: 55,
    kind: 'voortgang',
    alias: 'stille haven',
    texts: ['Een lach aan het eind. Wat deed ik anders?'],
  },
  {
    daysAgo: 70,
    kind: 'intervisie',
    alias: null,
    texts: ['Een collega herkende het: praten als het ongemakkelijk wordt.'],
  },
  { daysAgo: 82, kind: null, alias: null, texts: ['Terug van vakantie. Langzaam beginnen.'] },
  {
    daysAgo: 95,
    kind: 'kennismaking',
    alias: 'stille haven',
    texts: ['Twintig minuten te vroeg. Ik liep naar de wachtruimte en zei gedag.'],
  },
  {
    daysAgo: 130,
    kind: 'voortgang',
    alias: 'blauwe reiger',
    texts: ['Een plan dat alleen van mij was.', 'Dat ik veel praatte.'],
  },
  { daysAgo: 165, kind: null, alias: null, texts: ['Zomer. Minder gesprekken, meer nadenken.'] },
  {
    daysAgo: 210,
    kind: 'intake',
    alias: null,
    texts: ['Ik las de vragen voor zoals ze op het formulier staan.'],
  },
  {
    daysAgo: 260,
    kind: 'casusoverleg',
    alias: null,
    texts: ['We zeiden hetzelfde woord en bedoelden iets anders.'],
  },
  {
    daysAgo: 363,
    kind: 'huisbezoek',
    alias: null,
    texts: ['Een jaar geleden haalde ik bij binnenkomst meteen de formulieren uit mijn tas.'],
  },
  {
    daysAgo: 368,
    kind: 'telefonisch',
    alias: null,
    texts: ['Drie keer op het verkeerde moment gebeld.'],
  },
  { daysAgo: 380, kind: null, alias: null, texts: ['Voor het eerst hier iets opgeschreven.'] },
];
