import type { z } from 'zod';

/** One call of the contract: what it takes and what it gives, each declared once. */
export interface CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
}

/** Declares a call by its input and output schemas. */
export function defineCall<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): CallDefinition<I, O> {
  return { input, output };
}
