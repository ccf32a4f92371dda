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
  onState(id: string, state: SaveState, error?: unknown): void;
}

interface PartState {
  revision: number;
  pending: PartChanges | null;
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
    this.#parts.set(id, { revision, pending: null, conflict: null, running: null, timer: undefined });
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

  /** Whether anything is not saved yet. */
  get isDirty(): boolean {
    return [...this.#parts.values()].some(part => part.pending || part.running || part.conflict);
  }

  /** What waits or is in conflict for a part, null when it is saved. */
  unsaved(id: string): PartChanges | null {
    const part = this.#parts.get(id);
    return part?.conflict ?? part?.pending ?? null;
  }

  /** Ends a conflict by taking the stored part; gives back what was not saved. */
  giveWay(id: string, revision: number): PartChanges | null {
    const part = this.#find(id);
    const mine = part.conflict;
    part.conflict = null;
    part.pending = null;
    part.revision = revision;
    this.#options.onState(id, 'saved');
    return mine;
  }

  async #send(id: string, part: PartState): Promise<void> {
    const changes = part.pending ?? {};
    part.pending = null;
    this.#options.onState(id, 'saving');
    try {
      const section = await this.#options.save(id, part.revision, changes);
      part.revision = section.revision;
      this.#options.onState(id, part.pending ? 'waiting' : 'saved');
    } catch (error) {
      const isConflict = this.#options.isConflict(error);
      const kept = { ...changes, ...this.#find(id).pending };
      part.pending = isConflict ? null : kept;
      part.conflict = isConflict ? kept : null;
      this.#options.onState(id, isConflict ? 'conflict' : 'failed', error);
    }
  }

  #find(id: string): PartState {
    const part = this.#parts.get(id);
    if (!part) throw new Error(`The part ${id} is not known.`);
    return part;
  }
}
