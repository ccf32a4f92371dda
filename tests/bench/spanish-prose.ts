/** Spanish prose made by rule: the same seed gives the same words, with a vocabulary that follows Zipf's law. */
const functionWords =
  'de la que el en y a los del se las por un para con no una su al lo como más pero sus ya o este sí porque esta entre cuando muy sin sobre también hasta hay donde desde todo durante todos uno ni contra otros ese ante ellos e esto antes algunos otro otras tanto esa estos mucho poco ella estas algo nosotros'.split(
    ' ',
  );
const stems =
  'gobiern ministr compromis presupuest legislatur congres declaracion program viviend sanidad educacion inversion administracion transparenci responsabilidad financiacion infraestructur sostenibilidad reglament disposicion votacion portavoz parlament ciudadan politic econom internacional cooperacion seguridad defens energi transicion digitalizacion emple pension fiscal impuest comision investigacion sesion proyect decret recurs constitucion tribunal sentenci ayuntamient provinci territori fronter comerci migracion aduan tratad acuerd dialog cancilleri embajad delegacion minut agend mecanism consult gabinet corredor puert hidrovi mineri turism cultur cienci tecnologi'.split(
    ' ',
  );
const endings = [
  'o',
  'a',
  'os',
  'as',
  'al',
  'ales',
  'ión',
  'iones',
  'ario',
  'aria',
  'arios',
  'mente',
  'idad',
  'ivo',
  'iva',
  'ado',
  'ada',
  'ando',
];
const prefixes = ['', '', '', '', 're', 'inter', 'sub', 'co', 'pre', 'des'];
const onsets = 'b c ch d f g j l ll m n p r s t v br cr dr fl gr pl tr qu'.split(' ');
const rhymes = 'a e i o u an en in on ar er or as es ia io'.split(' ');
/** How many rare words there are: names, places, terms of a trade. */
const RARE_WORDS = 20_000;

/** Random numbers in [0, 1) from a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The rare word of a rank: three or four syllables. */
export function rareWord(rank: number): string {
  let word = '';
  for (let rest = rank * 7919 + 104_729; rest > 0; ) {
    word += onsets[rest % onsets.length] ?? '';
    rest = Math.floor(rest / onsets.length);
    word += rhymes[rest % rhymes.length] ?? '';
    rest = Math.floor(rest / rhymes.length);
  }
  return word;
}

/** Makes sentences, paragraphs and single words of prose. */
export class Prose {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = createRandom(seed);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  /** One of several things. */
  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)] as T;
  }

  /** A rank from 0 to below `count`; low ones come oftener. */
  #rank(count: number): number {
    return Math.floor(Math.exp(this.random() * Math.log(count + 1))) - 1;
  }

  /** A word with meaning; common ones come oftener, one in three is rare. */
  word(): string {
    if (this.random() < 0.33) return rareWord(this.#rank(RARE_WORDS));
    return `${this.pick(prefixes)}${stems[this.#rank(stems.length)]}${this.pick(endings)}`;
  }

  /** A sentence of so many words. */
  sentence(words: number): string {
    const parts: string[] = [];
    for (let i = 0; i < words; i++) {
      const comma = i > 1 && i < words - 2 && this.random() < 0.07 ? ',' : '';
      parts.push((this.random() < 0.46 ? this.pick(functionWords) : this.word()) + comma);
    }
    if (this.random() < 0.2) parts.splice(words >> 1, 0, String(this.between(1980, 2026)));
    const text = parts.join(' ');
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  }

  /** A paragraph of about so many words. */
  paragraph(words: number): string {
    const sentences: string[] = [];
    for (let count = 0; count < words; ) {
      const length = this.between(9, 26);
      sentences.push(this.sentence(length));
      count += length;
    }
    return sentences.join(' ');
  }
}
