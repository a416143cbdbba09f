/** The sheet on which one looks back on a month. */
import type { FormKey } from '../../backend/contract';

/** Whether a form is that sheet; an organisation may bring its own in the place of ours. */
export function looksBackOnMonth({ form }: FormKey): boolean {
  return form === 'maand';
}
