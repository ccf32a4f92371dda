import { useEffect, useRef } from 'react';
import { useGoToQuote } from './state/use-go-to-quote.ts';

/** Goes once, as the screen opens, to the quote from which one went to its source. */
export function ReturnToQuote({ sectionId, excerptId }: { sectionId: string; excerptId: string }) {
  const goToQuote = useRef(useGoToQuote());
  useEffect(() => goToQuote.current(sectionId, excerptId), [sectionId, excerptId]);
  return null;
}
