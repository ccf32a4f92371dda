import type { CslName } from './parsed-document.ts';

/** Words that only institutions have in their names. */
const INSTITUTION =
  /\b(?:ministerio|ministry|embajada|embassy|secretar[íi]a|secretariat|direcci[óo]n|departamento|department|gobierno|government|instituto|institute|universidad|university|organizaci[óo]n|organi[sz]ation|comisi[óo]n|commission|comit[ée]|committee|banco|bank|oficina|office|congreso|congress|senado|senate|naciones|nations|uni[óo]n|consejo|council|centro|center|centre|agencia|agency|fundaci[óo]n|foundation|presidencia|canciller[íi]a|corte|court|inc|ltd|s\.a|press|service)\b/i;

/** Words that belong to the family name that follows them. */
const PARTICLES = /^(?:de|del|la|las|los|y|von|van|der|den|da|do|dos|di|du|le|mac|san|santa)$/i;

/**
 * Reads a declared author line into CSL names: «García Pérez, Juan; Smith, Ann» or «Juan García and Ann Smith». Institutions, single
 * words and capitals such as «OEA» stay literal.
 */
export function parseNames(text: string): CslName[] {
  const parts = text.split(/\s*[;|\n]\s*/).flatMap(splitAnd);
  return parts
    .map(part => part.trim().replace(/^by\s+|^por\s+/i, ''))
    .filter(part => part !== '')
    .slice(0, 50)
    .map(parseName);
}

/** Commas part names only where «Family, Given» cannot be meant; «and», «y», «&» only between two full names. */
function splitAnd(part: string): string[] {
  if (INSTITUTION.test(part)) return [part];
  const commas = part.split(/\s*,\s*/);
  const allFull = commas.length > 1 && commas.every(name => / /.test(name.trim()));
  const list =
    allFull && commas.length !== 2 ? commas : allFull && looksLikeTwoNames(commas) ? commas : [part];
  return list.flatMap(name => {
    const both = name.split(/\s+(?:and|y|e|&)\s+/);
    return both.length > 1 && both.every(one => / /.test(one.trim())) ? both : [name];
  });
}

/** «Juan García, Ana Ruiz» against «García Pérez, Juan Carlos»: with two words on each side, the second is the commoner in files. */
function looksLikeTwoNames(parts: readonly string[]): boolean {
  return parts.every(part => part.trim().split(/\s+/).length > 2);
}

function parseName(name: string): CslName {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name);
  if (comma && !INSTITUTION.test(name)) return { family: comma[1]!.trim(), given: comma[2]!.trim() };
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > 6 || INSTITUTION.test(name) || /[\d@/]/.test(name))
    return { literal: name };
  if (words.every(word => word === word.toUpperCase()) && words.join('').length < 5) return { literal: name };
  return divideName(words);
}

/** Four words or more are two given and two family names in Spanish; otherwise the last, with its particles, is the family name. */
function divideName(words: readonly string[]): CslName {
  let at = words.length - (words.length >= 4 && !words.some(word => PARTICLES.test(word)) ? 2 : 1);
  while (at > 1 && PARTICLES.test(words[at - 1]!)) at--;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}
