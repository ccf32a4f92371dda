import { BetweenHorizontalStart, Settings2, Trash2, X } from 'lucide-react';
import type { Command } from 'prosemirror-state';
import { useMessages } from '../../../../app/i18n.tsx';
import { IconButton } from '../../../../components/icon-button.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import { useAskDialog } from '../dialogs/open-dialog.ts';
import { removeBlockAt } from '../excerpt-commands.ts';
import type { DrawnNode } from '../node-view-store.ts';
import styles from './blocks.module.css';
import { nameLanguage } from './name-language.ts';
import { addParallelRow, removeParallelRow } from './parallel-commands.ts';

/** The head of two texts side by side: their languages, and what can be done with the rows. */
export function ParallelHead({ drawn }: { drawn: DrawnNode }) {
  const { t, locale } = useMessages();
  const { editor } = useDossierWork();
  const ask = useAskDialog();
  const { left, right } = drawn.node.attrs as { left: string; right: string };
  const at = (act: (position: number) => void) => {
    const position = drawn.getPosition();
    if (position !== undefined) act(position);
  };
  const run = (command: Command) => () => void editor.run(command, 'part');
  return (
    <div className={styles.parallelHead}>
      <span className={styles.bar}>
        <IconButton
          label={t('editor.parallel.addRow')}
          icon={BetweenHorizontalStart}
          shortcut="Mod+Enter"
          preventFocusOnPress
          onPress={run(addParallelRow)}
        />
        <IconButton
          label={t('editor.parallel.removeRow')}
          icon={Trash2}
          shortcut="Mod+Shift+Backspace"
          preventFocusOnPress
          onPress={run(removeParallelRow)}
        />
        <IconButton
          label={t('editor.block.properties', { block: t('editor.parallel') })}
          icon={Settings2}
          shortcut="Alt+Enter"
          onPress={() => at(position => ask({ kind: 'parallel', position }))}
        />
        <IconButton
          label={t('editor.block.remove', { block: t('editor.parallel') })}
          icon={X}
          onPress={() => at(position => run(removeBlockAt(position))())}
        />
      </span>
      <span className={styles.columnName}>{nameLanguage(left, locale)}</span>
      <span className={styles.columnName}>{nameLanguage(right, locale)}</span>
    </div>
  );
}
