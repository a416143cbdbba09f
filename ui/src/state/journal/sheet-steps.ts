/** What a sheet that is written says now, as it is read. Pure. */
import type { AnswerView, Moment, Step } from '../../backend/contract';
import type { EntryState } from './entry.svelte';
import type { Field } from './field.svelte';

/**
 * The steps of a sheet as they stand in its fields, what is not on disk yet included; without the
 * field that is written beside them.
 */
export function stepsNow({ sheet, startedAt }: EntryState, beside: Field | null = null): Step[] {
  return (sheet?.fields ?? []).flatMap((field, at): Step[] => {
    const { id, text, cell, option, lookBack, writtenAt, savedAt } = field;
    if (text === '' || field === beside) return [];
    const when = (writtenAt ?? startedAt ?? '') as Moment;
    const answer: AnswerView = {
      // One that the store does not know yet is told apart by its place.
      answer: id ?? ((-1 - at) as AnswerView['answer']),
      text,
      writtenAt: when,
      savedAt: savedAt ?? when,
    };
    if (cell !== null) return [{ field: { kind: 'cell', cell: { ...cell, option } }, answer }];
    return lookBack === null ? [] : [{ field: { kind: 'look-back', ...lookBack }, answer }];
  });
}
