/** What rules, words and the team card share. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, Learned } from '../../backend/contract';
import type { Desk } from './desk';
import type { Said } from './said';

/** Does something and says that it was done. Answers whether it was: never where one only reads. */
export async function doneAndSaid(
  desk: Desk,
  said: Said,
  act: () => Promise<unknown>,
): Promise<boolean> {
  if (desk.onlyReading) return false;
  let done = false;
  await desk.attempt(async () => {
    await act();
    done = true;
    desk.say(said);
  });
  return done;
}

/** Writes one of them as a page where the person chooses. Answers where; none where nothing was. */
export async function saveLearned(
  backend: Backend<JournalCommands>,
  desk: Desk,
  what: Learned,
): Promise<string | null> {
  if (desk.onlyReading) return null;
  let saved: string | null = null;
  await desk.attempt(async () => {
    saved = (await backend.call('save_learned', { what })).path;
  });
  return saved;
}
