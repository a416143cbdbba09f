/** What one takes along to the team. */
import type { Backend } from '../../backend/backend';
import type {
  HandbookView,
  JournalCommands,
  TeamCard,
  TeamPointDraft,
  TeamPointId,
} from '../../backend/contract';
import type { Desk } from './desk';
import { Drafts, type About } from './drafts';
import { doneAndSaid, saveLearned } from './learned';
import type { Said } from './said';

/** The most characters of what is taken along to the team. */
export const LONGEST_POINT = 600;

/** The theme that is about a shared approach; the handbook may be without it. */
const SHARED = 'team';

/** The theme that is proposed for something new. */
export function proposedTheme(handbook: HandbookView | null): string | null {
  return handbook?.themes.find(({ id }) => id === SHARED)?.id ?? null;
}

/** What one takes along to the team. */
export class TeamCardState {
  /** The card; none before it was asked for. */
  card = $state.raw<TeamCard | null>(null);
  /** Where it was saved as a page, during this visit. */
  savedAt = $state.raw<string | null>(null);

  private readonly drafts = new Drafts<TeamPointDraft>();

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks for it, for a visit to it. */
  load(): Promise<void> {
    this.savedAt = null;
    return this.desk.attempt(async () => {
      this.card = await this.backend.call('read_team_card', null);
    });
  }

  /** What was begun and not kept. */
  draftOf(about: About): TeamPointDraft | null {
    return this.drafts.of(about);
  }

  /** Remembers what was begun, for who looks elsewhere first. It is in no store. */
  begun(about: About, draft: TeamPointDraft | null): void {
    this.drafts.put(about, draft === null || draft.text.trim() === '' ? null : { ...draft });
  }

  /** Puts something on it. Answers whether it was kept. */
  keep(draft: TeamPointDraft): Promise<boolean> {
    return this.act({ kind: 'point-kept' }, () => this.backend.call('keep_team_point', draft));
  }

  /** Changes something on it. Answers whether it was changed. */
  change(point: TeamPointId, draft: TeamPointDraft): Promise<boolean> {
    return this.act({ kind: 'point-changed' }, () =>
      this.backend.call('change_team_point', { point, draft }),
    );
  }

  /** It was talked about and leaves the card, or comes back on it. Answers whether that was done. */
  discuss(point: TeamPointId, discussed: boolean): Promise<boolean> {
    return this.act({ kind: discussed ? 'point-discussed' : 'point-back' }, () =>
      this.backend.call('discuss_team_point', { point, discussed }),
    );
  }

  /** Erases something of it, beyond recovery. */
  erase(point: TeamPointId): Promise<boolean> {
    return this.act({ kind: 'point-erased' }, () =>
      this.backend.call('erase_team_point', { point }),
    );
  }

  /** Writes what stands on it as a page where the person chooses. */
  async saveAsPage(): Promise<void> {
    this.savedAt = (await saveLearned(this.backend, this.desk, 'team-card')) ?? this.savedAt;
  }

  private act(said: Said, call: () => Promise<TeamCard>): Promise<boolean> {
    return doneAndSaid(this.desk, said, async () => {
      this.card = await call();
    });
  }
}
