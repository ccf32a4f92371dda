import { basename } from 'node:path';
import { exitCodes } from './exit-codes.ts';
import type { Session } from './session.ts';

/** Takes pictures into the library, each once; stops at the first that cannot be read. */
export async function addImages(session: Session, paths: readonly string[]): Promise<number> {
  const items = [];
  for (const path of paths) {
    const image = await session.call('images.add', { file: session.grant(path) });
    items.push(image);
    const { pixelWidth: width, pixelHeight: height, id, profileDropped } = image;
    session.output.line(session.say('cli.imageAdded', { file: basename(path), width, height, id }));
    if (profileDropped) {
      session.output.error(session.say('export.notice.imageProfileDropped', { name: basename(path) }));
    }
  }
  session.output.value({ items });
  return exitCodes.ok;
}
