import type { CallInput } from '../../../../shared/contract/contract.ts';
import type { Section } from '../../../../shared/model/dossier.ts';

/** What one save of a part may change. */
export type PartChanges = CallInput<'sections.update'>['changes'];

/** How a part stands: saved; changed and waiting; being saved; failed (tried again with the next change); in conflict. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

/** What a {@link PartSaver} needs from outside; timers are arguments so that tests hold time still. */
export interface PartSaverOptions {
  /** Milliseconds of quiet before a change is saved. */
  delay: number;
  /** Sends one save; rejects when it is refused. */
  save(id: string, revision: number, changes: PartChanges): Promise<Section>;
  isConflict(error: unknown): boolean;
  /** Whether a save failed only because the library is not open at the moment: it waits, and is no failure. */
  isInterrupted(error: unknown): boolean;
  /** The stored revision of a part, when the store already has these changes; null when it has not. */
  findStored(id: string, changes: PartChanges): Promise<number | null>;
  onState(id: string, state: SaveState, error?: unknown): void;
}

interface PartState {
  revision: number;
  pending: PartChanges | null;
  /** What is on its way to the store. */
  sending: PartChanges | null;
  /** What was sent and never answered: the store may have it. */
  unanswered: PartChanges | null;
  /** What was stored last, for who still has an older answer of the store. */
  saved: { revision: number; changes: PartChanges } | null;
  /** Kept after a conflict until the user has chosen. */
  conflict: PartChanges | null;
  running: Promise<void> | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Saves the parts of a dossier by themselves, one save at a time for each part and always on the revision
 * that the last one gave. What could not be saved is kept here and nowhere dropped.
 */
export class PartSaver {
  readonly #options: PartSaverOptions;
  readonly #parts = new Map<string, PartState>();

  constructor(options: PartSaverOptions) {
    this.#options = options;
  }

  /** Takes a part that is not known yet; does nothing for one that is. */
  learn(id: string, revision: number): void {
    if (this.#parts.has(id)) return;
    this.#parts.set(id, {
      revision,
      pending: null,
      sending: null,
      unanswered: null,
      saved: null,
      conflict: null,
      running: null,
      timer: undefined,
    });
  }

  /**
   * Tells the stored revision of a part. False when the store is ahead of what this window knew and nothing
   * waits here: somebody else changed the part, and the editor should take the stored text.
   */
  know(id: string, revision: number): boolean {
    this.learn(id, revision);
    const part = this.#find(id);
    if (part.pending || part.running || part.conflict || revision <= part.revision) return true;
    part.revision = revision;
    part.saved = null;
    return false;
  }

  /** Changes a part; it is saved after the delay, or at once when asked. */
  change(id: string, changes: PartChanges, when: 'soon' | 'now' = 'soon'): Promise<void> {
    const part = this.#find(id);
    if (part.conflict) {
      part.conflict = { ...part.conflict, ...changes };
      return Promise.resolve();
    }
    part.pending = { ...part.pending, ...changes };
    clearTimeout(part.timer);
    if (when === 'now') return this.flush(id);
    this.#options.onState(id, 'waiting');
    part.timer = setTimeout(() => void this.flush(id), this.#options.delay);
    return Promise.resolve();
  }

  /** Saves what waits for a part now; resolves when nothing waits any more, or the save has failed. */
  async flush(id: string): Promise<void> {
    const part = this.#find(id);
    clearTimeout(part.timer);
    if (part.running) await part.running;
    if (!part.pending || part.conflict || part.running) return part.running ?? undefined;
    part.running = this.#send(id, part).finally(() => {
      part.running = null;
    });
    await part.running;
  }

  /** Saves everything that waits. */
  async flushAll(): Promise<void> {
    await Promise.all([...this.#parts.keys()].map(id => this.flush(id)));
  }

  /**
   * Sends everything that waits without waiting itself, for a window that goes at this very moment: what was changed
   * during a save is sent on the revision which that save will give.
   */
  leave(): void {
    for (const [id, part] of this.#parts) {
      if (!part.running || !part.pending || part.conflict) {
        void this.flush(id);
        continue;
      }
      const changes = part.pending;
      clearTimeout(part.timer);
      part.pending = null;
      this.#options.save(id, part.revision + 1, changes).then(
        section => {
          part.revision = Math.max(part.revision, section.revision);
        },
        () => {
          part.pending = { ...changes, ...part.pending };
        },
      );
    }
  }

  /** Whether anything is not saved yet. */
  get isDirty(): boolean {
    return [...this.#parts.values()].some(part => part.pending || part.running || part.conflict);
  }

  /**
   * What this window has of a part and a store's answer at `revision` has not: what was saved since, is being saved,
   * waits or is in conflict. Null when there is nothing of that; without a revision, what is saved does not count.
   */
  unsaved(id: string, revision = Number.POSITIVE_INFINITY): PartChanges | null {
    const part = this.#parts.get(id);
    if (!part) return null;
    const saved = part.saved && part.saved.revision > revision ? part.saved.changes : null;
    const all = { ...saved, ...part.sending, ...part.pending, ...part.conflict };
    return Object.keys(all).length > 0 ? all : null;
  }

  /** Ends a conflict by taking the stored part; gives back what was not saved. */
  giveWay(id: string, revision: number): PartChanges | null {
    const part = this.#find(id);
    const mine = part.conflict;
    part.conflict = null;
    part.pending = null;
    part.unanswered = null;
    part.saved = null;
    part.revision = revision;
    this.#options.onState(id, 'saved');
    return mine;
  }

  async #send(id: string, part: PartState): Promise<void> {
    const changes = part.pending ?? {};
    part.sending = changes;
    part.pending = null;
    this.#options.onState(id, 'saving');
    try {
      const section = await this.#save(id, part, changes);
      part.revision = section.revision;
      part.saved = { revision: section.revision, changes: { ...part.saved?.changes, ...changes } };
      part.unanswered = null;
      part.sending = null;
      this.#options.onState(id, part.pending ? 'waiting' : 'saved');
    } catch (error) {
      part.sending = null;
      this.#keep(id, part, changes, error);
    }
  }

  /** A conflict with a save of our own, whose answer was lost, is none. */
  async #save(id: string, part: PartState, changes: PartChanges): Promise<Section> {
    try {
      return await this.#options.save(id, part.revision, changes);
    } catch (error) {
      const { unanswered } = part;
      if (!unanswered || !this.#options.isConflict(error)) throw error;
      const stored = await this.#options.findStored(id, unanswered);
      if (stored === null) throw error;
      part.revision = stored;
      part.unanswered = null;
      return this.#options.save(id, stored, changes);
    }
  }

  #keep(id: string, part: PartState, changes: PartChanges, error: unknown): void {
    const isConflict = this.#options.isConflict(error);
    const kept = { ...changes, ...part.pending };
    part.pending = isConflict ? null : kept;
    part.conflict = isConflict ? kept : null;
    if (this.#options.isInterrupted(error)) {
      // The first unanswered save counts: those after it found no library at all.
      part.unanswered ??= changes;
      this.#options.onState(id, 'waiting');
    } else this.#options.onState(id, isConflict ? 'conflict' : 'failed', error);
  }

  #find(id: string): PartState {
    const part = this.#parts.get(id);
    if (!part) throw new Error(`The part ${id} is not known.`);
    return part;
  }
}
