import { IngestError } from '../ingest/ingest-error.ts';

interface StyleFault {
  severity: string;
  /** Bytes of the UTF-8 text. */
  range: { start: number; end: number };
  message: string;
}

/** The refusal of a style for what the processor says of it; null for an error that is not the style's. */
export function refuseStyle(error: unknown, csl: string): IngestError | null {
  if (!(error instanceof Error) || !('data' in error)) return null;
  const { data } = error as { data: { tag?: unknown; content?: unknown } };
  if (data?.tag === 'DependentStyle') {
    const { requiredParent } = data.content as { requiredParent: string };
    return new IngestError('styleDependent', { parent: requiredParent }, error);
  }
  if (data?.tag === 'ParseError') {
    const why = String(data.content);
    const place = /at (\d+):(\d+)/.exec(why);
    const [line, column] = place ? [Number(place[1]), Number(place[2])] : [1, 1];
    return new IngestError('styleBroken', { line, column, why: why.replace(/ at \d+:\d+/, '') }, error);
  }
  if (data?.tag !== 'Invalid' || !Array.isArray(data.content)) return null;
  const faults = data.content as StyleFault[];
  const fault = faults.find(({ severity }) => severity === 'Error') ?? faults[0];
  if (!fault) return null;
  const place = placeOf(csl, fault.range.start);
  return new IngestError('styleBroken', { ...place, why: fault.message }, error);
}

/** A place of a text by its bytes in UTF-8, as line and column from 1. */
function placeOf(text: string, byte: number): { line: number; column: number } {
  const before = new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte)).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
