/** Messages of: dossier. ICU MessageFormat; keys begin with the area's name. */
export const dossier = {} as const;
