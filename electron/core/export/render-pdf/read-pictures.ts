import { Failure } from '../../../../shared/contract/result.ts';
import type { ExportResources } from '../export-resources.ts';

/** The bytes of the pictures that one page shows and that are not in `written` yet; throws `notFound` where one is missing. */
export async function readPictures(
  ids: Iterable<string>,
  written: ReadonlySet<string>,
  resources: ExportResources,
): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const id of ids) {
    if (written.has(id)) continue;
    const bytes = await resources.image(id);
    if (!bytes) throw new Failure('notFound', { noun: 'image' });
    pictures.set(id, bytes);
  }
  return pictures;
}
