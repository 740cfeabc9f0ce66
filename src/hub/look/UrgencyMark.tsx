import type { Urgency } from '@domain/kind/kind'
import { urgencies } from '@domain/kind/kind'
import { urgencyShapes } from './urgencyShapes'

/** Urgency three times over: a shape, a colour and a word. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  return (
    <span className={`urgency urgency-${urgency.toLowerCase()}`} data-testid="urgency">
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={urgencyShapes[urgency]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {urgencies[urgency].title}
    </span>
  )
}
