import type { Recipient } from '../../../../shared/model/output.ts';

/** The most copies that one export numbers. */
export const mostRecipients = 500;

/** Recipients typed or pasted one a line: «Nombre; cargo», or two columns of a spreadsheet; lines without a name are passed over. */
export function parseRecipients(text: string): Recipient[] {
  return text
    .split(/\r?\n/)
    .map(line => {
      const [name = '', ...office] = line.split(/[;\t]/);
      return { name: tidy(name), office: tidy(office.join('; ')) };
    })
    .filter(recipient => recipient.name !== '');
}

/** Recipients as they are typed, one a line. */
export function writeRecipients(recipients: readonly Recipient[]): string {
  return recipients.map(({ name, office }) => (office ? `${name}; ${office}` : name)).join('\n');
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, 200);
}
