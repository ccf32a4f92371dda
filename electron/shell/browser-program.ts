import { createBrowserHandlers } from './browser-handlers.ts';
import { type CoreProcess, superviseCore } from './core-process.ts';
import type { CoreTransport, StartTransport } from './core-transport.ts';
import { createDoor, type Door } from './door.ts';
import { createDroppedFiles, type DroppedFiles } from './dropped-files.ts';

/** What stands behind the loopback server: reading it takes as long as the browser's own start, so it is read meanwhile. */
export interface BrowserProgram {
  core: CoreProcess;
  door: Door;
  dropped: DroppedFiles;
}

/** Makes the program on a core process that is starting already; `start` starts the ones after it. */
export function openBrowserProgram(
  running: CoreTransport,
  start: StartTransport,
  log: (line: string) => void,
): BrowserProgram {
  let first: CoreTransport | null = running;
  const core = superviseCore(() => {
    const transport = first ?? start();
    first = null;
    return transport;
  });
  return {
    core,
    door: createDoor(core, createBrowserHandlers(core), log),
    dropped: createDroppedFiles(core.grant),
  };
}
