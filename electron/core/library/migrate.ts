import { Failure } from '../../../shared/contract/result.ts';
import type { Db } from './library.ts';
import { migrations } from './migrations/migrations.ts';

/** The format that this program writes: the number of the last migration. */
export const FORMAT_VERSION = migrations.length;

/** The format of an open library (`PRAGMA user_version`). */
export function readFormatVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Brings a library to this program's format, one transaction per step; foreign keys are checked after each. */
export function migrate(db: Db, upTo: number = FORMAT_VERSION): void {
  for (let version = readFormatVersion(db); version < upTo; version++) {
    db.transaction(() => {
      migrations[version]!(db);
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new Failure('libraryDamaged', {}, `foreign keys are broken after migration ${version + 1}`);
      }
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}
