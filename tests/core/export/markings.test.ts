import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../electron/core/export/build-document.ts';
import {
  doc,
  excerpt,
  quoteOf,
  section,
  snapshotOf,
  source,
  words,
} from '../../helpers/snapshot-builders.ts';

const EQUAL = [
  {
    id: 'pe',
    name: { es: 'Perú', en: 'Peru' },
    levels: ['reservada', 'confidencial'].map(id => ({
      id,
      label: { es: id, en: id },
      abbreviation: id[0]!.toUpperCase(),
      rank: 1,
      color: '#1f4e79',
      requires: [],
    })),
  },
];

function marked(marking: string) {
  return { type: 'paragraph', attrs: { marking }, content: [words('Dato.')] };
}

describe('the banner', () => {
  it('names every highest level where none outranks the other', () => {
    const dossier = { marking: { scheme: 'pe', level: 'confidencial' } };
    const snapshot = snapshotOf([section('a', 'topicBrief', doc(marked('reservada'), marked('reservada')))], {
      dossier,
    });
    const content = buildDocument({ ...snapshot, markingSchemes: EQUAL });
    expect(content.banner?.text).toBe('RESERVADA · CONFIDENCIAL');
  });

  it('never leaves out a level that no scheme knows', () => {
    const paragraph = buildDocument(snapshotOf([section('a', 'topicBrief', doc(marked('cosmic')))]));
    expect(paragraph.banner?.text).toBe('COSMIC');
    expect(paragraph.parts[0]!.blocks[0]).toMatchObject({ marking: '(COSMIC)' });
    const quoted = buildDocument(
      snapshotOf([section('a', 'topicBrief', doc(quoteOf('e')))], {
        dossier: { marking: { scheme: 'pe', level: 'secreta' } },
        excerpts: [excerpt('e', 's', 'Palabras.', { marking: { scheme: 'nato', level: 'cosmic' } })],
        sources: [source('s')],
      }),
    );
    expect(quoted.banner).toEqual({ text: 'SECRETA · COSMIC', color: '#a61c1c' });
    const part = section('a', 'topicBrief', doc(), { marking: { scheme: 'nato', level: 'cosmic' } });
    const whole = buildDocument(snapshotOf([{ ...part, text: doc(marked('')) }]));
    expect([whole.banner?.text, whole.parts[0]!.marking]).toEqual(['COSMIC', 'COSMIC']);
  });
});

describe('quotes', () => {
  it('keep their paragraphs apart', () => {
    const content = buildDocument(
      snapshotOf([section('a', 'topicBrief', doc(quoteOf('e')))], {
        excerpts: [
          excerpt('e', 's', 'Primero.\nSegundo.', { language: 'en', translation: 'Uno.\n\nDos.\n' }),
        ],
        sources: [source('s')],
      }),
    );
    const parted = (one: string, two: string) => [
      { kind: 'text', text: one },
      { kind: 'lineBreak' },
      { kind: 'text', text: two },
    ];
    expect(content.parts[0]!.blocks[0]).toMatchObject({
      inlines: parted('Primero.', 'Segundo.'),
      translation: { inlines: parted('Uno.', 'Dos.') },
    });
  });
});

describe('the bibliography', () => {
  it('compares authors before years', () => {
    const names = ['G', 'G 20', 'G 7'];
    const sources = names.map((literal, i) =>
      source(`s${i}`, { authors: [{ literal }], issued: i === 0 ? '' : '2018' }),
    );
    const cite = (sourceId: string) => ({ type: 'citation', attrs: { sourceId, locator: '' } });
    const content = buildDocument(
      snapshotOf(
        [
          section('a', 'topicBrief', doc({ type: 'paragraph', content: sources.map(({ id }) => cite(id)) })),
          section('f', 'sources', doc(marked(''))),
        ],
        { sources },
      ),
    );
    const listed = content.parts[1]!.blocks.filter(block => block.kind === 'bibliographyEntry');
    expect(listed.map(block => block.id)).toEqual(['source-s0', 'source-s2', 'source-s1']);
  });
});
