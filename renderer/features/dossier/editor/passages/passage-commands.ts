import type { Attrs, MarkType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { canonicalLanguage } from '../../../../../shared/document/marks.ts';
import { documentSchema } from '../../../../../shared/document/schema.ts';

const { language, index_entry } = documentSchema.marks;

/** A stretch of text that bears one mark. */
export interface MarkedPassage {
  from: number;
  to: number;
  attrs: Attrs;
}

/** The passage bearing a mark of this type that the cursor stands in or the selection begins in; null without one. */
function passageAt(state: EditorState, type: MarkType): MarkedPassage | null {
  const { $from } = state.selection;
  const { parent, parentOffset } = $from;
  if (!parent.inlineContent) return null;
  const start = $from.start();
  const runs: MarkedPassage[] = [];
  parent.forEach((child, offset) => {
    const mark = type.isInSet(child.marks);
    if (!mark) return;
    const last = runs.at(-1);
    const isSame = last?.to === start + offset && mark.eq(type.create(last.attrs));
    if (last && isSame) last.to += child.nodeSize;
    else runs.push({ from: start + offset, to: start + offset + child.nodeSize, attrs: mark.attrs });
  });
  const at = start + parentOffset;
  const isOn = (run: MarkedPassage) =>
    state.selection.empty ? run.from <= at && at <= run.to : run.from <= at && at < run.to;
  return runs.find(isOn) ?? null;
}

/** The selected words, or the marked passage at the cursor. */
function reach(state: EditorState, type: MarkType): { from: number; to: number } | null {
  const { from, to, empty } = state.selection;
  return empty ? passageAt(state, type) : { from, to };
}

function setMark(type: MarkType, attrs: Attrs | null): Command {
  return (state, dispatch) => {
    const range = reach(state, type);
    if (!range) return false;
    const { tr } = state;
    tr.removeMark(range.from, range.to, type);
    if (attrs) tr.addMark(range.from, range.to, type.create(attrs));
    dispatch?.(tr);
    return true;
  };
}

/** Says in which language (BCP 47) the selected passage is; null: in the dossier's own. */
export function setPassageLanguage(tag: string | null): Command {
  return setMark(language, tag === null ? null : { language: tag });
}

/** Lists the selected name in the index under `entry`; null takes it out of the index. */
export function setIndexEntry(entry: string | null): Command {
  return setMark(index_entry, entry === null ? null : { entry });
}

/** The language that the passage at the cursor is said to be in; null: the dossier's own. */
export function languageAt(state: EditorState): string | null {
  const passage = passageAt(state, language);
  return passage ? String(passage.attrs.language) : null;
}

/** The entry under which the name at the cursor is listed; null when it is not. */
export function indexEntryAt(state: EditorState): string | null {
  const passage = passageAt(state, index_entry);
  return passage ? String(passage.attrs.entry) : null;
}

/** A typed language tag in its usual spelling («pt-BR»); null when it is none (BCP 47). */
export function readLanguageTag(typed: string): string | null {
  return canonicalLanguage(typed.trim());
}

/** Words that belong to the surname behind them («de la Torre», «von der Leyen»). */
const particles = /^(de|del|la|las|los|el|da|das|do|dos|di|du|van|von|der|den|y|e)$/i;

/**
 * How the index would list a name, surname first: «Evo Morales» → «Morales, Evo». Of four words and more the last two
 * are surnames, as Spanish writes them; a particle goes with the surname. One word, or what has a comma, stays.
 */
export function proposeIndexEntry(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length < 2 || name.includes(',')) return words.join(' ');
  const isParticle = (index: number) => particles.test(words[index] ?? '');
  const names = words.filter(word => !particles.test(word)).length;
  let start = words.length - 1;
  if (names >= 4) {
    start -= 1;
    while (start > 1 && isParticle(start)) start -= 1;
  }
  while (start > 1 && isParticle(start - 1)) start -= 1;
  return `${words.slice(start).join(' ')}, ${words.slice(0, start).join(' ')}`;
}
