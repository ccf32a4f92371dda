import { documentSchema } from '../../../../shared/document/schema.ts';
import { type DocumentJson, generatedPartKinds, type Section } from '../../../../shared/model/dossier.ts';
import type { ExportPreset } from '../../../../shared/model/output.ts';

const wholeOutputs = ['folder', 'handOver', 'share'];

/** The printed parts that would be a title above an empty page in the outputs that print every part. */
export function findEmptyParts(
  sections: readonly Section[],
  { outputs, annexes }: Pick<ExportPreset, 'outputs' | 'annexes'>,
): Section[] {
  if (!outputs.some(output => wholeOutputs.includes(output.kind))) return [];
  return sections.filter(({ included, kind, text }) => {
    const isGenerated = generatedPartKinds.includes(kind) || (kind === 'annexes' && annexes !== 'none');
    return included && !isGenerated && isEmpty(text);
  });
}

/** Whether a text is nothing but empty paragraphs. */
function isEmpty(text: DocumentJson): boolean {
  const { children } = documentSchema.nodeFromJSON(text);
  return children.every(({ type, content }) => type.name === 'paragraph' && content.size === 0);
}
