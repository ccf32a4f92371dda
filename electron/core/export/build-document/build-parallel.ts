import type { Node } from 'prosemirror-model';
import type { Block, ParallelBlock } from '../../../../shared/document/content.ts';
import { buildBlocks, type TextContext } from './build-text.ts';

/** Two texts side by side as a block; each column is headed by the name of its language in that language. */
export function buildParallel(node: Node, context: TextContext): ParallelBlock {
  const languages: [string, string] = [String(node.attrs.left), String(node.attrs.right)];
  const rows: [Block[], Block[]][] = [];
  node.forEach(row => {
    const [left, right] = languages.map((language, column) =>
      buildBlocks(row.child(column), { ...context, role: 'body', language }),
    );
    rows.push([left!, right!]);
  });
  return {
    kind: 'parallel',
    heads: [nameLanguage(languages[0]), nameLanguage(languages[1])],
    languages,
    rows,
  };
}

/** «Español», «English»; the tag itself where nobody has named the language. */
function nameLanguage(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
