import { app } from './app.ts';
import { cli } from './cli.ts';
import { dossier } from './dossier.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { exporting } from './export.ts';
import { library } from './library.ts';
import { outputs } from './outputs.ts';
import { page } from './page.ts';
import { reader } from './reader.ts';
import { shell } from './shell.ts';

/** Every message of this language. */
export const messages = {
  ...app,
  ...library,
  ...reader,
  ...dossier,
  ...editor,
  ...outputs,
  ...page,
  ...errors,
  ...exporting,
  ...cli,
  ...shell,
};
