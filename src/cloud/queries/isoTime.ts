import type { Instant } from '@domain/shared/instant'

/** The wire's form of a moment: ISO 8601 in UTC with milliseconds. */
export function isoTime(at: Instant): string {
  return new Date(at).toISOString()
}
