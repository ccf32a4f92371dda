import type { ExportResources } from '../export/export-resources.ts';
import { readPrint } from '../library/images.ts';
import type { Db } from '../library/library.ts';
import { readOriginal } from '../library/sources.ts';

/** The library as an export asks it for bytes: nothing is read before it is asked for. */
export function readResources(db: Db): ExportResources {
  return {
    image: id => readPrint(db, id) ?? null,
    original: sourceId => readOriginal(db, sourceId)?.bytes ?? null,
  };
}
