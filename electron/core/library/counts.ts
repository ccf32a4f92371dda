import type { LibraryInfo } from '../../../shared/contract/library-calls.ts';
import type { Db } from './library.ts';
import { first } from './statement.ts';

/** How much the library holds; what lies in the trash is counted apart. */
export function readCounts(db: Db): LibraryInfo['counts'] {
  return first<LibraryInfo['counts']>(
    db,
    `SELECT (SELECT count(*) FROM source WHERE trashed_at IS NULL) AS sources,
       (SELECT count(*) FROM excerpt JOIN source ON source.id = source_id
          WHERE excerpt.trashed_at IS NULL AND source.trashed_at IS NULL) AS excerpts,
       (SELECT count(*) FROM dossier WHERE trashed_at IS NULL) AS dossiers,
       (SELECT count(*) FROM source WHERE trashed_at IS NOT NULL) + (SELECT count(*) FROM excerpt WHERE trashed_at IS NOT NULL)
         + (SELECT count(*) FROM dossier WHERE trashed_at IS NOT NULL)
         + (SELECT count(*) FROM section WHERE trashed_at IS NOT NULL) AS trashed`,
  )!;
}

/** A value the library keeps about itself, or undefined. */
export function readSetting(db: Db, key: string): string | undefined {
  return first<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?', key)?.value;
}
