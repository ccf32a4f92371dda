import { z } from 'zod';
import { colorNames, gapNames, styleNames } from './layout/theme.ts';

const fontFileSchema = z.string().regex(/^[\w.-]+\.(?:ttf|otf)$/i, 'a file name that ends in .ttf or .otf');

const fontFamilySchema = z.strictObject({
  regular: fontFileSchema,
  italic: fontFileSchema,
  bold: fontFileSchema,
  boldItalic: fontFileSchema,
});

const faceSchema = z
  .templateLiteral([z.enum(['text', 'display']), z.enum(['', 'Italic', 'Bold', 'BoldItalic'])])
  .default('text');

const styleSchema = z.strictObject({
  face: faceSchema,
  /** OpenType features, parted by spaces: small capitals, figures of old style or lining, proportional or tabular. */
  feature: z
    .string()
    .regex(/^(?:smcp|c2sc|onum|lnum|pnum|tnum)(?: (?:smcp|c2sc|onum|lnum|pnum|tnum))*$/)
    .optional(),
  size: z.number().min(4).max(120),
  leading: z.number().min(4).max(160),
  color: z.enum(colorNames).default('ink'),
  align: z.enum(['justify', 'start', 'center', 'end']).default('start'),
  hyphenate: z.boolean().default(false),
  hang: z.boolean().default(false),
});

/** What `theme.json` holds: a style names one of the theme's colours; font files lie beside it or in `resources/fonts`. */
export const themeFileSchema = z.strictObject({
  name: z.strictObject({ es: z.string().min(1), en: z.string().min(1) }),
  fonts: z.strictObject({
    text: fontFamilySchema,
    display: fontFamilySchema,
    fallback: z.array(fontFamilySchema).default([]),
  }),
  colors: z.record(z.enum(colorNames), z.string().regex(/^#[\da-f]{6}$/)),
  gaps: z.record(z.enum(gapNames), z.number().min(0).max(200)),
  styles: z.record(z.enum(styleNames), styleSchema),
});

/** See {@link themeFileSchema}. */
export type ThemeFile = z.output<typeof themeFileSchema>;
