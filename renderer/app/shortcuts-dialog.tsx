import { useState } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { Keys } from '../components/keys.tsx';
import { useAllCommands, useCommands } from './commands.tsx';
import { heldShortcuts } from './held-shortcuts.ts';
import { useMessages } from './i18n.tsx';
import styles from './shortcuts-dialog.module.css';

/** The keys of everything that can be done here (F1 or «?»). */
export function ShortcutsDialog() {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const commands = useAllCommands();
  useCommands(
    [{ id: 'app.shortcuts', titleKey: 'app.shortcuts', shortcut: ['F1', '?'], run: () => setOpen(true) }],
    'window',
  );
  const listed = new Map(
    commands.filter(command => command.enabled !== false).map(command => [command.id, command]),
  );
  return (
    <Dialog title={t('app.shortcuts')} isOpen={isOpen} onClose={() => setOpen(false)} size="medium">
      <dl className={styles.list}>
        {[...listed.values()].map(command => {
          const shortcuts = heldShortcuts(command, commands);
          if (shortcuts.length === 0) return null;
          return (
            <div key={command.id} className={styles.line}>
              <dt>{t(command.titleKey, command.titleValues)}</dt>
              <dd className={styles.keys}>
                {shortcuts.map(shortcut => (
                  <Keys key={shortcut} shortcut={shortcut} className={styles.key} />
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </Dialog>
  );
}
