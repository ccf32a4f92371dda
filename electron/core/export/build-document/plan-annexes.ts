import type { Source } from '../../../../shared/model/source.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';
import type { PlanOptions } from './plan-document.ts';

/** An original that goes with an output: `id` is its anchor where it is bound in. */
export interface PlannedAnnex {
  id: string;
  /** «A1». */
  number: string;
  source: Source;
}

/** The originals of an output, numbered: those the preset names in its order, else those quoted in the order of the quotes. */
export function planAnnexes(
  quoted: readonly string[],
  snapshot: DossierSnapshot,
  options: PlanOptions,
): Map<string, PlannedAnnex> {
  const wanted = wantedSources(quoted, snapshot, options).filter(source =>
    isUsable(source, snapshot, options),
  );
  return new Map(
    wanted.map((source, index) => [source.id, { id: `annex-${source.id}`, number: `A${index + 1}`, source }]),
  );
}

/** Originals that are wanted, but have neither pages nor a text that could be bound in. */
export function listUnbindable(
  quoted: readonly string[],
  snapshot: DossierSnapshot,
  options: PlanOptions,
): Source[] {
  if (options.preset.annexes !== 'merged') return [];
  return wantedSources(quoted, snapshot, options).filter(source => !canBind(source, snapshot));
}

/** A source that the preset names but nothing quotes any more is not wanted: nobody sees it ticked. */
function wantedSources(
  quoted: readonly string[],
  { sources }: DossierSnapshot,
  { preset, takesAnnexes }: PlanOptions,
): Source[] {
  if (!takesAnnexes || preset.annexes === 'none') return [];
  const named = preset.annexSourceIds ?? quoted;
  const ids = [...new Set(named)].filter(id => quoted.includes(id));
  return ids.flatMap(id => sources[id] ?? []);
}

function isUsable(source: Source, snapshot: DossierSnapshot, { preset, unusable }: PlanOptions): boolean {
  return (preset.annexes !== 'merged' || canBind(source, snapshot)) && !unusable.includes(source.id);
}

/** A PDF has pages, others a text to set. */
function canBind({ format, id }: Source, { texts }: DossierSnapshot): boolean {
  return format === 'pdf' || texts[id] !== undefined;
}
