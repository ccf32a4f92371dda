import { type Argument, type Command, Help, type Option } from 'commander';
import { isMessageKey, type MessageKey } from '../../shared/i18n/format-message.ts';
import type { Say } from './program.ts';

const titles: Record<string, MessageKey> = {
  'Usage:': 'cli.usage',
  'Arguments:': 'cli.arguments',
  'Options:': 'cli.options',
  'Global Options:': 'cli.globalOptions',
  'Commands:': 'cli.commands',
};

/** Commander's help in the reader's language: its titles, and the words between angle and square brackets. */
export function helpWords(say: Say): Partial<Help> {
  const plain = new Help();
  const speak = (term: string) =>
    term.replace(/(?<=[<[])[a-z]+(?=(?:\.\.\.)?[\]>])/g, word => sayWord(word, say));
  return {
    showGlobalOptions: true,
    styleTitle: title => (titles[title] ? say(titles[title]) : title),
    commandUsage: (command: Command) => speak(plain.commandUsage(command)),
    subcommandTerm: (command: Command) => speak(plain.subcommandTerm(command)),
    argumentTerm: (argument: Argument) => sayWord(argument.name(), say),
    optionTerm: (option: Option) => speak(plain.optionTerm(option)),
    optionDescription: (option: Option) => describeOption(option, say),
  };
}

/** The word of the help for an argument's or option's name; the name itself where there is none. */
export function sayWord(word: string, say: Say): string {
  const key = `cli.word.${word}`;
  return isMessageKey(key) ? say(key) : word;
}

function describeOption({ description, defaultValue }: Option, say: Say): string {
  const usual = typeof defaultValue === 'string' && defaultValue !== '' ? defaultValue : null;
  return usual ? say('cli.usually', { description, value: usual }) : description;
}
