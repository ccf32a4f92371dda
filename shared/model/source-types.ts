/** The kinds of source, in CSL 1.0.2's item types (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
export const sourceTypes = [
  'document',
  'report',
  'article',
  'article-newspaper',
  'book',
  'chapter',
  'legislation',
  'treaty',
  'speech',
  'interview',
  'personal_communication',
  'webpage',
] as const;
