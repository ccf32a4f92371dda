import type { Language } from '../../shared/model/common.ts';

/** The language of what a shell itself says: `VALIJA_LANGUAGE`, else English on a machine that speaks English, else Spanish. */
export function shellLanguage(
  env: NodeJS.ProcessEnv = process.env,
  locale: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const asked = env.VALIJA_LANGUAGE;
  if (asked === 'es' || asked === 'en') return asked;
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || locale;
  return system.toLowerCase().startsWith('en') ? 'en' : 'es';
}
