import type { CoreHandlers } from '../../../shared/contract/contract.ts';
import type { CoreContext } from '../core-context.ts';
import { search } from '../library/search.ts';

/** The handler of search. */
export function createSearchHandlers(context: CoreContext): Pick<CoreHandlers, 'search.query'> {
  return { 'search.query': query => search(context.library.current().db, query) };
}
