/** The kinds of part a dossier may have; the template «Diálogo de alto nivel» has them all, `custom` is the user's own. */
export const partKinds = [
  'cover',
  'contents',
  'steeringBrief',
  'programme',
  'delegations',
  'objectives',
  'topicBrief',
  'talkingPoints',
  'defensiveQa',
  'commitments',
  'countryProfile',
  'biographies',
  'chronology',
  'treaties',
  'pressLine',
  'jointStatement',
  'aideMemoire',
  'annexes',
  'sources',
  'addendum',
  'minutes',
  'custom',
] as const;

/** See {@link partKinds}. */
export type PartKind = (typeof partKinds)[number];

/** Parts the exporter writes by itself; their text, where there is any, stands before what is written. */
export const generatedPartKinds: readonly PartKind[] = ['cover', 'contents', 'sources'];

const shared: readonly PartKind[] = ['commitments', 'countryProfile', 'chronology', 'treaties', 'annexes'];
const handedOver: readonly PartKind[] = [
  'cover',
  'contents',
  'programme',
  'delegations',
  'jointStatement',
  'sources',
];

/** How far a new part of a kind may go: what speaks of aims, people and arguments stays inside until someone says otherwise. */
export function usualDisclosure(kind: PartKind): 'internal' | 'share' | 'handOver' {
  return handedOver.includes(kind) ? 'handOver' : shared.includes(kind) ? 'share' : 'internal';
}
