/** What a sheet that is written says now, as it is read. Pure. */
import type { AnswerView, Moment, Step } from '../../backend/contract';
import type { EntryState } from './entry.svelte';

/** The steps of a sheet as they stand in its fields, what is not on disk yet included. */
export function stepsNow({ sheet, startedAt }: EntryState): Step[] {
  return (sheet?.fields ?? []).flatMap((field, at): Step[] => {
    const { id, text, cell, option, writtenAt, savedAt } = field;
    if (cell === null || text === '') return [];
    const when = (writtenAt ?? startedAt ?? '') as Moment;
    const answer: AnswerView = {
      // One that the store does not know yet is told apart by its place.
      answer: id ?? ((-1 - at) as AnswerView['answer']),
      text,
      writtenAt: when,
      savedAt: savedAt ?? when,
    };
    return [{ field: { kind: 'cell', cell: { ...cell, option } }, answer }];
  });
}
