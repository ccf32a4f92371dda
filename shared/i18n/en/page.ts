/** Messages of: page. ICU MessageFormat; keys begin with the area's name. */
export const page = {} as const;
