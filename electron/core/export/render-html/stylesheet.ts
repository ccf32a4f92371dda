import type { Banner, ContentDocument } from '../../../../shared/document/content-document.ts';
import type { Theme } from '../layout/theme.ts';
import { escapeString, inkOn } from './css-values.ts';
import { stack } from './font-stack.ts';
import { writePrintRules } from './print-rules.ts';

/** The style sheet of a page: for the screen in light and dark, for narrow screens, and for paper. */
export function writeStylesheet(document: ContentDocument, theme: Theme): string {
  return [
    themeRules(document, theme),
    BASE,
    sideNoteRules(theme),
    watermarkRules(document.watermark),
    DARK,
    NARROW,
    writePrintRules(document, theme),
  ].join('\n');
}

/** Type and colours of the theme; fonts are those of the machine, named from the theme's own to the most common. */
function themeRules({ banner }: ContentDocument, theme: Theme): string {
  const { colors } = theme;
  return `:root {
  color-scheme: light dark;
  --text: ${stack(theme.fonts.text)};
  --sans: ${stack(theme.fonts.display)};
  --size: ${sizeOf(theme)}rem;
  --paper: #ffffff; --ink: ${colors.ink}; --heading: ${colors.heading}; --muted: ${colors.muted}; --link: ${colors.link};
  --line: ${colors.hairline}; --bar: ${colors.bar}; --tint: ${colors.headFill}; --strong: #d5dce6; --warning: ${colors.warning}; --warning-tint: #fbe9e7;
  ${bannerColors(banner)}
}`;
}

/** Notes beside the text stand in the margin where the window is wide enough for it, as counted in the theme's type. */
function sideNoteRules(theme: Theme): string {
  return `@media screen and (min-width: ${Math.ceil(78 * sizeOf(theme))}rem) {
  .part > .side-note { position: absolute; inset-inline-start: calc(100% + 1rem); width: 14rem; margin: -4.5em 0 0; }
}`;
}

/** The size of the text as a share of the browser's usual one. */
function sizeOf({ styles }: Theme): number {
  return Math.round((styles.body.size / USUAL_SIZE) * 1000) / 1000;
}

/** The size of type in points that a screen shows as its usual one. */
const USUAL_SIZE = 10;

function bannerColors(banner: Banner | null): string {
  const color = banner && /^#[0-9a-f]{6}$/i.test(banner.color) ? banner.color : '#4c5563';
  return `--banner: ${color}; --banner-ink: ${inkOn(color)}; --marking: ${color};`;
}

const BASE = `* { box-sizing: border-box; }
html { font: var(--size)/1.55 var(--text); background: var(--paper); color: var(--ink); scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; }
.cover, .contents, .part, footer .copy { max-width: 44rem; margin-inline: auto; padding-inline: 1.25rem; }
h1, h2, h3, h4, h5, h6 { font-family: var(--sans); font-weight: 650; line-height: 1.25; color: var(--heading); text-wrap: balance; margin: 2em 0 0.6em; }
h1 { font: 700 2.3rem/1.2 var(--text); margin: 0.6em 0 0.3em; }
h2 { font-size: 1.6rem; margin-top: 0; }
h3 { font-size: 1.25rem; }
h4 { font-size: 1.08rem; }
h5, h6 { font-size: 1rem; font-style: italic; font-weight: 500; }
.number { font-variant-numeric: tabular-nums; }
h2 .number, h3 .number, h4 .number { color: var(--muted); font-weight: 400; margin-inline-end: 0.35em; }
p { margin: 0 0 0.85em; }
a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 0.2rem solid var(--link); outline-offset: 0.15rem; }
.skip { position: absolute; inset-inline-start: 0.5rem; top: 0.5rem; padding: 0.6em 1em; background: var(--paper); font-family: var(--sans); z-index: 3; }
.skip:not(:focus) { clip-path: inset(50%); width: 1px; height: 1px; padding: 0; overflow: hidden; white-space: nowrap; }
.banner { background: var(--banner); color: var(--banner-ink); font: 650 0.9rem/1.4 var(--sans); letter-spacing: 0.06em; text-align: center; padding: 0.45em 1em; }
.banner.top { position: sticky; top: 0; z-index: 2; }
.cover { padding-block: 4rem 2.5rem; }
.ministry { font-family: var(--sans); font-variant-caps: all-small-caps; letter-spacing: 0.05em; color: var(--muted); }
.subtitle { font-size: 1.2rem; }
.marking-line { font: 650 0.9rem/1.4 var(--sans); color: var(--marking); letter-spacing: 0.03em; }
.cover dl { margin: 2rem 0; border-block: 0.06rem solid var(--line); padding-block: 0.8rem; }
.cover dl > div { display: grid; grid-template-columns: 10rem 1fr; gap: 1rem; padding-block: 0.18rem; }
dt { font: 0.9rem/1.7 var(--sans); color: var(--muted); }
dd { margin: 0; }
.control, .copy { font: 0.9rem/1.5 var(--sans); color: var(--muted); margin: 0; }
footer .copy { padding-block: 1rem; }
.contents { padding-block: 1.5rem; border-top: 0.06rem solid var(--line); }
.contents h2, .part > h2 { margin-bottom: 0.7rem; }
.contents ol { list-style: none; margin: 0; padding: 0; font-family: var(--sans); }
.contents li { padding-block: 0.14rem; }
.contents ol ol { padding-inline-start: 1.5rem; font-size: 0.95em; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.part { padding-block: 2.5rem 1rem; border-top: 0.06rem solid var(--line); position: relative; }
p.note { font-size: 0.9em; }
p.lead { font: 650 1rem/1.45 var(--sans); color: var(--heading); margin-bottom: 0.4em; }
p.large, .speaking p:not(.lead, .note), .speaking li { font-size: 1.35rem; line-height: 1.5; }
.align-center { text-align: center; }
.align-end { text-align: end; }
.small-caps { font-variant-caps: small-caps; }
.portion { font: 650 0.8em/1 var(--sans); }
.label { font-family: var(--sans); font-weight: 650; font-size: 0.94em; }
sup { line-height: 0; font-size: 0.72em; }
.call a { padding-inline: 0.1em; text-decoration: none; }
ul, ol { padding-inline-start: 1.6em; margin: 0 0 0.85em; }
li > p { margin-bottom: 0.35em; }
hr { border: 0; border-top: 0.08rem solid var(--line); width: 6rem; margin: 1.8rem auto; }
blockquote { margin: 1em 0; padding-inline-start: 1.1rem; border-inline-start: 0.12rem solid var(--line); }
figure { margin: 1.3em 0; }
.quote { border-inline-start: 0.2rem solid var(--bar); padding-inline-start: 1.1rem; }
.quote blockquote { border: 0; padding: 0; margin: 0; }
.quote p { margin-bottom: 0.4em; }
.quote.moved, .quote.changed { border-color: var(--warning); }
.translation { font-size: 0.93em; }
figcaption { font: 0.88rem/1.45 var(--sans); color: var(--muted); }
figcaption .line { display: block; line-height: 1.7; }
.warning { color: var(--warning); }
.picture { text-align: center; }
.picture img { max-width: 100%; height: auto; }
.picture svg { max-width: 100%; height: auto; }
.picture figcaption { margin-top: 0.5em; }
.missing { border: 0.06rem dashed var(--line); padding: 1rem; font-style: italic; }
details > summary { font: 0.88rem/1.6 var(--sans); cursor: pointer; }
.table { overflow-x: auto; margin: 1.3em 0; }
table { border-collapse: collapse; width: 100%; font: 0.9rem/1.4 var(--sans); font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--heading); font-weight: 650; padding-block: 0 0.5em; caption-side: top; }
th, td { text-align: start; vertical-align: top; padding: 0.4em 0.55em; border-bottom: 0.06rem solid var(--line); min-width: 4em; }
th.align-center, td.align-center { text-align: center; }
th.align-end, td.align-end { text-align: end; }
th { font-weight: 650; color: var(--heading); }
thead th, thead td { background: var(--tint); border-bottom: 0.1rem solid var(--bar); vertical-align: bottom; }
td > p:last-child, th > p:last-child, td > ul:last-child, td > ol:last-child { margin-bottom: 0; }
td p, th p { margin-bottom: 0.35em; }
.shade-tint { background: var(--tint); }
.shade-strong { background: var(--strong); }
.shade-warning { background: var(--warning-tint); }
.parallel { margin: 1.3em 0; }
.parallel .row { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.6rem; border-bottom: 0.06rem solid var(--line); padding-block: 0.6em; }
.parallel .side { min-width: 0; }
.parallel .side > :last-child { margin-bottom: 0; }
.parallel .head { font: 650 0.9rem/1.4 var(--sans); color: var(--heading); margin: 0; }
.point { border: 0.06rem solid var(--line); border-inline-start: 0.3rem solid var(--heading); padding: 1rem 1.2rem 0.4rem; margin: 1.2em 0; }
.point > :first-child { margin-top: 0; }
.evidence { font: 0.9rem/1.45 var(--sans); color: var(--muted); margin-bottom: 0.6em; }
.evidence ul { display: inline; list-style: none; padding: 0; margin: 0; }
.evidence li { display: inline; font-size: inherit !important; }
.evidence li::before { content: " · "; }
.evidence li:first-child::before { content: " "; }
.entry { padding-inline-start: 1.6em; text-indent: -1.6em; font-size: 0.94em; }
.notes { border-top: 0.06rem solid var(--line); margin-top: 2rem; padding-top: 0.8rem; font-size: 0.88em; }
.notes h2, .notes h3 { font-size: 1.05em; margin: 0 0 0.5em; }
.notes p { margin: 0 0 0.35em; }
.side-note { font-size: 0.85em; border-inline-start: 0.12rem solid var(--line); padding-inline-start: 0.8em; margin: 0 0 1em 1.5em; }
.side-note p { margin: 0; }
:target { background: var(--tint); }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }`;

const DARK = `@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #14171c; --ink: #e6e9ee; --heading: #cddcf3; --muted: #a9b3c1; --link: #9cc0f2; --line: #434b57;
    --bar: #7c8aa0; --tint: #20252d; --strong: #303845; --warning: #ff9e90; --warning-tint: #43211d; --marking: #cddcf3; }
  .picture img, .picture svg { background: #ffffff; padding: 0.5rem; }
}`;

const NARROW = `@media screen and (max-width: 42rem) {
  .parallel .row { grid-template-columns: 1fr; gap: 0.6rem; }
  .cover dl > div { grid-template-columns: 1fr; gap: 0; }
  h1 { font-size: 1.8rem; }
  h2 { font-size: 1.4rem; }
}`;

/** The words across the page, drawn by the style sheet so that nobody hears them on every screen. */
function watermarkRules(watermark: string | null): string {
  if (!watermark) return '';
  return `body::after { content: ${escapeString(watermark)}; position: fixed; inset: 0; display: grid; place-items: center;
  font: 700 min(7vw, 5rem)/1.2 var(--sans); transform: rotate(-35deg); opacity: 0.07; pointer-events: none; text-align: center; z-index: 1; }`;
}
