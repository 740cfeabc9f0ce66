import { createHoldingsTeller } from '../queue/holdingsTeller'
import { log } from '../platform/log'
import { platform } from '../platform/platform'
import { api } from './api'
import { mintId } from './mintId'
import { oneTimer } from './oneTimer'
import { sendQueue } from './sendQueue'
import { signedInPerson } from './session'

export const tellHoldings = createHoldingsTeller({
  store: platform.records,
  read: sendQueue.read,
  personId: signedInPerson,
  send: (body) => api.call('reportHoldings', body),
  newId: mintId,
  now: () => Date.now(),
  wakeIn: oneTimer(),
  fault: (cause) => log('The township was not told what waits', cause),
})
