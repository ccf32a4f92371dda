import type { Command } from './commands.tsx';

/** The commands of everything mounted, in the order of mounting. */
export interface CommandRegistry {
  read(): readonly Command[];
  /** Sets the commands of one owner, keeping its place among the others. */
  set(owner: object, commands: readonly Command[]): void;
  remove(owner: object): void;
  subscribe(listener: () => void): () => void;
}

/** Makes an empty registry. */
export function createCommandRegistry(): CommandRegistry {
  const byOwner = new Map<object, readonly Command[]>();
  const listeners = new Set<() => void>();
  let all: readonly Command[] = [];

  function publish(visible: boolean): void {
    all = [...byOwner.values()].flat();
    if (visible) for (const listener of [...listeners]) listener();
  }

  return {
    read: () => all,
    set(owner, commands) {
      // Screens pass new closures on every render; whoever shows the list need only hear of what can be seen.
      const before = byOwner.get(owner);
      byOwner.set(owner, commands);
      publish(!before || outline(before) !== outline(commands));
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
