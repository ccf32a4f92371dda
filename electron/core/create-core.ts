import { basename } from 'node:path';
import { v7 as newUuid } from 'uuid';
import { type CoreCallName, type CoreHandlers, coreCalls } from '../../shared/contract/contract.ts';
import type { ValijaEvent } from '../../shared/contract/events.ts';
import type { CallError, Result } from '../../shared/contract/result.ts';
import type { CoreContext } from './core-context.ts';
import type { DocumentParser } from './document-parser.ts';
import { createComposer, type OutputComposer } from './dossier/compose-output.ts';
import { openTemplates } from './dossier/templates.ts';
import { createEventBus } from './event-bus.ts';
import { createAppHandlers } from './handlers/app.ts';
import { createDossierHandlers } from './handlers/dossiers.ts';
import { createExcerptHandlers } from './handlers/excerpts.ts';
import { createExportHandlers } from './handlers/exports.ts';
import { createImageHandlers } from './handlers/images.ts';
import { closeLibrary, createLibraryHandlers } from './handlers/library.ts';
import { createSearchHandlers } from './handlers/search.ts';
import { createSectionHandlers } from './handlers/sections.ts';
import { createSourceHandlers } from './handlers/sources.ts';
import { createStyleHandlers } from './handlers/styles.ts';
import { createParser } from './ingest/parse-in-child.ts';
import { createJobRunner } from './jobs/job-runner.ts';
import { createLibraryHolder } from './library-holder.ts';
import { toCallError } from './map-error.ts';
import type { CorePorts, FileTokens } from './ports.ts';
import { openSettings } from './settings-store.ts';

/** Parts of the core that a test may put in place of the usual ones. */
export interface CoreParts {
  parser?: DocumentParser;
  composer?: OutputComposer;
  /** Checks every answer against the contract too, so that no handler drifts from it; for tests and development. */
  checkOutputs?: boolean;
}

/** The core: every call of the contract through one door. */
export interface Core {
  /** Answers a call; never throws. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Subscribes to events; gives the function that ends it. */
  onEvent(listener: (event: ValijaEvent) => void): () => void;
  files: FileTokens;
  /** Stops jobs, closes the library as one whole file, ends child processes. */
  close(): Promise<void>;
}

/** Makes a core from what it needs of the outside. */
export function createCore(ports: CorePorts, parts: CoreParts = {}): Core {
  const context = createContext(ports, parts);
  const handlers = createHandlers(context);
  const describe = (error: unknown) => describeError(context, error);
  return {
    call: (name, input) => answer(handlers, name, input, describe, parts.checkOutputs ?? false),
    onEvent: listener => context.events.subscribe(listener),
    files: ports.files,
    async close() {
      await closeLibrary(context);
      await context.parser.close();
    },
  };
}

/** The usual clock and ids, for ports. */
export const systemPorts: Pick<CorePorts, 'now' | 'newId'> = {
  now: () => Date.now(),
  newId: () => newUuid(),
};

function createContext(ports: CorePorts, parts: CoreParts): CoreContext {
  const events = createEventBus(ports.log);
  const library = createLibraryHolder();
  const parser =
    parts.parser ?? createParser({ workerPath: ports.workerPath, startReader: ports.startReader });
  const context: CoreContext = {
    ports,
    events,
    library,
    jobs: createJobRunner(ports, events, error => describeError(context, error)),
    settings: openSettings(ports.settingsFile, ports.language),
    templates: openTemplates(ports.resourcesDir),
    parser,
    composer:
      parts.composer ??
      createComposer(ports.resourcesDir, {
        takeApart: (bytes, signal) => parser.perform('original', { bytes }, { signal }),
        writeWord: (task, options) => parser.perform('word', task, options),
        cite: (task, signal) => parser.perform('citations', task, { signal }),
      }),
  };
  return context;
}

function createHandlers(context: CoreContext): CoreHandlers {
  return {
    ...createAppHandlers(context),
    ...createLibraryHandlers(context),
    ...createSourceHandlers(context),
    ...createExcerptHandlers(context),
    ...createSearchHandlers(context),
    ...createDossierHandlers(context),
    ...createExportHandlers(context),
    ...createSectionHandlers(context),
    ...createImageHandlers(context),
    ...createStyleHandlers(context),
  };
}

function describeError({ library, ports }: CoreContext, error: unknown): CallError {
  return toCallError(error, basename(library.peek()?.path ?? ''), ports.log);
}

async function answer(
  handlers: CoreHandlers,
  name: string,
  input: unknown,
  describe: (error: unknown) => CallError,
  checkOutputs: boolean,
): Promise<Result<unknown>> {
  if (!isCoreCall(name)) return refuse(`no such call: ${name}`);
  const parsed = coreCalls[name].input.safeParse(input);
  if (!parsed.success) return refuse(`${name}: ${parsed.error.message}`);
  try {
    // The schema of this very call has just parsed the input, which TypeScript cannot follow through the map.
    const handler = handlers[name] as (input: unknown) => unknown;
    const value = await handler(parsed.data);
    return { ok: true, value: checkOutputs ? coreCalls[name].output.parse(value) : value };
  } catch (error) {
    return { ok: false, error: describe(error) };
  }
}

function isCoreCall(name: string): name is CoreCallName {
  return Object.hasOwn(coreCalls, name);
}

function refuse(message: string): Result<never> {
  return { ok: false, error: { code: 'invalidInput', message, details: {} } };
}
