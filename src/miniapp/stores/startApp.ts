import { log } from '../platform/log'
import { platform } from '../platform/platform'
import { sweepPhotos } from '../photos/sweepPhotos'
import { tellHoldings } from './holdings'
import { lookForChanges, POLL_MS } from './changes'
import { measureClock } from './clock'
import { watchConsent } from './consent'
import { loadKinds } from './kinds'
import { watchNetwork } from './network'
import { measureRoom } from './room'
import { sendOwnName } from './ownName'
import { sendQueue } from './sendQueue'
import { signedInPerson } from './session'
import { lookAtTypeSize } from './settings'

let poll: ReturnType<typeof setInterval> | undefined

export function startApp(): void {
  watchConsent()
  sendQueue.onDrained(() => {
    void tellHoldings()
    void measureRoom()
  })
  watchNetwork(() => {
    void sendQueue.drain({ hurry: true })
    void sendOwnName()
    void lookForChanges()
  })
  sweepPhotos(platform.photos, platform.records, Date.now()).catch((cause: unknown) =>
    log('No sweep', cause),
  )
}

/** In front: what waits goes out, what happened comes in. */
export function appShown(): void {
  lookAtTypeSize()
  void sendQueue.drain()
  void lookForChanges()
  void measureClock()
  void sendOwnName()
  if (signedInPerson()) void loadKinds()
  clearInterval(poll)
  poll = setInterval(() => void lookForChanges(), POLL_MS)
}

/** WeChat stops the app five seconds after this, and a timer would only wake into that. */
export function appHidden(): void {
  clearInterval(poll)
  poll = undefined
}
