import type { DocumentParser } from './document-parser.ts';
import type { OutputComposer } from './dossier/compose-output.ts';
import type { Templates } from './dossier/templates.ts';
import type { EventBus } from './event-bus.ts';
import type { JobRunner } from './jobs/job-runner.ts';
import type { LibraryHolder } from './library-holder.ts';
import type { CorePorts } from './ports.ts';
import type { SettingsStore } from './settings-store.ts';

/** What every handler and job has at hand. */
export interface CoreContext {
  ports: CorePorts;
  events: EventBus;
  jobs: JobRunner;
  library: LibraryHolder;
  settings: SettingsStore;
  templates: Templates;
  parser: DocumentParser;
  composer: OutputComposer;
}
