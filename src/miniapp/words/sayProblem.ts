import type { Problem } from '@contract/problems'
import { say } from './say'

/** What the server would not take; where it was one field of a form, which. */
export function sayProblem({ title, details }: Problem): string {
  const field = details?.title
  return typeof field === 'string' ? say.about(title, field) : title
}
