// @vitest-environment jsdom
import { DOMParser as TextParser } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { cleanPastedHtml } from '../../../renderer/features/dossier/editor/clean-pasted-html.ts';
import { documentSchema } from '../../../shared/document/schema.ts';

/** What the editor would hold after pasting this HTML. */
function paste(html: string): unknown {
  const box = document.createElement('div');
  box.innerHTML = cleanPastedHtml(html);
  const text = TextParser.fromSchema(documentSchema).parse(box);
  text.check();
  return text;
}

const texts = (html: string) => String(paste(html));

describe('pasting', () => {
  it('keeps headings one level down, since the title of the part stands above', () => {
    expect(texts('<h1>Uno</h1><h2>Dos</h2><h5>Tres</h5>')).toBe(
      'doc(heading("Uno"), heading("Dos"), heading("Tres"))',
    );
    expect(JSON.stringify(paste('<h1>Uno</h1><h5>Tres</h5>'))).toContain('"level":1');
    expect(JSON.stringify(paste('<h5>Tres</h5>'))).toContain('"level":3');
  });

  it('drops scripts, styles, pictures and comments', () => {
    const html =
      '<!--[if gte mso 9]><xml>x</xml><![endif]--><style>p{}</style><p>Uno<img src=x onerror=alert(1)></p>';
    expect(texts(`${html}<script>alert(1)</script>`)).toBe('doc(paragraph("Uno"))');
  });

  it('keeps only safe links', () => {
    const html = '<p><a href="javascript:alert(1)">mal</a> <a href="https://gob.pe">bien</a></p>';
    expect(texts(html)).toBe('doc(paragraph("mal ", link("bien")))');
  });

  it('reads bold, italic, underline and small capitals from styles', () => {
    const html =
      '<p><span style="font-weight:700">a</span><span style="font-style:italic">b</span>' +
      '<span style="text-decoration:underline">c</span><span style="font-variant:small-caps">d</span></p>';
    expect(texts(html)).toBe('doc(paragraph(strong("a"), em("b"), underline("c"), small_caps("d")))');
  });

  it('does not take the wrapper of Google Docs for bold', () => {
    expect(texts('<b style="font-weight:normal"><p>Uno</p></b>')).toBe('doc(paragraph("Uno"))');
  });

  it('makes nested lists of Word paragraphs', () => {
    const item = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'>` +
      `<span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp;</span></span>${text}</p>`;
    const html = `<p>Antes</p>${item(1, '·', 'uno')}${item(2, 'o', 'dos')}${item(1, '·', 'tres')}<p>Después</p>`;
    expect(texts(html)).toBe(
      'doc(paragraph("Antes"), bullet_list(list_item(paragraph("uno"), bullet_list(list_item(paragraph("dos")))), ' +
        'list_item(paragraph("tres"))), paragraph("Después"))',
    );
    expect(texts(item(1, '3.', 'uno') + item(1, '4.', 'dos'))).toBe(
      'doc(ordered_list(list_item(paragraph("uno")), list_item(paragraph("dos"))))',
    );
  });

  it('puts Word footnotes where they are called', () => {
    const html =
      '<p>Uno<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> dos</p>' +
      '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> La nota.</p></div>';
    expect(texts(html)).toBe('doc(paragraph("Uno", footnote("La nota."), " dos"))');
  });

  it('keeps tables with their caption', () => {
    const html = '<table><caption>Acuerdos</caption><tr><th>a</th><td>b</td></tr></table>';
    expect(texts(html)).toBe(
      'doc(table(table_row(table_header(paragraph("a")), table_cell(paragraph("b")))))',
    );
    expect(JSON.stringify(paste(html))).toContain('"caption":"Acuerdos"');
  });

  it('parses no style attribute, which the security policy would refuse', () => {
    const html = '<p style="color:red">texto con style="x" <span STYLE = "font-weight:bold">b</span></p>';
    const cleaned = cleanPastedHtml(html);
    expect(cleaned).not.toMatch(/<[^>]*\sstyle/i);
    expect(texts(html)).toBe('doc(paragraph("texto con style=\\"x\\" ", strong("b")))');
  });

  it('leaves what the editor itself copied as it is', () => {
    const own = '<h2 data-pm-slice="1 1 []">Uno</h2>';
    expect(cleanPastedHtml(own)).toBe(own);
  });
});
