/** The time now, ISO 8601 UTC with milliseconds. */
export function timestamp(ports: { now(): number }): string {
  return new Date(ports.now()).toISOString();
}
