import { z } from 'zod';

const label = z.string().max(200);

/** Beyond this, figures lose their last digits. */
const MOST = 1e15;

/** How a chart shows its figures. */
export const chartKinds = ['bar', 'stackedBar', 'line', 'area', 'pie'] as const;

/**
 * A chart's figures: each series has one value for each category (null: no figure). `unit` stands beside the values
 * («millones de USD»); a pie shows the first series alone.
 */
export const chartSchema = z
  .object({
    kind: z.enum(chartKinds),
    unit: label,
    categories: z.array(label).min(1).max(60),
    series: z
      .array(z.object({ name: label, values: z.array(z.number().min(-MOST).max(MOST).nullable()).max(60) }))
      .min(1)
      .max(8),
  })
  .refine(chart => chart.series.every(each => each.values.length === chart.categories.length), {
    message: 'each series has one value for each category',
  });

/** See {@link chartSchema}. */
export type Chart = z.infer<typeof chartSchema>;
