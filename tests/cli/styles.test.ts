import { writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { bracketStyle } from '../helpers/citation-styles.ts';
import { openCli } from './run-cli.ts';

// Each command is a process of its own, several to a test.
vi.setConfig({ testTimeout: 120_000 });

test('styles are kept once, listed, and dossiers are set in them; what is none is refused with line and column', async () => {
  const cli = openCli();
  writeFileSync(cli.path('corchetes.csl'), bracketStyle);
  writeFileSync(
    cli.path('mala.csl'),
    bracketStyle.replace('macro="place"/></group></layout>', 'macro="nada"/></group></layout>'),
  );
  expect((await cli.run(['create', 'b.valija'])).code).toBe(0);
  expect((await cli.run(['style', 'list', 'b.valija'])).out).toContain('no tiene estilos de citas');
  const { value } = await cli.json(['style', 'add', 'b.valija', 'corchetes.csl', 'corchetes.csl']);
  const { items } = value as { items: { id: string; title: string }[] };
  expect(items[0]).toMatchObject({ title: 'Corchetes' });
  expect(items[1]).toEqual(items[0]);
  const listed = await cli.run(['style', 'list', 'b.valija']);
  expect(listed.out).toBe(`Corchetes  ${items[0]!.id}\n`);
  const made = await cli.json(['dossier', 'create', 'b.valija', '--title', 'Visita', '--style', 'Corchetes']);
  expect(made.value).toMatchObject({ title: 'Visita', citationStyleId: items[0]!.id });
  const wrong = await cli.run(['style', 'add', 'b.valija', 'mala.csl']);
  expect(wrong.code).toBe(3);
  expect(wrong.err).toMatch(
    /«mala\.csl» no es un estilo de citas correcto: error en la línea 12, columna \d+/,
  );
  const unknown = await cli.run(['dossier', 'create', 'b.valija', '--title', 'Otra', '--style', 'Ninguno']);
  expect(unknown.err).toContain('ningún estilo de citas «Ninguno»');
  expect((await cli.run(['dossier', 'list', 'b.valija'])).out).not.toContain('Otra');
});
