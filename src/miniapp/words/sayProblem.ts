import { sayTime } from './sayTime'
import { say } from './say'

type Said = { readonly title: string; readonly details?: Readonly<Record<string, unknown>> }

/** What the server would not take: who was first, or, where it was one field of a form, which. */
export function sayProblem({ title, details = {} }: Said): string {
  const { claimedByName, firstName, firstAt, firstDid, title: field } = details
  const time = typeof firstAt === 'string' ? sayTime(firstAt, Date.now()) : ''
  if (typeof claimedByName === 'string') return say.matters.claimedBy(claimedByName, time)
  if (typeof firstName === 'string')
    return say.matters.doneBy(firstName, time, typeof firstDid === 'string' ? firstDid : '')
  return typeof field === 'string' ? say.about(title, field) : title
}
