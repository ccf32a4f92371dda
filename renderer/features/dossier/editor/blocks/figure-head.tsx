import { ImageOff } from 'lucide-react';
import { useMessages } from '../../../../app/i18n.tsx';
import { useAskDialog } from '../dialogs/open-dialog.ts';
import type { DrawnNode } from '../node-view-store.ts';
import { BlockBar, MissingAlt } from './block-bar.tsx';
import styles from './blocks.module.css';
import { usePicture } from './use-picture.ts';

/** A picture in the text, above its caption. */
export function FigureHead({ drawn }: { drawn: DrawnNode }) {
  const { t } = useMessages();
  const ask = useAskDialog();
  const { imageId, alt, width } = drawn.node.attrs as { imageId: string; alt: string; width: number };
  const { address, isMissing } = usePicture(imageId);
  const change = () => {
    const position = drawn.getPosition();
    if (position !== undefined) ask({ kind: 'figure', position });
  };
  return (
    <>
      {isMissing && (
        <p className={styles.missing} role="note">
          <ImageOff aria-hidden />
          {t('editor.figure.missing')}
        </p>
      )}
      {address && (
        <img
          className={styles.picture}
          src={address}
          alt={alt || t('editor.figure.noAlt')}
          draggable={false}
          onLoad={() => keepInSight(drawn)}
          style={{ width: `${width}%` }}
        />
      )}
      {!alt && <MissingAlt onPress={change} />}
      <BlockBar name={t('editor.figure')} drawn={drawn} onChange={change} />
    </>
  );
}

/** A picture that has just come pushes what is written below it out of sight. */
function keepInSight({ view, node, getPosition }: DrawnNode): void {
  const position = getPosition();
  const { from } = view.state.selection;
  if (position === undefined || !view.hasFocus()) return;
  if (from > position && from < position + node.nodeSize) view.dispatch(view.state.tr.scrollIntoView());
}
