import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../../electron/core/export/render-html/render-html.ts';
import { anyContent } from '../../../helpers/any-content.ts';
import { testThemes } from '../../../helpers/pdf-setting.ts';
import { tried } from '../../../helpers/property-runs.ts';
import { specimenResources } from '../../../helpers/specimen-content.ts';

describe('an HTML page of any content', () => {
  it('is well-formed, runs nothing, and bears each id once', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async content => {
        const bytes = await renderHtml(content, { resources: specimenResources, themes: testThemes });
        const { ids, links, names } = readPage(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        expect(new Set(ids).size).toBe(ids.length);
        for (const link of links) {
          if (link.startsWith('#')) expect(ids).toContain(link.slice(1));
          else expect(link).toMatch(/^(https?:\/\/|mailto:)/i);
        }
        expect(names.has('script')).toBe(false);
      }),
      tried(150),
    );
  });
});

function readPage(page: string): { ids: string[]; links: string[]; names: Set<string> } {
  const found = { ids: [] as string[], links: [] as string[], names: new Set<string>() };
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.names.add(name);
    if (typeof attributes.id === 'string') found.ids.push(attributes.id);
    if (name === 'a' && typeof attributes.href === 'string') found.links.push(attributes.href);
  });
  parser.write(page).close();
  return found;
}
