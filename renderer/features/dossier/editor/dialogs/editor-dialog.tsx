import { CitationDialog } from '../citation-dialog.tsx';
import { LinkDialog } from '../link-dialog.tsx';
import { InsertTableDialog, TablePropertiesDialog } from '../table-dialogs.tsx';
import { ChartDialog } from './chart-dialog.tsx';
import { FigureDialog, NewFigureDialog } from './figure-dialog.tsx';
import { IndexEntryDialog } from './index-entry-dialog.tsx';
import { LanguageDialog } from './language-dialog.tsx';
import type { OpenDialog } from './open-dialog.ts';
import { ParallelDialog } from './parallel-dialog.tsx';
import { ReferenceDialog } from './reference-dialog.tsx';

/** The dialog of the editor that is open. */
export function EditorDialog({ dialog, onClose }: { dialog: OpenDialog; onClose: () => void }) {
  switch (dialog.kind) {
    case 'link':
      return <LinkDialog onClose={onClose} />;
    case 'table':
      return <InsertTableDialog onClose={onClose} />;
    case 'tableProperties':
      return <TablePropertiesDialog onClose={onClose} />;
    case 'citation':
      return <CitationDialog position={dialog.position} onClose={onClose} />;
    case 'reference':
      return <ReferenceDialog position={dialog.position} onClose={onClose} />;
    case 'chart':
      return <ChartDialog position={dialog.position} onClose={onClose} />;
    case 'newFigure':
      return <NewFigureDialog image={dialog.image} onClose={onClose} />;
    case 'figure':
      return <FigureDialog position={dialog.position} onClose={onClose} />;
    case 'parallel':
      return <ParallelDialog position={dialog.position} onClose={onClose} />;
    case 'language':
      return <LanguageDialog onClose={onClose} />;
    case 'indexEntry':
      return <IndexEntryDialog onClose={onClose} />;
  }
}
