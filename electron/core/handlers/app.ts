import type { CoreHandlers } from '../../../shared/contract/contract.ts';
import type { CoreContext } from '../core-context.ts';

type AppHandlers = Pick<
  CoreHandlers,
  'jobs.list' | 'jobs.get' | 'jobs.cancel' | 'settings.get' | 'settings.update'
>;

/** Handlers on jobs and on this person's settings. */
export function createAppHandlers({ jobs, settings, events }: CoreContext): AppHandlers {
  return {
    'jobs.list': () => ({ items: jobs.list() }),
    'jobs.get': ({ id }) => jobs.get(id),
    'jobs.cancel'({ id }) {
      jobs.cancel(id);
      return {};
    },
    'settings.get': () => settings.get(),
    'settings.update'({ changes }) {
      const updated = settings.update(changes);
      events.changed('settings');
      return updated;
    },
  };
}
