import type { Name } from '../../../shared/model/common.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { CslItem } from './citation-task.ts';
import { protectMarkup } from './protect-markup.ts';

/** What of a source its citation needs. */
export type CslSource = Pick<
  Source,
  'id' | 'type' | 'title' | 'authors' | 'issued' | 'publisher' | 'containerTitle' | 'url' | 'language'
>;

/** A source as an item of CSL-JSON; what it lacks is left out, so that styles put what they have in its place. */
export function sourceToCsl(source: CslSource): CslItem {
  const texts = {
    title: source.title,
    publisher: source.publisher,
    'container-title': source.containerTitle,
  };
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const issued = readDate(source.issued);
  return {
    id: source.id,
    type: cslType(source.type),
    ...Object.fromEntries(said.map(([variable, text]) => [variable, protectMarkup(text.toWellFormed())])),
    ...(source.url.trim() && { URL: source.url.toWellFormed() }),
    ...(source.authors.length > 0 && { author: source.authors.map(readName) }),
    ...(issued && { issued }),
    ...(source.language && { language: source.language }),
  };
}

/** «document» came with CSL 1.0.2; before that CSL 1.0 took an article for what is nothing else. */
export function cslType(type: Source['type']): string {
  return type === 'document' ? 'article' : type;
}

function readName(name: Name): Record<string, string> {
  const parts = 'literal' in name ? { literal: name.literal } : { family: name.family, given: name.given };
  const said = Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1]));
  return Object.fromEntries(said.map(([part, text]) => [part, protectMarkup(text.toWellFormed())]));
}

interface CslDate {
  'date-parts': number[][];
  season?: number;
  circa?: boolean;
}

/** An EDTF date; null where it has no year that could be printed: «201X» is no year. */
function readDate(edtf: string): CslDate | null {
  const ends = edtf.split('/').map(readParts);
  const [first] = ends;
  if (!first) return null;
  const known = ends.filter(end => end !== null);
  const date: CslDate = { 'date-parts': known.map(end => end.parts) };
  // A season is told of a single date alone.
  if (first.season && known.length === 1) date.season = first.season;
  if (known.some(end => end.circa)) date.circa = true;
  return date;
}

function readParts(end: string): { parts: number[]; season: number | null; circa: boolean } | null {
  const match = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:-XX)*([~?%])?$/.exec(end);
  if (!match) return null;
  const [, year, month, day, doubt] = match;
  const isSeason = Number(month) > 12;
  const parts = [year, isSeason ? undefined : month, day].filter(part => part !== undefined).map(Number);
  return { parts, season: isSeason ? Number(month) - 20 : null, circa: doubt !== undefined };
}
