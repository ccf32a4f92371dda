/** Messages of: reader. ICU MessageFormat; keys begin with the area's name. */
export const reader = {} as const;
