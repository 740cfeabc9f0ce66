import type { NetAnswer, NetRequest, Network } from '../weappHost/types'
import type { Dice } from './dice'
import type { Said, StrictTownship } from './strictTownship'
import type { VirtualTime } from './virtualTime'

/** How bad the radio and the server are during one life, each of a hundred requests. */
export type Weather = {
  readonly lostBefore: number
  readonly lostAfter: number
  readonly twice: number
  readonly proxyPage: number
  readonly busy: number
  readonly slow: number
}

export const fairWeather: Weather = {
  lostBefore: 0,
  lostAfter: 0,
  twice: 0,
  proxyPage: 0,
  busy: 0,
  slow: 0,
}

export type LineWorld = {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly township: StrictTownship
  readonly weather: () => Weather
  /** Until then the server restarts and takes no connection. */
  readonly downUntil: () => number
  /** Resolves at once while the app is in front, and else when it is there again; `true` if it had to wait. */
  readonly inFront: () => Promise<boolean>
}

const USUAL_MS = 400
const SLOW_MS = 40_000
const PROXY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>'

/**
 * The line between phone and township: it loses requests on the way there and answers on the way back, brings a request
 * a second time, lets answers overtake one another, and has a proxy that answers with pages of its own.
 */
export function createBadLine(world: LineWorld): Network {
  const { time, dice } = world
  const later = (ms: number) => new Promise<void>((resolve) => void time.add(resolve, ms))
  return async (request) => {
    const weather = world.weather()
    const patience = later(request.timeoutMs).then(() => 'timeout' as const)
    const answer = carry(world, weather, request, later)
    answer.catch(() => undefined)
    const first = await Promise.race([answer, patience])
    // What comes back while the app is away is not handed to it.
    if (await world.inFront()) throw new Error('interrupted')
    if (first === 'timeout') throw new Error('timeout')
    return first
  }

  function wayMs(weather: Weather): number {
    return dice.chance(weather.slow) ? dice.between(USUAL_MS, SLOW_MS) : dice.between(5, USUAL_MS)
  }

  async function carry(
    { township, downUntil }: LineWorld,
    weather: Weather,
    request: NetRequest,
    wait: (ms: number) => Promise<void>,
  ): Promise<NetAnswer> {
    await wait(wayMs(weather))
    if (dice.chance(weather.lostBefore) || time.now() < downUntil()) throw new Error('lost')
    if (dice.chance(weather.proxyPage)) return page(dice.oneOf([200, 502, 504]))
    if (dice.chance(weather.busy)) return spoken(busy)
    const said = deliver(township, request)
    if (dice.chance(weather.twice))
      void wait(wayMs(weather)).then(() => void deliver(township, request))
    await wait(wayMs(weather))
    if (dice.chance(weather.lostAfter)) throw new Error('answer lost')
    return spoken(said)
  }
}

const busy: Said = {
  status: 503,
  body: { code: 'server.busy', retry: 'later', status: 503, title: '系统正忙，请稍后再试' },
}

function deliver(township: StrictTownship, { url, headers, body }: NetRequest): Said {
  const { pathname, searchParams } = new URL(url)
  const name = pathname.replace('/api/v1/', '')
  const token = headers.authorization?.replace('Bearer ', '')
  const bytes = Buffer.from(body ?? [])
  const fileId = /^files\/([^/]+)\/chunks$/.exec(name)?.[1]
  if (fileId) return township.receive(fileId, searchParams, bytes, token)
  return township.ask(name, JSON.parse(bytes.toString() || '{}') as Record<string, unknown>, token)
}

function spoken({ status, body }: Said): NetAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Uint8Array.from(Buffer.from(JSON.stringify(body))),
  }
}

function page(status: number): NetAnswer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: Uint8Array.from(Buffer.from(PROXY_PAGE)),
  }
}
