import type { Command } from './commands.tsx';

/** Whose commands: the window's frame, or the screen's in it (which win where two share a key). */
export type CommandScope = 'window' | 'screen';

interface Entry {
  commands: readonly Command[];
  scope: CommandScope;
}

/** The commands of everything mounted, in the order of mounting. */
export interface CommandRegistry {
  read(): readonly Command[];
  /** Sets the commands of one owner, keeping its place among the others; the window's own stand before every screen's. */
  set(owner: object, commands: readonly Command[], scope: CommandScope): void;
  remove(owner: object): void;
  subscribe(listener: () => void): () => void;
}

/** Makes an empty registry. */
export function createCommandRegistry(): CommandRegistry {
  const byOwner = new Map<object, Entry>();
  const listeners = new Set<() => void>();
  let all: readonly Command[] = [];

  function publish(visible: boolean): void {
    const entries = [...byOwner.values()];
    const of = (scope: CommandScope) => entries.filter(entry => entry.scope === scope);
    all = [...of('window'), ...of('screen')].flatMap(entry => entry.commands);
    if (visible) for (const listener of [...listeners]) listener();
  }

  return {
    read: () => all,
    set(owner, commands, scope) {
      // Screens pass new closures on every render; whoever shows the list need only hear of what can be seen.
      const before = byOwner.get(owner);
      byOwner.set(owner, { commands, scope });
      publish(!before || outline(before.commands) !== outline(commands));
    },
    remove(owner) {
      byOwner.delete(owner);
      publish(true);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function outline(commands: readonly Command[]): string {
  return JSON.stringify(
    commands.map(command => [command.id, command.enabled, command.shortcut, command.titleValues]),
  );
}
