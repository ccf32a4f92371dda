import { Argument, Command, type CommanderError, Option } from 'commander';
import { formatMessage, type MessageKey, type MessageValues } from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';
import { addExportCommands } from './export-program.ts';
import { helpWords, sayWord } from './help-words.ts';
import type { Run } from './run.ts';

/** What a command line says, in one language. */
export type Say = (key: MessageKey, values?: MessageValues) => string;

/** Builds the command line's grammar and help; each command's work is `run`'s. Throws {@link CommanderError} on wrong usage. */
export function buildProgram(language: Language, version: string, run: Run): Command {
  const say: Say = (key, values) => formatMessage(language, key, values);
  const program = base(new Command('valija'), say)
    .description(say('cli.description'))
    .version(version, '-V, --version', say('cli.option.version'))
    .option('--json', say('cli.option.json'))
    .addOption(new Option('--language <code>', say('cli.option.language')).choices(['es', 'en']));
  addLibraryCommands(program, say, run);
  addExcerptCommands(program, say, run);
  addDossierCommands(program, say, run);
  addExportCommands(program, say, run);
  return program;
}

/** A command with the program's own ways: help in the reader's language, errors thrown. */
function base(command: Command, say: Say): Command {
  return command
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp(helpWords(say))
    .helpOption('-h, --help', say('cli.option.help'))
    .helpCommand(false);
}

/** Adds a described command. */
export function addCommand(parent: Command, name: string, key: MessageKey, say: Say): Command {
  return base(parent.command(name), say).description(say(key));
}

/** Gives a command the library it works on. */
export function withLibrary(command: Command, say: Say): Command {
  return command
    .addArgument(new Argument('<library>', say('cli.argument.library')))
    .option('--password-file <file>', say('cli.option.passwordFile'));
}

function addLibraryCommands(program: Command, say: Say, run: Run): void {
  withLibrary(addCommand(program, 'create', 'cli.create', say), say).action(run.create);
  withLibrary(addCommand(program, 'import', 'cli.import', say), say)
    .addArgument(new Argument('<files...>', say('cli.argument.files')))
    .action(run.import);
  withLibrary(addCommand(program, 'search', 'cli.search', say), say)
    .addArgument(new Argument('<words...>', say('cli.argument.words')))
    .option('--limit <n>', say('cli.option.limit'), '20')
    .addOption(
      new Option('--kind <kind>', say('cli.option.kind')).choices(['source', 'page', 'excerpt', 'section']),
    )
    .action(run.search);
  withLibrary(addCommand(program, 'verify', 'cli.verify', say), say).action(run.verify);
  withLibrary(addCommand(program, 'backup', 'cli.backup', say), say)
    .addArgument(new Argument('<file>', say('cli.argument.backup')))
    .action(run.backup);
  addCommand(program, 'demo', 'cli.demo', say)
    .option('--folder <folder>', say('cli.option.folder'), 'output/demo')
    .action(run.demo);
}

function addExcerptCommands(program: Command, say: Say, run: Run): void {
  const excerpt = addCommand(program, 'excerpt', 'cli.excerpt', say);
  withLibrary(addCommand(excerpt, 'add', 'cli.excerpt.add', say), say)
    .requiredOption('--source <source>', say('cli.option.source'))
    .requiredOption('--text <words>', say('cli.option.text'))
    .option('--note <note>', say('cli.option.note'), '')
    .option('--tags <tags...>', say('cli.option.tags'), [])
    .action(run.excerptAdd);
  withLibrary(addCommand(excerpt, 'list', 'cli.excerpt.list', say), say)
    .option('--source <source>', say('cli.option.source'))
    .action(run.excerptList);
}

function addDossierCommands(program: Command, say: Say, run: Run): void {
  const image = addCommand(program, 'image', 'cli.image', say);
  withLibrary(addCommand(image, 'add', 'cli.image.add', say), say)
    .addArgument(new Argument('<files...>', say('cli.argument.images')))
    .action(run.imageAdd);
  const style = addCommand(program, 'style', 'cli.style', say);
  withLibrary(addCommand(style, 'add', 'cli.style.add', say), say)
    .addArgument(new Argument('<files...>', say('cli.argument.styles')))
    .action(run.styleAdd);
  withLibrary(addCommand(style, 'list', 'cli.style.list', say), say).action(run.styleList);
  const dossier = addCommand(program, 'dossier', 'cli.dossier', say);
  withLibrary(addCommand(dossier, 'create', 'cli.dossier.create', say), say)
    .option('--template <template>', say('cli.option.template'), 'dialogo-de-alto-nivel')
    .option('--title <title>', say('cli.option.title'))
    .option('--from <file>', say('cli.option.from'))
    .option('--style <style>', say('cli.option.style'))
    .action(run.dossierCreate);
  withLibrary(addCommand(dossier, 'list', 'cli.dossier.list', say), say).action(run.dossierList);
}

/** What is wrong with the arguments, in the reader's words; null where commander only wrote help or version. */
export function describeUsageError(error: CommanderError, language: Language): string | null {
  if (error.exitCode === 0 || error.code === 'commander.help') return null;
  const ofArgument = /value '(?<value>[^']*)' is invalid for argument '(?<name>[^']+)'/.exec(error.message);
  const ofOption = /'(?<name>[^']+)'(?: argument '(?<value>[^']*)')?/.exec(error.message);
  const { name = '', value = '' } = (ofArgument ?? ofOption)?.groups ?? {};
  const keys: Record<string, MessageKey> = {
    'commander.missingArgument': 'cli.usage.missingArgument',
    'commander.invalidArgument': 'cli.usage.wrongValue',
    'commander.missingMandatoryOptionValue': 'cli.usage.missingArgument',
    'commander.optionMissingArgument': 'cli.usage.missingArgument',
    'commander.unknownOption': 'cli.usage.unknownOption',
    'commander.unknownCommand': 'cli.usage.unknownCommand',
  };
  const say: Say = (key, values) => formatMessage(language, key, values);
  return say(keys[error.code] ?? 'cli.usage.wrong', { name: sayWord(name.split(' ')[0] ?? '', say), value });
}
