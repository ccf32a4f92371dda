/** Messages of: app. ICU MessageFormat; keys begin with the area's name. */
export const app = {} as const;
