/** Messages of: cli. ICU MessageFormat; keys begin with the area's name. */
export const cli = {} as const;
