import { type Command, shortcutsOf } from './commands.tsx';

/** The shortcuts that run a command where all of `commands` are mounted: a screen takes some of the window's for itself. */
export function heldShortcuts(command: Command, commands: readonly Command[]): readonly string[] {
  return shortcutsOf(command).filter(shortcut => {
    const holder = commands.findLast(
      candidate => candidate.enabled !== false && shortcutsOf(candidate).includes(shortcut),
    );
    return holder?.id === command.id;
  });
}
