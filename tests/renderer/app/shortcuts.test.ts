import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isEditingShortcut,
  type KeyPress,
  matchesShortcut,
  writeShortcut,
} from '../../../renderer/app/shortcuts.ts';
import type { Translate } from '../../../shared/i18n/describe-error.ts';
import { formatMessage } from '../../../shared/i18n/format-message.ts';

const inSpanish: Translate = (key, values) => formatMessage('es', key, values);
const inEnglish: Translate = (key, values) => formatMessage('en', key, values);

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('Mod is Ctrl, on a Mac ⌘, and never both', () => {
  expect(matchesShortcut('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
  expect(matchesShortcut('Mod+K', press('k', { metaKey: true }), false)).toBe(false);
  expect(matchesShortcut('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
  expect(matchesShortcut('Mod+K', press('k', { metaKey: true, ctrlKey: true }), true)).toBe(false);
});

test('Shift counts with letters, not with signs that some keyboards type with it', () => {
  expect(matchesShortcut('E', press('E', { shiftKey: true }), false)).toBe(false);
  expect(matchesShortcut('Mod+Shift+P', press('P', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(matchesShortcut('?', press('?', { shiftKey: true }), false)).toBe(true);
  expect(matchesShortcut('/', press('/', { shiftKey: true }), false)).toBe(true);
});

test('the plus key itself can be a shortcut', () => {
  expect(matchesShortcut('Mod++', press('+', { ctrlKey: true }), false)).toBe(true);
  expect(writeShortcut('Mod++', false, inSpanish)).toBe('Ctrl++');
});

test('whoever types keeps the keys of typing, and only those', () => {
  const kept = [
    'E',
    '/',
    '?',
    'Delete',
    'Backspace',
    'Enter',
    'ArrowUp',
    'Home',
    'Mod+Z',
    'Mod+Shift+Z',
    'Mod+C',
  ];
  expect(kept.filter(shortcut => !isEditingShortcut(shortcut))).toEqual([]);
  const free = ['F1', 'F3', 'Mod+K', 'Mod+F', 'Mod+1', 'Alt+ArrowUp', 'Mod+PageDown', 'Mod+Shift+P'];
  expect(free.filter(isEditingShortcut)).toEqual([]);
});

test('a shortcut matches exactly the press of its own keys', () => {
  const keys = fc.constantFrom('A', 'K', 'Z', '1', 'F1', 'ArrowUp', 'Delete');
  fc.assert(
    fc.property(keys, keys, fc.boolean(), fc.boolean(), fc.boolean(), (key, other, mod, alt, shift) => {
      const shortcut = [mod && 'Mod', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
      const held = { ctrlKey: mod, altKey: alt, shiftKey: shift };
      expect(matchesShortcut(shortcut, press(other, held), false)).toBe(other === key);
      expect(matchesShortcut(shortcut, press(key, { ...held, altKey: !alt }), false)).toBe(false);
    }),
  );
});

test('keys are written as the keyboard writes them, in its language', () => {
  expect(writeShortcut('Mod+Shift+O', false, inSpanish)).toBe('Ctrl+Mayús+O');
  expect(writeShortcut('Mod+Shift+O', false, inEnglish)).toBe('Ctrl+Shift+O');
  expect(writeShortcut('Mod+Shift+O', true, inSpanish)).toBe('⌘⇧O');
  expect(writeShortcut('Alt+ArrowLeft', false, inEnglish)).toBe('Alt+←');
  expect(writeShortcut('Mod+PageDown', false, inSpanish)).toBe('Ctrl+AvPág');
  expect(writeShortcut('Delete', false, inSpanish)).toBe('Supr');
});
