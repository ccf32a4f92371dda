import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStates } from '../../../renderer/features/dossier/copies/count-states.ts';
import { findEmptyParts } from '../../../renderer/features/dossier/export/find-empty-parts.ts';
import {
  parseRecipients,
  writeRecipients,
} from '../../../renderer/features/dossier/export/parse-recipients.ts';
import {
  countFiles,
  findProblem,
  toggleOutput,
} from '../../../renderer/features/dossier/export/plan-export.ts';
import { suggestFileName } from '../../../renderer/features/dossier/export/suggest-file-name.ts';
import type { Section } from '../../../shared/model/dossier.ts';
import {
  defaultPreset,
  type ExportPreset,
  exportPresetSchema,
  outputFormats,
  outputKinds,
} from '../../../shared/model/output.ts';

const preset = (changes: Partial<ExportPreset>): ExportPreset => ({ ...defaultPreset, ...changes });
const wish = (changes: Partial<ExportPreset>, password = '', passwordAgain = password) => ({
  preset: preset(changes),
  password,
  passwordAgain,
});
const recipients = [
  { name: 'Ana Ríos', office: 'Directora de América' },
  { name: 'Luis Vargas', office: '' },
];

describe('recipients', () => {
  it('are typed one a line, or pasted as two columns', () => {
    expect(parseRecipients(' Ana  Ríos ; Directora de América\n\nLuis Vargas\n; nadie')).toEqual(recipients);
    expect(parseRecipients('Ana Ríos\tDirectora de América\r\nLuis Vargas\t')).toEqual(recipients);
  });

  it('are read as they were written', () => {
    const word = fc.stringMatching(/^[\p{L}]{1,12}( [\p{L}]{1,12})?$/u);
    const anybody = fc.record({ name: word, office: fc.oneof(fc.constant(''), word) });
    fc.assert(
      fc.property(fc.array(anybody), all => {
        expect(parseRecipients(writeRecipients(all))).toEqual(all);
      }),
    );
  });
});

describe('what an export makes', () => {
  it('is a PDF for each recipient and each other format once', () => {
    const outputs: ExportPreset['outputs'] = [
      { kind: 'folder', format: 'pdf' },
      { kind: 'handOver', format: 'pdf' },
      { kind: 'folder', format: 'docx' },
    ];
    expect(countFiles(preset({ outputs }))).toBe(3);
    expect(countFiles(preset({ outputs, recipients }))).toBe(5);
  });

  it('gains and loses outputs, and stays what the contract takes', () => {
    const both = toggleOutput(defaultPreset, 'share', 'html');
    expect(both.outputs).toEqual([...defaultPreset.outputs, { kind: 'share', format: 'html' }]);
    expect(toggleOutput(both, 'share', 'html')).toEqual(defaultPreset);
    const all = outputKinds.flatMap(kind => outputFormats.map(format => [kind, format] as const));
    const most = all
      .slice(1)
      .reduce((before, [kind, format]) => toggleOutput(before, kind, format), defaultPreset);
    expect(most.outputs).toHaveLength(all.length);
    expect(exportPresetSchema.safeParse(most).success).toBe(true);
  });

  it('says what has to be put right first', () => {
    const permissions = { print: true, copy: false };
    expect(findProblem(wish({}))).toBeNull();
    expect(findProblem(wish({ outputs: [] }))).toBe('noOutput');
    expect(findProblem(wish({ annexes: 'merged', annexSourceIds: [] }))).toBe('noAnnexes');
    expect(findProblem(wish({ annexes: 'none', annexSourceIds: [] }))).toBeNull();
    expect(findProblem(wish({ permissions }))).toBe('noPassword');
    expect(findProblem(wish({ permissions }, 'clave', 'llave'))).toBe('passwordsDiffer');
    expect(findProblem(wish({ permissions }, 'clave'))).toBeNull();
    expect(findProblem(wish({ permissions, outputs: [{ kind: 'folder', format: 'docx' }] }))).toBeNull();
    expect(findProblem(wish({ recipients: Array(501).fill(recipients[0]) }))).toBe('tooManyRecipients');
  });

  it('is named by its format', () => {
    expect(suggestFileName('Perú–Chile', '2026-11', 'docx')).toBe('Perú–Chile (2026-11).docx');
  });
});

describe('the issue log', () => {
  it('counts the copies by what became of them', () => {
    const copies = (['out', 'out', 'recalled', 'destroyed'] as const).map(state => ({ state }));
    expect(countStates(copies)).toEqual({ out: 2, recalled: 1, returned: 0, destroyed: 1, total: 4 });
  });
});

describe('parts without text', () => {
  const part = (id: string, changes: Partial<Section> = {}): Section => ({
    id,
    kind: 'topicBrief',
    title: id,
    dossierId: 'carpeta',
    included: true,
    marking: null,
    disclosure: 'internal',
    text: { type: 'doc', content: [{ type: 'paragraph' }] },
    revision: 1,
    updatedAt: '2026-11-22T12:00:00Z',
    ...changes,
  });
  const words = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Uno' }] }] };
  const rule = { type: 'doc', content: [{ type: 'paragraph' }, { type: 'horizontal_rule' }] };
  const parts = [
    part('portada', { kind: 'cover' }),
    part('vacía'),
    part('sin párrafos', { text: { type: 'doc' } }),
    part('fuera', { included: false }),
    part('escrita', { text: words }),
    part('con filete', { text: rule }),
    part('anexos', { kind: 'annexes' }),
  ];
  const empty = (changes: Partial<ExportPreset>) =>
    findEmptyParts(parts, preset(changes)).map(({ id }) => id);

  it('are told before they are printed blank, unless something is printed into them', () => {
    expect(empty({})).toEqual(['vacía', 'sin párrafos', 'anexos']);
    expect(empty({ annexes: 'merged' })).toEqual(['vacía', 'sin párrafos']);
    expect(empty({ outputs: [{ kind: 'speakingPages', format: 'pdf' }] })).toEqual([]);
  });
});
