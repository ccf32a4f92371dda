/** A small style of our own (CSL 1.0); `citation` and `bibliography` are what its layouts hold. */
export function styleOf(parts: {
  title?: string;
  kind?: 'in-text' | 'note';
  format?: 'author-date' | 'note' | 'numeric';
  citation: string;
  bibliography?: string;
}): string {
  const { title = 'Estilo de prueba', kind = 'in-text', format = 'author-date' } = parts;
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0">
  <info>
    <title>${title}</title>
    <id>https://valija.invalid/estilo</id>
    <updated>2026-01-01T00:00:00+00:00</updated>
    <category citation-format="${format}"/>
  </info>
  <macro name="authors"><names variable="author"><name form="short" and="text"/><substitute><text variable="publisher"/><text variable="title"/></substitute></names></macro>
  <macro name="year"><choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if><else><text term="no date" form="short"/></else></choose></macro>
  <macro name="place"><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></macro>
  <citation>${parts.citation}</citation>
  ${parts.bibliography ? `<bibliography>${parts.bibliography}</bibliography>` : ''}
</style>
`;
}

const ENTRY = `<group delimiter=", "><names variable="author"><name name-as-sort-order="all" and="text"/></names><text variable="title" font-style="italic"/><text variable="publisher" font-variant="small-caps"/><date variable="issued" form="text"/><text variable="URL"/></group>`;

/** «[Cancillería : 2018 : p. 4]». */
export const bracketStyle: string = styleOf({
  title: 'Corchetes',
  citation:
    '<layout prefix="[" suffix="]"><group delimiter=" : "><text macro="authors"/><text macro="year"/><text macro="place"/></group></layout>',
  bibliography: `<sort><key macro="authors"/></sort><layout suffix=".">${ENTRY}</layout>`,
});

/** Full notes, «ibid.» for the source cited just before, and a bibliography. */
export const noteStyle: string = styleOf({
  title: 'Notas',
  kind: 'note',
  format: 'note',
  citation: `<layout suffix="."><choose><if position="ibid"><group delimiter=", "><text term="ibid" form="short" font-style="italic"/><text macro="place"/></group></if><else><group delimiter=", "><text macro="authors"/><text variable="title" font-style="italic"/><text macro="year"/><text macro="place"/></group></else></choose></layout>`,
  bibliography: `<sort><key macro="authors"/></sort><layout suffix=".">${ENTRY}</layout>`,
});

/** Raised numbers in the order of the citations. */
export const numericStyle: string = styleOf({
  title: 'Números',
  format: 'numeric',
  citation: '<layout vertical-align="sup"><text variable="citation-number"/></layout>',
  bibliography: `<layout suffix="."><text variable="citation-number" suffix=". "/>${ENTRY}</layout>`,
});
