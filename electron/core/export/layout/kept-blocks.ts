import type { Block } from '../../../../shared/document/content.ts';
import { answerPage, type PageAnswer } from './printed-pages.ts';
import type { Frame } from './set-blocks.ts';
import type { VerticalItem } from './vertical-list.ts';

/** Sets one block in a frame. */
export type SetBlock = (block: Block, frame: Frame) => VerticalItem[];

interface KeptBlock {
  items: VerticalItem[];
  missing: Set<string>;
  asked: Map<string, PageAnswer>;
}

/**
 * The blocks of one chapter as a preview set them last: a keystroke changes one of hundreds. Pages are always built anew from
 * them; equal blocks are told apart by their order, since each has an element of its own in the structure.
 */
export class KeptBlocks {
  private before = new Map<string, KeptBlock>();
  private now = new Map<string, KeptBlock>();

  /** Begins a layout of the chapter: what it does not use of the last one is let go. */
  begin(): void {
    this.before = this.now;
    this.now = new Map();
  }

  /** How blocks are set while all else that their look depends on is as `facts` say. */
  setWith(setBlock: SetBlock, facts: string): SetBlock {
    return (block, frame) => {
      const key = this.freeKey(`${facts}${JSON.stringify(block)}`);
      const known = this.before.get(key);
      const kept = known && isCurrent(known, frame) ? known : setAlone(setBlock, block, frame);
      this.now.set(key, kept);
      const { missing, pages } = frame.setting;
      for (const character of kept.missing) missing.add(character);
      for (const [id, answer] of kept.asked) pages.asked.set(id, answer);
      return kept.items;
    };
  }

  private freeKey(wanted: string): string {
    let key = wanted;
    for (let use = 2; this.now.has(key); use++) key = `${use} ${wanted}`;
    return key;
  }
}

/** Whether the pages that a block prints are still those; what prints any is set anew where their manner may have changed. */
function isCurrent({ asked }: KeptBlock, { setting: { pages } }: Frame): boolean {
  for (const [id, answer] of asked) if (pages.padded || answerPage(id, pages) !== answer) return false;
  return true;
}

function setAlone(setBlock: SetBlock, block: Block, frame: Frame): KeptBlock {
  const { setting } = frame;
  const kept: KeptBlock = { items: [], missing: new Set(), asked: new Map() };
  const pages = { ...setting.pages, asked: kept.asked };
  kept.items = setBlock(block, { ...frame, setting: { ...setting, missing: kept.missing, pages } });
  return kept;
}
