import { expect, it } from 'vitest';
import { renderDocx } from '../../../electron/core/export/render-docx/render-docx.ts';
import { renderHtml } from '../../../electron/core/export/render-html/render-html.ts';
import { contentDocument, heading, paragraph, part, quote, text } from '../../helpers/pdf-content.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { findAll, readDocx, wordsOf } from '../../helpers/read-docx.ts';
import { specimenResources } from '../../helpers/specimen-content.ts';

const NAME = 'محمد حسن';
const PASSAGE = 'وقع الطرفان اتفاقا';
const content = contentDocument([
  part('a', `Entrevista con ${NAME}, ministro`, [
    heading('h', 2, `Vida de ${NAME} (2019)`),
    paragraph([text(`El ministro ${NAME}, 45 años.`, { marks: { strong: true } })]),
    quote('q', PASSAGE, { language: 'ar' }),
  ]),
]);
const options = { resources: specimenResources, themes: testThemes };

it('Word is told which runs and which paragraphs go from right to left', async () => {
  const docx = await readDocx(await renderDocx(content, { ...options, comments: false }));
  const body = docx.part('word/document.xml');
  const turned = findAll(body, 'w:r').filter(run => findAll(run, 'w:rtl').length);
  expect(turned.map(wordsOf)).toEqual(expect.arrayContaining([NAME, PASSAGE]));
  for (const run of turned) expect(wordsOf(run)).not.toMatch(/[a-z\d,]/);
  const paragraphs = findAll(body, 'w:p').filter(each => findAll(each, 'w:bidi').length);
  expect(paragraphs.map(wordsOf)).toEqual([PASSAGE]);
  expect(wordsOf(body)).toContain(`El ministro ${NAME}, 45 años.`);
});

it('a browser reads each name apart from what is around it', async () => {
  const html = Buffer.from(await renderHtml(content, options)).toString('utf8');
  expect(html).toContain(`Entrevista con <bdi>${NAME}</bdi>, ministro`);
  expect(html).toContain(`El ministro <bdi>${NAME}</bdi>, 45 años.`);
  expect(html).toContain(`Vida de <bdi>${NAME}</bdi> (2019)`);
  expect(html).toMatch(/<blockquote[^>]* lang="ar" dir="rtl"[^>]*>/);
  expect(html).not.toContain(`<bdi>${PASSAGE}`);
});
