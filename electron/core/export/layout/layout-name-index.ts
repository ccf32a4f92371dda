import type { Inline } from '../../../../shared/document/content.ts';
import type { LaidPage, PlacedBox } from './build-pages.ts';
import { setListTitle } from './layout-contents.ts';
import { NAME_INDEX_ID } from './list-entries.ts';
import { setInlines, setText } from './set-inlines.ts';
import { fillTemplate, type Setting } from './setting.ts';
import { openNode, type StructNode } from './structure.ts';
import { type Box, makeBox, packColumn, stackLines } from './vertical-list.ts';

/** A name of the index with the pages (from 1, ascending) where it stands, each with the anchor that leads there. */
export interface IndexedName {
  entry: string;
  places: { page: number; id: string }[];
}

const GUTTER = 22;
/** A frame narrower than this has one column. */
const NARROW_FRAME = 300;
/** Indent of the second and later lines of an entry. */
const HANG = 12;
const LETTER_GAP = 7;

/** What stays together in a column: an entry, with the letter above it where it is the first under that. */
interface Unit {
  box: Box;
  /** Space above it, but at a column's head. */
  gap: number;
}

/** Lays out the index of names: by initial letter in the language's order, in two columns, the last pair of one height. */
export function layoutNameIndex(title: string, names: IndexedName[], setting: Setting): LaidPage[] {
  const { frameWidth, frameHeight } = setting.geometry;
  const columns = frameWidth < NARROW_FRAME ? 1 : 2;
  const width = (frameWidth - GUTTER * (columns - 1)) / columns;
  const sect = openNode('Sect', null);
  const head = packColumn(setListTitle({ title, id: NAME_INDEX_ID }, setting, sect), 0, 0);
  const units = setUnits(names, width, openNode('Index', sect), setting);
  const pages: LaidPage[] = [];
  let top = head.height + LETTER_GAP;
  for (let next = 0; next < units.length; ) {
    const boxes: PlacedBox[] = pages.length ? [] : [{ box: head.box, y: 0 }];
    const height = columnHeight(units, next, columns, frameHeight - top);
    for (let column = 0; column < columns && next < units.length; column++) {
      const end = fillColumn(units, next, height);
      boxes.push({ box: stackUnits(units.slice(next, end), column * (width + GUTTER)), y: top });
      next = end;
    }
    pages.push({ boxes, notes: [], marginNotes: [], noteRuleY: null, partTitle: title, turned: false });
    top = 0;
  }
  return pages;
}

/** The least height at which the columns of one page hold what is left, or all the room where they do not. */
function columnHeight(units: Unit[], from: number, columns: number, room: number): number {
  const holds = (height: number) => {
    let next = from;
    for (let column = 0; column < columns; column++) next = fillColumn(units, next, height);
    return next === units.length;
  };
  if (!holds(room)) return room;
  let [low, high] = [0, room];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Index after the units that have room in a column; at least one, so that all end. */
function fillColumn(units: Unit[], from: number, height: number): number {
  let y = 0;
  let next = from;
  for (; next < units.length; next++) {
    const { box, gap } = units[next]!;
    const bottom = y + (next > from ? gap : 0) + box.height;
    if (bottom > height && next > from) break;
    y = bottom;
  }
  return next;
}

function stackUnits(units: Unit[], x: number): Box {
  const outer = makeBox(0, []);
  units.forEach(({ box, gap }, index) => {
    if (index > 0) outer.height += gap;
    outer.ops.push({ kind: 'box', box, x, y: outer.height });
    outer.height += box.height;
  });
  return outer;
}

function setUnits(names: IndexedName[], width: number, index: StructNode, setting: Setting): Unit[] {
  const collator = new Intl.Collator(setting.language);
  const sorted = names.toSorted((a, b) => collator.compare(a.entry, b.entry) || (a.entry < b.entry ? -1 : 1));
  let letter = '';
  let list = openNode('L', index);
  return sorted.map(name => {
    const initial = initialOf(name.entry, setting.language);
    if (initial === letter) return { box: setName(name, width, list, setting), gap: 0 };
    letter = initial;
    const heading = setLetter(letter, width, openNode('H2', index), setting);
    list = openNode('L', index);
    const box = stackUnits(
      [
        { box: heading, gap: 0 },
        { box: setName(name, width, list, setting), gap: 0 },
      ],
      0,
    );
    return { box, gap: LETTER_GAP };
  });
}

/** The letter that an entry stands under: without accents, though Ñ is a letter of its own in Spanish. */
function initialOf(entry: string, language: string): string {
  const [first = ''] = entry.match(/[\p{L}\p{N}]/u) ?? [];
  const upper = first.toLocaleUpperCase(language);
  if (upper === 'Ñ' && language.startsWith('es')) return upper;
  return upper.normalize('NFD').charAt(0);
}

function setLetter(letter: string, width: number, node: StructNode, setting: Setting): Box {
  const style = setting.theme.styles.caption;
  const lines = setText(letter, { setting, style, node, language: setting.language }, width);
  return packColumn(stackLines(lines, 0, style.leading), 0, 0).box;
}

function setName(name: IndexedName, width: number, list: StructNode, setting: Setting): Box {
  const style = { ...setting.theme.styles.contents2, align: 'start', hyphenate: false } as const;
  const node = openNode('LBody', openNode('LI', list));
  const known = new Map(name.places.map(({ id, page }) => [id, page]));
  const own: Setting = { ...setting, pages: { ...setting.pages, known } };
  const context = { setting: own, style, node, language: setting.language };
  const lines = setInlines(inlinesOf(name, setting), context, width - HANG);
  const items = stackLines(lines, HANG, style.leading);
  const [first] = items;
  if (first?.kind === 'box') for (const op of first.ops) if (op.kind === 'line') op.x -= HANG;
  return packColumn(items, 0, 0).box;
}

/** «Pérez, Ana, 4–6, 9»: three pages or more that follow each other become a range. */
function inlinesOf({ entry, places }: IndexedName, { furniture }: Setting): Inline[] {
  const page = ({ page: number, id }: IndexedName['places'][number]): Inline => ({
    kind: 'reference',
    text: String(number),
    targetId: id,
    alt: fillTemplate(furniture.goToPage, { title: entry, page: number }),
  });
  const inlines: Inline[] = [{ kind: 'text', text: entry }];
  for (const run of runsOf(places)) {
    inlines.push({ kind: 'text', text: ', ' }, page(run[0]!));
    if (run.length > 1) inlines.push({ kind: 'text', text: '–' }, page(run.at(-1)!));
  }
  return inlines;
}

function runsOf(places: IndexedName['places']): IndexedName['places'][] {
  const runs: IndexedName['places'][] = [];
  for (const place of places) {
    const open = runs.at(-1);
    if (open && open.at(-1)!.page + 1 === place.page) open.push(place);
    else runs.push([place]);
  }
  return runs.flatMap(run => (run.length > 2 ? [run] : run.map(each => [each])));
}
