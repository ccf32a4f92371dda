import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Language, timestampSchema } from '../../shared/model/common.ts';
import { type Settings, settingsSchema } from '../../shared/model/settings.ts';

const MAX_RECENT = 20;

const storedSchema = z.object({
  settings: settingsSchema,
  recent: z.array(z.object({ path: z.string(), openedAt: timestampSchema })),
});

type Stored = z.infer<typeof storedSchema>;

/** A library file that was open before. */
export type RecentPath = Stored['recent'][number];

/** This person's settings and recent libraries, in one JSON file beside the program. */
export interface SettingsStore {
  get(): Settings;
  update(changes: Partial<Settings>): Settings;
  recent(): RecentPath[];
  /** Puts a library first among the recent ones. */
  remember(path: string, openedAt: string): void;
  forget(path: string): void;
}

/**
 * Opens the settings at `path`; `language` is the one to begin with. A damaged file is kept aside as `<path>.damaged` and
 * the defaults hold.
 */
export function openSettings(path: string, language: Language = 'es'): SettingsStore {
  let stored = readStored(path, { language, theme: 'system', textScale: 100 });
  const save = (next: Stored) => {
    writeWhole(path, `${JSON.stringify(next, null, 2)}\n`);
    stored = next;
  };
  const others = (library: string) => stored.recent.filter(entry => entry.path !== library);
  return {
    get: () => stored.settings,
    update(changes) {
      save({ ...stored, settings: settingsSchema.parse({ ...stored.settings, ...dropUndefined(changes) }) });
      return stored.settings;
    },
    recent: () => stored.recent,
    remember(library, openedAt) {
      save({ ...stored, recent: [{ path: library, openedAt }, ...others(library)].slice(0, MAX_RECENT) });
    },
    forget: library => save({ ...stored, recent: others(library) }),
  };
}

function readStored(path: string, defaults: Settings): Stored {
  const empty: Stored = { settings: defaults, recent: [] };
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return empty;
  }
  try {
    return storedSchema.parse(JSON.parse(text));
  } catch {
    keepAside(path);
    return empty;
  }
}

function keepAside(path: string): void {
  try {
    renameSync(path, `${path}.damaged`);
  } catch {
    // Where even that is refused, the defaults hold and the next save writes over it.
  }
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { flush: true });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function dropUndefined<T extends object>(changes: T): T {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as T;
}
