/** Walk-throughs of nobody, for previews: one prepared, one withdrawn, two past. */
import type { EntryId } from './contract';
import type { FakeStore } from './fake-store';
import type { FakeWalkThroughs } from './fake-walk-throughs';

/** Fills the role with walk-throughs of the entries that are there. */
export function fillWalkThroughs(walks: FakeWalkThroughs, store: FakeStore): void {
  const entries: EntryId[] = store.newestFirst.map(({ id }) => id);
  walks.explained = true;

  const past = walks.prepare(entries.slice(2, 4)).walkThrough;
  walks.change({
    walkThrough: past,
    forWhom: 'collega',
    question: 'Had ik hier anders kunnen beginnen?',
    minutes: 30,
    plannedOn: null,
  });
  walks.lookOver(past);
  walks.begin(past);
  walks.end(
    past,
    { kind: 'asked' },
    {
      state: 'kept',
      discussed: 'Dat ik snel naar een oplossing ga, en wat de stilte deed.',
      takeAlong: 'Eerst vragen wat iemand zelf al heeft geprobeerd.',
    },
  );

  const undecided = walks.prepare(entries.slice(3, 4)).walkThrough;
  walks.change({
    walkThrough: undecided,
    forWhom: 'gedragswetenschapper',
    question: '',
    minutes: 45,
    plannedOn: null,
  });
  walks.lookOver(undecided);
  walks.begin(undecided);
  walks.end(undecided, { kind: 'time' }, { discussed: 'Hoe moe ik was, en waarvan.' });

  const withdrawn = walks.prepare(entries.slice(0, 1)).walkThrough;
  walks.change({
    walkThrough: withdrawn,
    forWhom: 'kwaliteitsmedewerker',
    question: '',
    minutes: 15,
    plannedOn: null,
  });
  walks.withdraw(withdrawn, true);

  const { walkThrough, pages } = walks.prepare(entries.slice(0, 2));
  walks.change({
    walkThrough,
    forWhom: 'teamleider',
    question: 'Hoe blijf ik rustig als iemand boos wordt?',
    minutes: 30,
    plannedOn: store.today,
  });
  const block = pages[0]?.blocks[0];
  const last = block?.text.lastIndexOf('. ') ?? -1;
  if (block && last > 0) walks.cover(block.block, [{ start: last + 2, end: block.text.length }]);
}
