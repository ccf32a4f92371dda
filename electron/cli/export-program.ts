import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { outputFormats, outputKinds } from '../../shared/model/output.ts';
import { outputName, parseFormats, parseOutputs } from './export-options.ts';
import { addCommand, type Say, withLibrary } from './program.ts';
import type { Run } from './run.ts';

/** Adds the commands that write outputs, and those on the copies that were issued. */
export function addExportCommands(program: Command, say: Say, run: Run): void {
  addExport(program, say, run);
  const copies = addCommand(program, 'copies', 'cli.copies', say);
  const dossier = () => new Argument('<dossier>', say('cli.argument.dossier'));
  withLibrary(addCommand(copies, 'list', 'cli.copies.list', say), say)
    .addArgument(dossier())
    .action(run.copiesList);
  withLibrary(addCommand(copies, 'recall', 'cli.copies.recall', say), say)
    .addArgument(dossier())
    .addArgument(new Argument('<pdf>', say('cli.argument.pdf')))
    .option('--copies <numbers>', say('cli.option.copies'), text => text.split(',').map(parseNumber))
    .option('--note <note>', say('cli.option.copyNote'))
    .option('--force', say('cli.option.force'))
    .action(run.copiesRecall);
  withLibrary(addCommand(copies, 'return', 'cli.copies.return', say), say)
    .addArgument(dossier())
    .addArgument(
      new Argument('<numbers...>', say('cli.argument.numbers')).argParser(
        (text: string, before: number[] | undefined) => [...(before ?? []), parseNumber(text)],
      ),
    )
    .option('--destroyed', say('cli.option.destroyed'))
    .option('--note <note>', say('cli.option.copyNote'))
    .action(run.copiesReturn);
}

function addExport(program: Command, say: Say, run: Run): void {
  const outputs = outputKinds.map(outputName).join(', ');
  withLibrary(addCommand(program, 'export', 'cli.export', say), say)
    .addArgument(new Argument('<dossier>', say('cli.argument.dossier')))
    .addArgument(new Argument('<target>', say('cli.argument.target')))
    .option('--output <outputs>', say('cli.option.output', { outputs }), parseOutputs)
    .option(
      '--format <formats>',
      say('cli.option.format', { formats: outputFormats.join(', ') }),
      parseFormats,
    )
    .option('--all', say('cli.option.all'))
    .option('--remembered', say('cli.option.remembered'))
    .option('--theme <theme>', say('cli.option.theme'))
    .addOption(
      new Option('--binding <binding>', say('cli.option.binding')).choices(['single', 'duplex', 'booklet']),
    )
    .option('--right-hand', say('cli.option.rightHand'))
    .option('--dividers', say('cli.option.dividers'))
    .addOption(
      new Option('--annexes <annexes>', say('cli.option.annexes')).choices(['none', 'merged', 'attached']),
    )
    .option('--recipients <file>', say('cli.option.recipients'))
    .option('--recipient <recipient>', say('cli.option.recipient'), (text: string, before?: string[]) => [
      ...(before ?? []),
      text,
    ])
    .option('--pdf-password-file <file>', say('cli.option.pdfPasswordFile'))
    .option('--no-print', say('cli.option.noPrint'))
    .option('--no-copy', say('cli.option.noCopy'))
    .option('--force', say('cli.option.force'))
    .action(run.export);
}

function parseNumber(text: string): number {
  if (!/^\s*\d{1,9}\s*$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
}
