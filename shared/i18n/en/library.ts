/** Messages of: library. ICU MessageFormat; keys begin with the area's name. */
export const library = {} as const;
