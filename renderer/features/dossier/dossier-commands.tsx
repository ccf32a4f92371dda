import { useCommands } from '../../app/commands.tsx';
import { useDossierWork } from './state/dossier-work.tsx';
import type { SideTab } from './state/use-dossier-screen.ts';

/** Registers what a dossier's screen can do for the palette, with its shortcuts. */
export function DossierCommands({
  onTab,
  onExport,
  onIssueLog,
}: {
  onTab: (tab: SideTab) => void;
  onExport: () => void;
  onIssueLog: () => void;
}) {
  const { dossier, part, selectPart, saving } = useDossierWork();
  const go = (by: number) => {
    const index = dossier.sections.findIndex(section => section.id === part?.id);
    const target = dossier.sections[index + by];
    if (target) selectPart(target.id);
  };
  useCommands([
    { id: 'dossier.export', titleKey: 'dossier.command.export', shortcut: 'Mod+Shift+P', run: onExport },
    { id: 'dossier.issueLog', titleKey: 'copies.command', run: onIssueLog },
    {
      id: 'dossier.saveNow',
      titleKey: 'dossier.command.saveNow',
      shortcut: 'Mod+S',
      run: () => void saving.saver.flushAll(),
    },
    {
      id: 'dossier.nextPart',
      titleKey: 'dossier.command.nextPart',
      shortcut: 'Mod+PageDown',
      run: () => go(1),
    },
    {
      id: 'dossier.previousPart',
      titleKey: 'dossier.command.previousPart',
      shortcut: 'Mod+PageUp',
      run: () => go(-1),
    },
    {
      id: 'dossier.excerpts',
      titleKey: 'dossier.command.excerpts',
      shortcut: 'Alt+1',
      run: () => {
        onTab('excerpts');
        requestAnimationFrame(focusExcerpts);
      },
    },
    {
      id: 'dossier.preview',
      titleKey: 'dossier.command.preview',
      shortcut: 'Alt+2',
      run: () => onTab('preview'),
    },
    {
      id: 'dossier.details',
      titleKey: 'dossier.command.details',
      shortcut: 'Alt+3',
      run: () => onTab('details'),
    },
    { id: 'dossier.check', titleKey: 'dossier.command.check', shortcut: 'Alt+4', run: () => onTab('check') },
  ]);
  return null;
}

/** Brings the keyboard to the excerpts, from where Enter inserts one. */
function focusExcerpts(): void {
  const panel = document.querySelector('[role="tabpanel"]');
  panel?.querySelector<HTMLElement>('[role="listbox"], input, button')?.focus();
}
