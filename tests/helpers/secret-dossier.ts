import type { DossierSnapshot, SnapshotExcerpt } from '../../electron/core/dossier/snapshot.ts';
import { disclosures, partKinds, type Section } from '../../shared/model/dossier.ts';
import type { Source } from '../../shared/model/source.ts';
import { cite, doc, excerpt, quoteOf, section, snapshotOf, source } from './snapshot-builders.ts';
import { figureOf, internal, parallelOf, pointOf, referTo, tableOf } from './text-nodes.ts';

type NodeJson = Record<string, unknown>;
/** Draws a number below a bound. */
export type Draw = (below: number) => number;

/** Whether a word must stay inside, must be printed, or may go either way (a title of what may be left with nothing). */
type Fate = 'held' | 'shown' | 'either';

/** A dossier in which every word is unique, and what must become of each in an output that leaves the delegation. */
export interface SecretDossier {
  snapshot: DossierSnapshot;
  words: Record<Fate, string[]>;
}

/** Writes a dossier at random, with blocks and parts that must not be disclosed everywhere they may stand. */
export function writeSecretDossier(draw: Draw, kind: 'handOver' | 'share'): SecretDossier {
  return new SecretWriter(draw, kind).write();
}

class SecretWriter {
  readonly words: Record<Fate, string[]> = { held: [], shown: [], either: [] };
  private readonly draw: Draw;
  private readonly kind: 'handOver' | 'share';
  private readonly excerpts: SnapshotExcerpt[] = [];
  private readonly sources: Source[] = [];
  private count = 0;
  private places = 0;
  /** Points on speaking pages, also those made of plain text, do not print the words of their quotes. */
  private speaking = false;

  constructor(draw: Draw, kind: 'handOver' | 'share') {
    this.draw = draw;
    this.kind = kind;
  }

  write(): SecretDossier {
    const own = Array.from({ length: 2 + this.draw(4) }, () => this.part());
    const front = (['cover', 'contents'] as const).map(kind => this.generated(kind, 'handOver'));
    const sections = [...front, ...own, this.generated('sources', 'handOver')];
    const snapshot = snapshotOf(sections, { excerpts: this.excerpts, sources: this.sources });
    snapshot.dossier.meeting.axes = [this.word('held'), this.word('held')];
    return { snapshot, words: this.words };
  }

  private generated(kind: 'cover' | 'contents' | 'sources', disclosure: Section['disclosure']): Section {
    return section(`${kind}-part`, kind, doc({ type: 'paragraph' }), {
      disclosure,
      title: this.word('either'),
    });
  }

  private part(): Section {
    const disclosure = this.draw(2) === 0 ? 'handOver' : disclosures[this.draw(disclosures.length)]!;
    const open = disclosure === 'handOver' || disclosure === this.kind;
    const kinds = partKinds.filter(each => !['cover', 'contents', 'sources'].includes(each));
    const kind = this.draw(3) === 0 ? 'talkingPoints' : kinds[this.draw(kinds.length)]!;
    this.speaking = kind === 'talkingPoints';
    const blocks = this.blocks(open ? 'shown' : 'held');
    return section(this.id(), kind, doc(...blocks), {
      disclosure,
      title: this.word(open ? 'either' : 'held'),
    });
  }

  /** Blocks of a part; what stands under a heading that is held back shares its fate. */
  private blocks(around: Fate): NodeJson[] {
    let hidden = 0;
    return Array.from({ length: 1 + this.draw(7) }, () => {
      if (this.draw(5) > 0) return this.block(hidden > 0 ? 'held' : around);
      const level = 1 + this.draw(3);
      if (hidden >= level) hidden = 0;
      const secret = this.draw(2) === 0;
      if (secret && hidden === 0) hidden = level;
      const fate = hidden > 0 || around === 'held' ? 'held' : 'either';
      const title = { type: 'heading', attrs: { level, id: this.place() }, content: [this.text(fate)] };
      return secret ? internal(title) : title;
    });
  }

  private block(around: Fate): NodeJson {
    const secret = this.draw(3) === 0;
    const block = this.anyBlock(secret ? 'held' : around);
    return secret ? internal(block) : block;
  }

  private anyBlock(fate: Fate): NodeJson {
    switch (this.draw(8)) {
      case 0:
        return this.list(fate, 2);
      case 1:
        return this.table(fate);
      case 2:
        return this.parallel(fate);
      case 3:
        return { type: 'blockquote', content: [this.paragraph(fate), this.secretParagraph(fate)] };
      case 4:
        return quoteOf(this.quote(fate));
      case 5:
        return this.picture(fate);
      case 6:
        return this.point(fate);
      default:
        return this.paragraph(fate);
    }
  }

  private paragraph(fate: Fate): NodeJson {
    const content: NodeJson[] = [this.text(fate)];
    if (this.draw(3) === 0) content.push({ type: 'footnote', content: [this.text(fate)] });
    if (this.draw(3) === 0) content.push(referTo(this.somePlace(), this.draw(2) === 0 ? 'title' : 'label'));
    if (this.draw(4) === 0) content.push({ type: 'text', text: ' ' }, cite(this.source(fate)));
    return { type: 'paragraph', content };
  }

  private secretParagraph(around: Fate): NodeJson {
    return this.draw(2) === 0 ? internal(this.paragraph('held')) : this.paragraph(around);
  }

  private text(fate: Fate): NodeJson {
    const marks: NodeJson[] = [];
    if (this.draw(4) === 0)
      marks.push({ type: 'index_entry', attrs: { entry: this.word(fate === 'held' ? 'held' : 'either') } });
    if (this.draw(6) === 0 && fate === 'held')
      marks.push({ type: 'link', attrs: { href: `https://ejemplo.org/${this.word('held')}` } });
    return { type: 'text', text: this.word(fate), marks };
  }

  private list(fate: Fate, depth: number): NodeJson {
    const content = Array.from({ length: 1 + this.draw(3) }, () => {
      const secret = this.draw(3) === 0;
      const inner = secret ? 'held' : fate;
      const lead = this.paragraph(inner);
      const rest = depth > 0 && this.draw(2) === 0 ? [this.list(inner, depth - 1)] : [];
      return {
        type: 'list_item',
        content: [secret ? internal(lead) : lead, this.secretParagraph(inner), ...rest],
      };
    });
    return { type: this.draw(2) === 0 ? 'bullet_list' : 'ordered_list', content };
  }

  private table(fate: Fate): NodeJson {
    const title = fate === 'held' ? 'held' : 'either';
    const head = Array.from({ length: 2 }, () => this.word(title));
    const body = Array.from({ length: 1 + this.draw(3) }, () =>
      Array.from({ length: 2 }, () => this.secretParagraph(fate)),
    );
    return tableOf(this.word(title), [head, ...body], { id: this.place() });
  }

  /** Where one language stays inside, so does the other. */
  private parallel(fate: Fate): NodeJson {
    const rows = Array.from({ length: 1 + this.draw(3) }, (): [NodeJson, NodeJson] => {
      if (this.draw(3) > 0) return [this.paragraph(fate), this.paragraph(fate)];
      return [internal(this.paragraph('held')), this.paragraph('held')];
    });
    return parallelOf(...rows);
  }

  private picture(fate: Fate): NodeJson {
    const known = fate === 'held' ? 'held' : 'either';
    const attrs = { id: this.place(), alt: this.word(known), width: 60 };
    if (this.draw(2) === 0) return figureOf(this.id(), this.word(fate), attrs);
    const series = [{ name: this.word(known), values: [1, 2] }];
    const categories = [this.word(known), this.word(known)];
    const chart = { kind: 'bar', unit: this.word(known), categories, series };
    return { type: 'chart', attrs: { ...attrs, chart }, content: [this.text(fate)] };
  }

  private point(fate: Fate): NodeJson {
    const quote = quoteOf(this.quote(fate));
    const content = [this.paragraph(fate), this.secretParagraph(fate), quote];
    return pointOf(content, { addressee: this.word(fate), minutes: 1 + this.draw(5) });
  }

  private quote(fate: Fate): string {
    const id = this.id();
    const quoted = this.speaking && fate === 'shown' ? 'either' : fate;
    const translation = this.word(quoted);
    const said = excerpt(id, this.source(fate), this.word(quoted), { translation, language: 'en' });
    this.excerpts.push({ ...said, note: this.word('held'), tags: [this.word('held')] });
    return id;
  }

  private source(fate: Fate): string {
    const id = this.id();
    const publisher = this.word(fate === 'shown' ? 'either' : fate);
    const authors = [{ literal: this.word(fate) }];
    const fileName = `${this.word('held')}.pdf`;
    this.sources.push(
      source(id, { title: this.word(fate), authors, publisher, fileName, note: this.word('held') }),
    );
    return id;
  }

  private word(fate: Fate): string {
    // Long enough never to stand by chance in compressed bytes.
    const word = `kq${10_000 + this.count++}zq`;
    this.words[fate].push(word);
    return word;
  }

  private id(): string {
    return `01900000-0000-7000-8000-${String(this.count++).padStart(12, '0')}`;
  }

  private place(): string {
    return `lugar-${this.places++}`;
  }

  private somePlace(): string {
    return `lugar-${this.draw(12)}`;
  }
}
