import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { MessageKey, MessageValues } from '../../shared/i18n/format-message.ts';
import { onEvent } from '../api.ts';
import { type CommandRegistry, type CommandScope, createCommandRegistry } from './command-registry.ts';
import { isMac } from './platform.ts';
import { isEditingShortcut, matchesShortcut } from './shortcuts.ts';

/** Something a user can do by name (command palette) or by key. */
export interface Command {
  /** «area.verb»; the native menu names commands by it too. */
  id: string;
  titleKey: MessageKey;
  titleValues?: MessageValues;
  /** «Mod+K», «Alt+ArrowUp», «F1», «/»; several if there are several ways. */
  shortcut?: string | readonly string[];
  run(): void;
  /** False hides it from the palette and stills its shortcut. */
  enabled?: boolean;
  /** True for keys that belong to the screen and make no sense in the palette. */
  shortcutOnly?: boolean;
}

const RegistryContext = createContext<CommandRegistry | null>(null);

/** Holds the commands of what is mounted and listens to their keys. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(createCommandRegistry, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = findCommand(registry.read(), event);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry]);
  useEffect(
    () =>
      onEvent(event => {
        if (event.type !== 'command') return;
        const command = registry.read().findLast(candidate => candidate.id === event.command);
        if (command && command.enabled !== false) command.run();
      }),
    [registry],
  );
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

function findCommand(commands: readonly Command[], event: KeyboardEvent): Command | undefined {
  const typing = isEditable(event.target);
  // A dialog is a world of its own: what lies below it must not answer.
  const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
  if (inDialog) return undefined;
  return commands.findLast(
    command =>
      command.enabled !== false &&
      shortcutsOf(command).some(
        shortcut => !(typing && isEditingShortcut(shortcut)) && matchesShortcut(shortcut, event, isMac),
      ),
  );
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

/** The shortcuts of a command, as a list. */
export function shortcutsOf(command: Command): readonly string[] {
  if (!command.shortcut) return [];
  return typeof command.shortcut === 'string' ? [command.shortcut] : command.shortcut;
}

/** Registers the commands of a mounted screen; the latest mounted wins where two share a key. */
export function useCommands(commands: readonly Command[], scope: CommandScope = 'screen'): void {
  const registry = useRegistry();
  const owner = useRef({});
  useEffect(() => {
    registry.set(owner.current, commands, scope);
  });
  useEffect(() => {
    const key = owner.current;
    return () => registry.remove(key);
  }, [registry]);
}

/** Every command of what is mounted now. */
export function useAllCommands(): readonly Command[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.read);
}

function useRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error('useCommands outside CommandsProvider');
  return registry;
}
