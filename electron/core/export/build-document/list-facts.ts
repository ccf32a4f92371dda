import { formatMessage, type MessageKey } from '../../../../shared/i18n/format-message.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';
import { formatEdtf } from './format-edtf.ts';

/** What is known of the meeting, as label and value; lines of a value are parted by «\n», empty ones are left out. */
export function listFacts({ dossier }: DossierSnapshot): [label: string, value: string][] {
  const { language, meeting, title } = dossier;
  const say = (key: MessageKey) => formatMessage(language, key);
  const languages = meeting.languages.map(each => say(`page.language.${each}`));
  const facts: [string, string][] = [
    [say('page.cover.mechanism'), meeting.mechanism === title ? '' : meeting.mechanism],
    [say('page.cover.counterpart'), meeting.counterpart],
    [say('page.cover.level'), meeting.level],
    [say('page.cover.date'), meeting.date && formatEdtf(meeting.date, language)],
    [say('page.cover.place'), meeting.place],
    [say('page.cover.languages'), languages.length > 1 ? languages.join(', ') : ''],
    [say('page.cover.axes'), meeting.axes.map((axis, i) => `${i + 1}. ${axis}`).join('\n')],
  ];
  return facts.filter(([, value]) => value !== '');
}
