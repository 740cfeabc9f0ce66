/** The one place that writes to the console: for whoever has the phone on a cable. No contents of matters. */
export function log(what: string, cause?: unknown): void {
  // eslint-disable-next-line no-console -- here and nowhere else on the phone
  console.warn(`[lianxin] ${what}`, cause instanceof Error ? cause.message : (cause ?? ''))
}
