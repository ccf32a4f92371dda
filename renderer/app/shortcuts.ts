import type { Translate } from '../../shared/i18n/describe-error.ts';
import type { MessageKey } from '../../shared/i18n/format-message.ts';

/** A key event's parts that a shortcut looks at. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Whether a key press is a shortcut, written as «Mod+K», «Alt+ArrowUp», «F1», «?»; `Mod` is ⌘ on a Mac and Ctrl elsewhere.
 * Shift counts only with letters and named keys: «?» and «/» are typed with it on some keyboards.
 */
export function matchesShortcut(shortcut: string, press: KeyPress, isMac: boolean): boolean {
  const parts = splitShortcut(shortcut);
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  if (press.key.toLowerCase() !== key.toLowerCase()) return false;
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (mod !== wants('Mod') || otherMod || press.altKey !== wants('Alt')) return false;
  return isPunctuation(key) || press.shiftKey === wants('Shift');
}

/** Keys that a text field needs for itself. */
const editingKeys = /^(Delete|Backspace|Enter|Tab|Home|End|PageUp|PageDown|Arrow\w+|Escape)$/;
const editingCommands = /^Mod(\+Shift)?\+[ACVXYZ]$/i;

/** Whether a shortcut is how one edits text, which whoever types must keep: plain characters, Delete, arrows, Ctrl+Z… */
export function isEditingShortcut(shortcut: string): boolean {
  const key = splitShortcut(shortcut).at(-1) ?? '';
  if (/\b(Mod|Alt)\+/.test(shortcut)) return editingCommands.test(shortcut);
  return key.length === 1 || editingKeys.test(key);
}

function splitShortcut(shortcut: string): string[] {
  return shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+');
}

function isPunctuation(key: string): boolean {
  return key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
}

/** Keys that bear a word, and another one in each language. */
const namedKeys: Record<string, MessageKey> = {
  Shift: 'app.key.Shift',
  Delete: 'app.key.Delete',
  PageUp: 'app.key.PageUp',
  PageDown: 'app.key.PageDown',
};

const symbols: Record<string, string> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const macSymbols: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** A shortcut as the keyboard writes it: «Ctrl+Mayús+K», in English «Ctrl+Shift+K», on a Mac «⌘⇧K». */
export function writeShortcut(shortcut: string, isMac: boolean, t: Translate): string {
  const write = (part: string): string => {
    const symbol = (isMac && macSymbols[part]) || symbols[part];
    if (symbol) return symbol;
    const name = namedKeys[part];
    return name ? t(name) : part;
  };
  const written = splitShortcut(shortcut).map(write);
  return written.join(isMac ? '' : '+');
}
