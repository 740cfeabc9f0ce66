import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '../../../config/demo/seededRandom'
import { ask, insist, newId } from '../../support/httpClient'
import { testCounty } from '../../support/testCounty'
import type { Home } from '../makeHome'
import { openWebhookReceiver, type WebhookReceiver } from '../webhookReceiver'
import { makeLedger, startLoad, type Dice, type Ledger, type Tokens } from './load'
import { makeRestartingServer, type RestartingServer } from './restartingServer'

export type Aftermath = {
  readonly url: string
  readonly tokens: Tokens & { readonly admin: string }
  readonly endpointId: string
  readonly ledger: Ledger
  readonly receiver: WebhookReceiver
  readonly kills: { readonly underLoad: number; readonly whileStarting: number }
  close(): Promise<void>
}

/** How many acknowledgements a server lives at most before it is killed, and how long after the last of them. */
const LIFE_ACKNOWLEDGEMENTS_MAX = 16
const AFTER_MS_MAX = 30
/** Some are killed before they listen: recovery must survive being cut off too. */
const WHILE_STARTING = 0.2
const START_MS_MAX = 400

/** A county's server under load, killed again and again at moments that the seed chose, and then left alone. */
export async function liveThroughKills(
  home: Home,
  kills: number,
  seed: number,
): Promise<Aftermath> {
  const server = makeRestartingServer(home)
  const receiver = await openWebhookReceiver()
  const dice = seededRandom(seed)
  server.start()
  const url = await server.address()
  const tokens = await signIn(url)
  const endpointId = await subscribe(url, tokens.admin, receiver)
  const ledger = makeLedger()
  const load = startLoad({ address: server.address, tokens, dice: seededRandom(seed + 1), ledger })
  const counted = { underLoad: 0, whileStarting: 0 }
  for (let kill = 0; kill < kills; kill++)
    counted[await Promise.race([killOnce(server, ledger, dice), load.failed])]++
  await load.finish()
  return {
    url: await server.address(),
    tokens,
    endpointId,
    ledger,
    receiver,
    kills: counted,
    async close() {
      await server.stop()
      await receiver.close()
    },
  }
}

async function killOnce(
  server: RestartingServer,
  ledger: Ledger,
  dice: Dice,
): Promise<'underLoad' | 'whileStarting'> {
  if (dice() < WHILE_STARTING) {
    await server.kill()
    server.start()
    await pause(dice() * START_MS_MAX)
    await server.kill()
    server.start()
    return 'whileStarting'
  }
  await acknowledgements(ledger, Math.floor(dice() * LIFE_ACKNOWLEDGEMENTS_MAX))
  await pause(dice() * AFTER_MS_MAX)
  await server.kill()
  server.start()
  return 'underLoad'
}

function acknowledgements(ledger: Ledger, count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count
    ledger.onAcknowledged = () => {
      if (left-- <= 0) resolve()
    }
  })
}

async function signIn(url: string) {
  const tokenOf = async (user: 'officer' | 'hubOperator' | 'countyAdmin') =>
    (await ask(url, 'signIn', { method: 'demo', user })).token
  return {
    officer: await tokenOf('officer'),
    hub: await tokenOf('hubOperator'),
    admin: await tokenOf('countyAdmin'),
  }
}

async function subscribe(url: string, token: string, receiver: WebhookReceiver): Promise<string> {
  const endpoint = {
    endpointId: newId(),
    name: '市平台',
    areaCode: testCounty.code,
    url: receiver.url,
  }
  const { answer } = await insist(() => Promise.resolve(url), 'registerEndpoint', endpoint, token)
  receiver.trust(answer.secret)
  return endpoint.endpointId
}
