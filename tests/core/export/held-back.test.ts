import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../electron/core/dossier/check-text.ts';
import { buildDocument, buildOutput, folderRequest } from '../../../electron/core/export/build-document.ts';
import { noResources } from '../../../electron/core/export/export-resources.ts';
import { renderDocx } from '../../../electron/core/export/render-docx/render-docx.ts';
import { renderHtml } from '../../../electron/core/export/render-html/render-html.ts';
import type { Block } from '../../../shared/document/content.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';
import { writeSecretDossier } from '../../helpers/secret-dossier.ts';
import {
  doc,
  excerpt,
  noteOf,
  para,
  quoteOf,
  section,
  snapshotOf,
  source,
} from '../../helpers/snapshot-builders.ts';
import {
  headingOf,
  internal,
  listOf,
  parallelOf,
  pointOf,
  referTo,
  tableOf,
} from '../../helpers/text-nodes.ts';
import { wordsInDocx, wordsInHtml, wordsInPdf } from '../../helpers/words-in-file.ts';

type NodeJson = Record<string, unknown>;
const share = { ...folderRequest, kind: 'share' as const };

/** What is left of a text that is shared: the blocks by kind, or their words. */
function shareText(...content: NodeJson[]) {
  const open = section('a', 'topicBrief', doc(...content), { disclosure: 'share' });
  const built = buildOutput(snapshotOf([open]), share);
  return { ...built, blocks: built.document.parts[0]?.blocks ?? [] };
}

function wordsOf(blocks: Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    if ('inlines' in block) return [block.inlines.map(each => ('text' in each ? each.text : '')).join('')];
    if (block.kind === 'list') return block.items.flatMap(wordsOf);
    if (block.kind === 'table')
      return [...block.head, ...block.rows].flatMap(row => row.flatMap(cell => wordsOf(cell.blocks)));
    if (block.kind === 'parallel') return block.rows.flatMap(row => row.flatMap(wordsOf));
    return 'blocks' in block ? wordsOf(block.blocks) : [];
  });
}

describe('what is held back', () => {
  it('stays in what the delegation keeps', () => {
    const snapshot = snapshotOf([section('a', 'topicBrief', doc(internal(para('Dentro.'))))]);
    const built = buildOutput(snapshot, folderRequest);
    expect([wordsOf(built.document.parts[0]!.blocks), built.heldBack]).toEqual([['Dentro.'], 0]);
  });

  it('takes with it what stands under its heading, and headings left with nothing', () => {
    const { blocks, heldBack } = shareText(
      headingOf('A'),
      para('uno'),
      internal(headingOf('B', 2)),
      para('dos'),
      headingOf('C', 3),
      para('tres'),
      headingOf('D'),
      headingOf('E', 2),
      internal(para('cuatro')),
      { type: 'page_break' },
      headingOf('F'),
      para('cinco'),
    );
    expect(wordsOf(blocks)).toEqual(['A', 'uno', 'F', 'cinco']);
    expect(heldBack).toBe(5);
  });

  it('takes the item of its first paragraph, and lists, rows, columns and tables left with nothing', () => {
    const secret = internal(para('x'));
    expect(wordsOf(shareText(listOf('uno', [secret, para('dos')], [para('tres'), secret])).blocks)).toEqual([
      'uno',
      'tres',
    ]);
    expect(shareText(para('a'), listOf([secret])).blocks).toHaveLength(1);
    const table = tableOf('T', [
      ['A', 'B', 'C'],
      ['1', secret, '2'],
      [secret, secret, secret],
      ['3', secret, '4'],
    ]);
    expect(wordsOf(shareText(table).blocks)).toEqual(['A', 'C', '1', '2', '3', '4']);
    expect(shareText(para('a'), tableOf('T', [['A'], [secret]])).blocks).toHaveLength(1);
  });

  it('takes the other language of a parallel text', () => {
    const text = parallelOf(['Uno.', 'One.'], [internal(para('Dos.')), 'Two.']);
    expect(wordsOf(shareText(text).blocks)).toEqual(['Uno.', 'One.']);
  });

  it('leaves no number, reference or part behind', () => {
    const open = { disclosure: 'share' as const };
    const snapshot = snapshotOf(
      [
        section('cerrada', 'objectives', doc(para('No.'))),
        section('vacia', 'chronology', doc(internal(para('No.'))), open),
        section(
          'a',
          'topicBrief',
          doc(
            internal(tableOf('Uno', [['A'], ['1']], { id: 't1' })),
            para(
              'Véase ',
              referTo('t1'),
              ', ',
              referTo('cerrada', 'title'),
              ' y ',
              referTo('t2'),
              noteOf('n'),
            ),
            tableOf('Dos', [['A'], ['1']], { id: 't2' }),
            internal(quoteOf('e1')),
            quoteOf('e2'),
          ),
          open,
        ),
        section('f', 'sources', doc(para()), open),
      ],
      {
        excerpts: [
          excerpt('e1', 's1', 'Secreto.', { marking: { scheme: 'pe', level: 'secreta' } }),
          excerpt('e2', 's2', 'Abierto.'),
        ],
        sources: [source('s1', { title: 'Uno' }), source('s2', { title: 'Dos' })],
      },
    );
    const { document, heldBack } = buildOutput(snapshot, share);
    expect(document.parts.map(part => [part.id, part.number])).toEqual([
      ['a', '1'],
      ['f', '2'],
    ]);
    expect(wordsOf(document.parts[0]!.blocks)[0]).toBe('Véase otro documento, otro documento y cuadro 1');
    expect(document.banner).toBeNull();
    expect(JSON.stringify(document)).not.toMatch(/Secreto|Uno|2018b|s1/);
    expect(heldBack).toBe(4);
  });

  it('keeps the marking of the dossier, and names no axis that nothing speaks of', () => {
    const cover = section('p', 'cover', doc(para()), { disclosure: 'handOver' });
    const open = section('a', 'programme', doc(para('Hablaremos de comercio.')), { disclosure: 'handOver' });
    const dossier = {
      marking: { scheme: 'pe', level: 'reservada' },
      meeting: { ...snapshotOf([]).dossier.meeting, counterpart: 'Bolivia', axes: ['Comercio', 'Litio'] },
    };
    const handOver = { ...folderRequest, kind: 'handOver' as const };
    const document = buildDocument(snapshotOf([cover, open], { dossier }), handOver);
    expect([document.keywords, document.banner?.text]).toEqual([['Bolivia', 'Comercio'], 'RESERVADA']);
    const without = buildDocument(
      snapshotOf([{ ...cover, disclosure: 'share' }, open], { dossier }),
      handOver,
    );
    expect([without.cover, without.keywords, without.subject]).toEqual([null, [], '']);
  });

  it('takes what is said above the contents, and the names of files', () => {
    const open = { disclosure: 'handOver' as const };
    const parts = [
      section('c', 'contents', doc(para('Lea primero las líneas rojas.')), open),
      section('a', 'programme', doc(quoteOf('e')), open),
      section('x', 'annexes', doc(para()), open),
    ];
    const snapshot = snapshotOf(parts, {
      excerpts: [excerpt('e', 's', 'Palabras.')],
      sources: [source('s', { fileName: 'borrador-interno.pdf' })],
    });
    const attached = { ...folderRequest.preset, annexes: 'attached' as const };
    const { document, heldBack } = buildOutput(snapshot, {
      ...folderRequest,
      kind: 'handOver',
      preset: attached,
    });
    expect([document.contentsTitle, document.contentsBlocks, heldBack]).toEqual(['c', [], 1]);
    expect(document.attachments.map(each => each.fileName)).toEqual(['A1.pdf']);
  });

  it('counts no part that nobody wrote', () => {
    const parts = [
      section('a', 'topicBrief', doc(para())),
      section('b', 'programme', doc(para('x')), { disclosure: 'share' }),
    ];
    expect(buildOutput(snapshotOf(parts), share).heldBack).toBe(0);
  });

  it('leads from points to nothing that is not there', () => {
    const open = { disclosure: 'share' as const };
    const parts = [
      section('a', 'topicBrief', doc(quoteOf('e'))),
      section('p', 'talkingPoints', doc(pointOf([para('Uno.'), quoteOf('e')])), open),
    ];
    const snapshot = snapshotOf(parts, { excerpts: [excerpt('e', 's', 'x')], sources: [source('s')] });
    const [point] = buildDocument(snapshot, share).parts[0]!.blocks;
    expect(point).toMatchObject({
      evidence: [{ kind: 'text', text: 'Cancillería, 2018, p.\u00a0iv\u00a0[4]' }],
    });
  });
});

it('tells of nothing held back in any byte of a PDF, a DOCX or an HTML file', {
  timeout: PATIENCE,
}, async () => {
  const tape = fc.array(fc.nat({ max: 9999 }), { minLength: 60, maxLength: 200 });
  const kinds = fc.constantFrom('share' as const, 'handOver' as const);
  let found = 0;
  await fc.assert(
    fc.asyncProperty(tape, kinds, async (numbers, kind) => {
      let at = 0;
      const { snapshot, words } = writeSecretDossier(below => numbers[at++ % numbers.length]! % below, kind);
      for (const part of snapshot.sections) part.text = checkText(part.text).json;
      const { document, empty } = buildOutput(snapshot, { ...folderRequest, kind });
      if (empty) {
        expect(words.shown).toEqual([]);
        return;
      }
      const { bytes } = await exportPdf(document, { themes: testThemes });
      const options = { resources: noResources, themes: testThemes };
      const files = {
        pdf: await wordsInPdf(bytes),
        docx: await wordsInDocx(await renderDocx(document, { ...options, comments: true })),
        html: wordsInHtml(await renderHtml(document, options)),
      };
      for (const [format, said] of Object.entries(files)) {
        const spoken = new Set(said.match(/kq\d+zq/g));
        expect([format, words.held.filter(word => spoken.has(word))]).toEqual([format, []]);
        expect([format, words.shown.filter(word => !spoken.has(word))]).toEqual([format, []]);
      }
      for (const annexes of ['merged', 'attached'] as const) {
        const taken = section('anexos', 'annexes', doc(para()), { disclosure: 'handOver' });
        const preset = { ...folderRequest.preset, annexes };
        const sections = [...snapshot.sections, taken];
        const annexed = JSON.stringify(
          buildOutput({ ...snapshot, sections }, { ...folderRequest, kind, preset }),
        );
        expect(words.held.filter(word => annexed.includes(word))).toEqual([]);
      }
      found += words.shown.length;
    }),
    tried(12),
  );
  expect(found).toBeGreaterThan(50);
});
