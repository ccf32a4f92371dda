import { codeOf } from '../map-error.ts';
import type { Db } from './library.ts';
import { releaseLog } from './open-database.ts';
import { run } from './statement.ts';

/** What a user did, for the journal: «sources.update» and the ids of what it was done to. */
export interface Action {
  name: string;
  targets: readonly string[];
  /** ISO 8601 UTC. */
  at: string;
}

/** Does one user action as one transaction, and writes it into the journal; gives what `work` gives. */
export function act<T>(db: Db, action: Action, work: () => T): T {
  const transaction = db.transaction(() => {
    const result = work();
    const targets = JSON.stringify(action.targets);
    run(db, 'INSERT INTO journal (at, action, targets) VALUES (?, ?, ?)', action.at, action.name, targets);
    return result;
  });
  try {
    return transaction.immediate();
  } catch (error) {
    if (codeOf(error) === 'diskFull') releaseLog(db);
    throw error;
  }
}
