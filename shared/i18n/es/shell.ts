/** Messages of: shell. ICU MessageFormat; keys begin with the area's name. */
export const shell = {} as const;
