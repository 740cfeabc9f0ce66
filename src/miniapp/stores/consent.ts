import { create } from 'zustand'
import { platform } from '../platform/platform'
import type { ConsentAnswer } from '../platform/ports'

/** Within this time after a no, WeChat takes every further question for answered. */
const REFUSED_MS = 10_000

type Consents = {
  /** Calls that wait for the person's consent. Several may wait; one answer serves them all. */
  readonly waiting: readonly ConsentAnswer[]
  readonly refusedAt: number
}

export const useConsent = create<Consents>(() => ({ waiting: [], refusedAt: -Infinity }))

export function watchConsent(): void {
  platform.consent.onNeeded((answer) => {
    const { waiting, refusedAt } = useConsent.getState()
    if (Date.now() - refusedAt < REFUSED_MS) return answer(false)
    useConsent.setState({ waiting: [...waiting, answer] })
  })
}

/** Whoever says no reads on; what they touch next that needs it asks again. */
export function answerConsent(agreed: boolean, buttonId?: string): void {
  const { waiting } = useConsent.getState()
  useConsent.setState({ waiting: [], ...(agreed ? {} : { refusedAt: Date.now() }) })
  waiting.forEach((answer) => answer(agreed, buttonId))
}
