import type { IssuedCopy } from '../../../../shared/model/output.ts';

/** How many copies there are in each state. */
export function countStates(
  copies: readonly Pick<IssuedCopy, 'state'>[],
): Record<IssuedCopy['state'] | 'total', number> {
  const counts = { out: 0, recalled: 0, returned: 0, destroyed: 0, total: copies.length };
  for (const { state } of copies) counts[state] += 1;
  return counts;
}
