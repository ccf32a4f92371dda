import type { Condition } from './conditions.ts';

/** One failure: the condition, where it was met (page or object number), and what was found. */
export interface Finding {
  condition: Condition;
  where: string;
  what: string;
}

/** Takes a failure. */
export type Reporter = (condition: Condition, where: string, what: string) => void;
