import { readStyleText } from './pasted-styles.ts';

/** A paragraph that Word shows as a list item, with its depth (from 1) and whether it counts. */
interface WordItem {
  element: HTMLElement;
  depth: number;
  ordered: boolean;
  start: number;
}

/** Makes real lists of Word's paragraphs with `mso-list` styles, nested as they were. */
export function convertWordLists(body: HTMLElement): void {
  let run: WordItem[] = [];
  for (const element of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6, div')]) {
    const item = readWordItem(element);
    const follows = run.length === 0 || previousElement(element) === run.at(-1)?.element;
    if (run.length > 0 && (!item || !follows)) {
      replaceRun(run);
      run = [];
    }
    if (item) run.push(item);
  }
  if (run.length > 0) replaceRun(run);
}

function previousElement(element: Element): Element | null {
  return element.previousElementSibling;
}

function readWordItem(element: HTMLElement): WordItem | null {
  const style = readStyleText(element);
  const match = /mso-list:\s*l\d+\s+level(\d)/i.exec(style);
  if (!match) return null;
  const marker = element.querySelector<HTMLElement>('span[data-style*="mso-list:Ignore" i]');
  const label = (marker?.textContent ?? '').replace(/[\s\u00a0]+/g, '');
  marker?.remove();
  const ordered = /^\(?([0-9]+|[a-z]|[ivxlc]+)[.)]/i.test(label);
  const start = Number.parseInt(label.replace(/^\(/, ''), 10);
  return { element, depth: Number(match[1]), ordered, start: Number.isFinite(start) ? start : 1 };
}

function replaceRun(run: readonly WordItem[]): void {
  const page = run[0]!.element.ownerDocument;
  const roots: HTMLElement[] = [];
  const open: { list: HTMLElement; depth: number; ordered: boolean }[] = [];
  for (const item of run) {
    while (open.length > 0 && open.at(-1)!.depth > item.depth) open.pop();
    if (open.at(-1)?.depth === item.depth && open.at(-1)?.ordered !== item.ordered) open.pop();
    if (open.at(-1)?.depth !== item.depth) {
      const list = page.createElement(item.ordered ? 'ol' : 'ul');
      if (item.ordered && item.start > 1) list.setAttribute('start', String(item.start));
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else roots.push(list);
      open.push({ list, depth: item.depth, ordered: item.ordered });
    }
    const entry = page.createElement('li');
    const paragraph = page.createElement('p');
    paragraph.append(...item.element.childNodes);
    entry.append(paragraph);
    open.at(-1)!.list.append(entry);
  }
  run[0]!.element.before(...roots);
  for (const item of run) item.element.remove();
}
