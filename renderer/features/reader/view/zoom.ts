/** How large the text is shown: fitted to the width, or in per cent of its natural size. */
export type Zoom = { mode: 'fit' } | { mode: 'percent'; percent: number };

/** The steps of the zoom buttons, in per cent. */
export const ZOOM_STEPS = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** CSS pixels per PDF point at 100 %. */
export const NATURAL_SCALE = 96 / 72;

/** The next step up or down from a size in per cent. */
export function stepZoom(percent: number, direction: -1 | 1): number {
  const next =
    direction > 0
      ? ZOOM_STEPS.find(step => step > percent + 0.5)
      : ZOOM_STEPS.findLast(step => step < percent - 0.5);
  return next ?? (direction > 0 ? ZOOM_STEPS.at(-1)! : ZOOM_STEPS[0]);
}

/** The size in per cent at which the widest page fills a width (CSS pixels), within the zoom's limits. */
export function fitPercent(available: number, widest: number): number {
  if (available <= 0 || widest <= 0) return 100;
  return Math.min(300, Math.max(50, Math.floor((available / (widest * NATURAL_SCALE)) * 100)));
}
