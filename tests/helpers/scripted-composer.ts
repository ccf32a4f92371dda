import type {
  ComposedOutput,
  ComposeOptions,
  ComposeRequest,
  OutputComposer,
} from '../../electron/core/dossier/compose-output.ts';
import { Failure } from '../../shared/contract/result.ts';

/** What was asked of a composer; `quick` is a layout for its pages alone. */
export type Asked = ComposeRequest & { quick: boolean };

/** A composer that writes down what it is asked, and what a test lets happen meanwhile. */
export interface ScriptedComposer extends OutputComposer {
  asked: Asked[];
}

/**
 * Makes a composer whose files say what they are («folder pdf 3»), so that what becomes of files can be tested without
 * laying out pages. `during` runs within each composition; false from it stands for an output without anything to print. Files are filled up to
 * `byteLength`.
 */
export function scriptComposer(
  during: (asked: Asked, options: ComposeOptions) => Promise<boolean> | boolean = () => true,
  byteLength = 0,
): ScriptedComposer {
  const asked: Asked[] = [];
  return {
    asked,
    async compose(_snapshot, request, options) {
      const one = { ...request, quick: options.quick === true };
      asked.push(one);
      options.onProgress?.(1, 2);
      if (!(await during(one, options))) return null;
      if (options.signal?.aborted) throw new Failure('cancelled');
      return composed(`${request.kind} ${request.format} ${request.copy?.number ?? '-'}`, byteLength);
    },
    composeDocument: async content => composed(content.title),
  };
}

function composed(text: string, byteLength = 0): ComposedOutput {
  return {
    bytes: new TextEncoder().encode(text.padEnd(byteLength)),
    pageCount: 2,
    anchors: { evidence: 2 },
    missingGlyphs: [],
    standards: ['PDF/A-2a'],
    notices: [],
  };
}
