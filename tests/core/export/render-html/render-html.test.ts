// @vitest-environment jsdom
import axe from 'axe-core';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { noResources } from '../../../../electron/core/export/export-resources.ts';
import { renderHtml } from '../../../../electron/core/export/render-html/render-html.ts';
import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import { contentDocument, paragraph, part, text } from '../../../helpers/pdf-content.ts';
import { testThemes } from '../../../helpers/pdf-setting.ts';
import { specimen, specimenResources } from '../../../helpers/specimen-content.ts';

async function pageOf(content: ContentDocument): Promise<string> {
  return new TextDecoder().decode(
    await renderHtml(content, { resources: specimenResources, themes: testThemes }),
  );
}

async function domOf(content: ContentDocument): Promise<Document> {
  return new DOMParser().parseFromString(await pageOf(content), 'text/html');
}

describe('an HTML page', () => {
  it.each(['es', 'en'] as const)('has nothing that axe finds (%s)', async language => {
    document.open();
    document.write(await pageOf(specimen(language)));
    document.close();
    const results = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(results.violations.map(found => [found.id, found.nodes.map(node => node.html)])).toEqual([]);
    expect(results.passes.length).toBeGreaterThan(20);
  });

  it('is well-formed for XML readers too', async () => {
    const page = await pageOf(specimen());
    const parser = new SaxesParser();
    const opened: string[] = [];
    parser.on('opentag', tag => opened.push(tag.name));
    parser.on('error', error => {
      throw error;
    });
    parser.write(page).close();
    expect(opened.length).toBeGreaterThan(150);
  });

  it('gives the same bytes twice', async () => {
    expect(await pageOf(specimen())).toBe(await pageOf(specimen()));
  });

  it('asks for nothing and runs nothing', async () => {
    const document = await domOf(specimen());
    expect(
      document.querySelectorAll('script, link, iframe, object, embed, form, [style], [onclick]'),
    ).toHaveLength(0);
    for (const image of document.querySelectorAll('img'))
      expect(image.src).toMatch(/^data:image\/png;base64,/);
    const policy = document.querySelector('meta[http-equiv]')!.getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src data:/);
    expect(document.querySelector('style')!.textContent).not.toMatch(/url\(|@import/);
  });

  it('prints its marking on each page, in the margin or else above the text', async () => {
    const document = await domOf(specimen());
    const sheet = document.querySelector('style')!.textContent;
    const [, print] = sheet.split('@media print {');
    const [always, inMargins] = print!.split('@supports (interpolate-size: allow-keywords)');
    expect(sheet).toMatch(/@page \{[^}]*@top-center \{ content: "Reservado"/);
    expect(always).toMatch(/\.banner\.top \{ position: fixed; top: 0;/);
    expect(always).toMatch(/body \{ padding-block: 9mm 0; box-decoration-break: clone;/);
    expect(always).not.toMatch(/(\.banner|footer)[^{]*\{[^}]*display: none/);
    expect(inMargins).toMatch(/\.banner, footer \{ display: none; \}/);
    expect(inMargins).toContain('body { padding-block: 0; }');
    const unmarked = await domOf({ ...specimen(), banner: null });
    expect(unmarked.querySelector('style')!.textContent).not.toMatch(/position: fixed|9mm/);
  });

  it('leads every link of its own to something', async () => {
    const document = await domOf(specimen());
    const links = [...document.querySelectorAll('a[href^="#"]')];
    expect(links.length).toBeGreaterThan(20);
    for (const link of links)
      expect(document.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull();
    const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('skips no heading level', async () => {
    const document = await domOf(specimen());
    const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(each => Number(each.tagName[1]));
    expect(levels[0]).toBe(1);
    for (let i = 1; i < levels.length; i++) expect(levels[i]! - levels[i - 1]!).toBeLessThanOrEqual(1);
  });

  it('says the language of each passage', async () => {
    const document = await domOf(specimen());
    expect(document.documentElement.lang).toBe('es-PE');
    expect(document.querySelector('[lang=la]')!.textContent).toBe('quid pro quo');
    expect(document.querySelector('.translation [lang=en]')!.textContent).toBe(
      'The parties agree to meet every year.',
    );
    expect(
      [...document.querySelectorAll('.parallel .side[lang=en]')].map(each => each.textContent!.trim()),
    ).toEqual(['The parties met in Lima.', 'They agreed on a calendar.']);
  });

  it('leads from a note’s call to the note and back', async () => {
    const document = await domOf(specimen());
    const [call] = document.querySelectorAll('[role=doc-noteref]');
    const note = document.getElementById(call!.getAttribute('href')!.slice(1))!;
    expect(note.getAttribute('role')).toBe('doc-footnote');
    expect(note.textContent).toContain('Acta de la reunión, «párrafo 4».');
    expect(note.querySelector('[role=doc-backlink]')!.getAttribute('href')).toBe(`#${call!.id}`);
    expect(document.querySelector('aside.side-note')!.textContent).toContain('Al margen.');
  });

  it('names the heads of each cell where a table spans', async () => {
    const document = await domOf(specimen());
    const spanning = document.querySelectorAll('table')[1]!;
    const four = [...spanning.querySelectorAll('td')].find(each => each.textContent === '4')!;
    const heads = four
      .getAttribute('headers')!
      .split(' ')
      .map(id => document.getElementById(id)!.textContent);
    expect(heads).toEqual(['Años', '2025', 'Perú']);
    expect(document.querySelector('table')!.querySelectorAll('tbody th[scope=row]')).toHaveLength(2);
  });

  it('sources a quote, and says when its words no longer stand', async () => {
    const document = await domOf(specimen());
    const [exact, changed] = document.querySelectorAll('figure.quote');
    expect(exact!.querySelector('blockquote')!.getAttribute('cite')).toBe('https://example.org/informe');
    expect(exact!.querySelector('.warning')).toBeNull();
    expect(changed!.querySelector('.warning')!.textContent).toBe('La fuente ya no dice estas palabras.');
  });

  it('bears the marking above, below and on paper', async () => {
    const document = await domOf(specimen());
    expect([...document.querySelectorAll('.banner')].map(each => each.textContent)).toEqual([
      'Reservado',
      'Reservado',
    ]);
    const style = document.querySelector('style')!.textContent!;
    expect(style).toMatch(/@top-center \{ content: "Reservado"/);
    expect(style).toMatch(/@bottom-center \{ content: "Reservado"/);
    expect(style).toContain('"Página " counter(page) " de " counter(pages)');
  });

  it('keeps markup in a text as text, and refuses links that run', async () => {
    const blocks = [
      paragraph([
        text('<script>alert(1)</script>'),
        text('clic', { link: { kind: 'url', href: 'javascript:alert(1)' } }),
        text('nowhere', { link: { kind: 'anchor', id: 'not there' } }),
      ]),
    ];
    const content = contentDocument([part('p', '</title><script>', blocks)], {
      banner: { text: '"; } </style><script>alert(1)</script>', color: 'red;}' },
      watermark: '</style><script>x</script>',
    });
    const dom = await domOf(content);
    expect(dom.querySelectorAll('script')).toHaveLength(0);
    expect(dom.querySelectorAll('main a')).toHaveLength(0);
    expect(dom.querySelector('main p')!.textContent).toContain('<script>alert(1)</script>');
  });

  it('says what a picture shows when its bytes are gone', async () => {
    const bytes = await renderHtml(specimen(), { resources: noResources, themes: testThemes });
    const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html');
    expect(document.querySelector('.missing')!.textContent).toBe('Fachada de Torre Tagle');
  });
});
