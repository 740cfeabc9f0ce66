import { create } from 'zustand'
import { platform } from '../platform/platform'
import type { ConsentAnswer } from '../platform/ports'

/** Calls that wait for the person's consent. Several may wait; one answer serves them all. */
export const useConsent = create<{ waiting: readonly ConsentAnswer[] }>(() => ({ waiting: [] }))

export function watchConsent(): void {
  platform.consent.onNeeded((answer) =>
    useConsent.setState(({ waiting }) => ({ waiting: [...waiting, answer] })),
  )
}

export function answerConsent(agreed: boolean, buttonId?: string): void {
  const { waiting } = useConsent.getState()
  useConsent.setState({ waiting: [] })
  waiting.forEach((answer) => answer(agreed, buttonId))
}
