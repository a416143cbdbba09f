/** Ways to walk-throughs from elsewhere in the journal, which does not bring their place along. */
import type { WalkThroughId } from '../../backend/contract';
import type { OpenJournal } from './open-journal.svelte';

/** Shows one, unless the person went elsewhere meanwhile. */
export async function openWalkThrough(
  journal: Pick<OpenJournal, 'backend' | 'attempt' | 'route' | 'go'>,
  walkThrough: WalkThroughId,
): Promise<void> {
  const { route } = journal;
  await journal.attempt(async () => {
    const view = await journal.backend.call('read_walk_through', { walkThrough });
    if (journal.route === route) journal.go({ name: 'walk-through', view });
  });
}
