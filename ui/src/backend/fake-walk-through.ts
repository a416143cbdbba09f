/** The `walk-through` role in memory. */
import type {
  Day,
  Failure,
  ShownWalkThrough,
  WalkEvent,
  WalkThroughBegins,
  WalkThroughCommands,
} from './contract';
import { FakeBackend } from './fake';

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const COVERED = { kind: 'covered' } as const;

/** Two notes and a sheet, as somebody could have prepared them: made up, about nobody. */
export const SHOWN: ShownWalkThrough = {
  forWhom: 'teamleider',
  question: 'Hoe blijf ik bij mijn vraag als iemand boos wordt?',
  minutes: 30,
  residentWord: 'inwoner',
  workerWord: 'consulent',
  pages: [
    {
      who: 'inwoner A',
      day: '2026-11-19' as Day,
      kind: 'Huisbezoek',
      title: null,
      blocks: [
        {
          label: { kind: 'asked', text: 'Wat gebeurde er?' },
          heading: null,
          pieces: [
            text(
              'Inwoner A deed open en begon meteen over de brief. Ik legde drie keer uit hoe het zat. ',
            ),
            COVERED,
            text(' Pas toen ik stil werd, vertelde inwoner A wat er echt speelde.'),
          ],
        },
        {
          label: { kind: 'asked', text: 'Wat deed jij, en waarom?' },
          heading: null,
          pieces: [
            text(
              'Ik bleef uitleggen. Ik wilde dat het klopte, en ik wilde weg uit de spanning.\n\nAchteraf was één vraag genoeg geweest: wat raakt je het meest aan deze brief?',
            ),
          ],
        },
        { label: { kind: 'feeling' }, heading: null, pieces: [COVERED] },
        {
          label: { kind: 'intention' },
          heading: null,
          pieces: [text('Eerst één vraag, dan pas uitleg.')],
        },
        { label: { kind: 'baggage' }, heading: null, pieces: [text('criticism')] },
      ],
    },
    {
      who: null,
      day: null,
      kind: null,
      title: null,
      blocks: [
        {
          label: { kind: 'free' },
          heading: null,
          pieces: [
            text('Vandaag merkte ik hoe vaak ik al weet wat ik ga zeggen voor iemand klaar is. '),
            COVERED,
            text(' Dat wil ik de komende week anders.'),
          ],
        },
      ],
    },
    {
      who: 'inwoner B',
      day: null,
      kind: 'Gesprek op kantoor',
      title: 'Dilemmablad',
      blocks: [
        {
          label: { kind: 'asked', text: 'Wat pleit ervoor?' },
          heading: 'Nu bellen',
          pieces: [text('Inwoner B weet dan waar hij aan toe is.')],
        },
        {
          label: { kind: 'asked', text: 'Wat pleit ertegen?' },
          heading: 'Nu bellen',
          pieces: [COVERED],
        },
      ],
    },
  ],
  companion: [
    'Wat zou je van mij willen horen?',
    'Waar ben je tevreden over?',
    'Wat zou je een volgende keer hetzelfde doen?',
    'Wat heb je van mij nodig?',
  ],
};

/** A `walk-through` role in memory, and what its shell has to say unasked. */
export function fakeWalkThrough(changes: Partial<WalkThroughBegins> = {}): {
  backend: FakeBackend<WalkThroughCommands>;
  /** Says something to the window. */
  say: (event: WalkEvent) => void;
} {
  const said: WalkEvent[] = [];
  let wake: (() => void) | null = null;
  let isPainted = false;
  const outOfTurn: Failure = { code: 'out-of-turn' };

  const backend = new FakeBackend<WalkThroughCommands>({
    await_walk_through: () => ({
      shown: SHOWN,
      appearance: { language: 'nl', textSize: 'normal' },
      secondsLeft: SHOWN.minutes * 60,
      ...changes,
    }),
    walk_through_painted: () => {
      isPainted = true;
      return null;
    },
    await_walk_event: async () => {
      for (;;) {
        const event = said.shift();
        if (event) return event;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    ask_more_time: () => {
      if (!isPainted) throw outOfTurn;
      return null;
    },
    // The process ends with its window, so that nothing is ever answered.
    end_walk_through: () => new Promise<null>(() => undefined),
  });
  return {
    backend,
    say: (event) => {
      said.push(event);
      wake?.();
    },
  };
}
