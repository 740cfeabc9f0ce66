import {
  createPhoneMemory,
  createWeappHost,
  weappDist,
  type Network,
  type Phone,
  type PhoneMemory,
  type WeappHost,
} from '../weappHost'
import { nodeNetwork } from '../weappHost/node'
import { placeInBaozhu } from '../testCounty'

/** Somebody's phone with the compiled mini-program on it, through all of its lives. */
export type WeappPhone = {
  readonly memory: PhoneMemory
  /** The mini-program as it runs now. */
  host(): WeappHost
  /** Opens it, as a tap on its icon does. */
  start(phone?: Partial<Phone>): Promise<WeappHost>
  /** Swept away by the system, without a farewell. */
  kill(): void
  /** Put away in good order. */
  close(): Promise<void>
  signIn(code: string): Promise<void>
  /** Everything that went wrong unseen in any of its lives. */
  faults(): string[]
  /** Every request that carried a piece of a photo: the photo, and from which byte on. */
  readonly pieces: readonly Piece[]
}

export type Piece = { readonly fileId: string; readonly offset: number; readonly arrived: boolean }

/** Answers whether a request still gets through. */
export type Line = (path: string) => boolean

const FIRST_SET_DATA_MAX = 64 * 1024
const PATIENCE_MS = 15_000

export function weappPhone(server: () => string, line: Line): WeappPhone {
  letIntervalsEnd()
  const memory = createPhoneMemory()
  const lives: WeappHost[] = []
  const pieces: Piece[] = []
  const host = () => {
    const now = lives.at(-1)
    if (!now) throw new Error('The phone has not been started')
    return now
  }
  const network = throughLine(line, pieces)
  return {
    memory,
    host,
    pieces,
    async start(phone = {}) {
      const { longitude, latitude } = placeInBaozhu
      const location = { longitude, latitude, accuracy: 15 }
      const options = { memory, network, server: server(), phone: { location, ...phone } }
      lives.push(createWeappHost(weappDist, options))
      await host().openFirstPage()
      return host()
    },
    kill: () => host().kill(),
    async close() {
      await host().hide()
      await host().close()
    },
    async signIn(code) {
      host().phone.loginCode = code
      await host().open('/pages/sign-in/index')
      await host().page.tap('#sign-in-wechat')
      await host().until(() => host().page.route === 'pages/home/index', PATIENCE_MS)
      await host().quiet(PATIENCE_MS)
    },
    faults: () => lives.flatMap(faultsOf),
  }
}

const startInterval = globalThis.setInterval

/** A mini-program that was killed cannot end its intervals, and they would keep the whole run from ending. */
function letIntervalsEnd(): void {
  const start = (work: () => void, ms?: number) => startInterval(work, ms).unref()
  globalThis.setInterval = start as typeof setInterval
}

/** The line is asked before each request; what it cuts never reaches the server. */
function throughLine(line: Line, pieces: Piece[]): Network {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const arrived = line(pathname)
    const fileId = /\/files\/([^/]+)\/chunks$/.exec(pathname)?.[1]
    if (fileId) pieces.push({ fileId, offset: Number(searchParams.get('offset')), arrived })
    if (!arrived) throw new Error('offline')
    return nodeNetwork(request)
  }
}

function faultsOf({ errors, missingTemplates, setDataBytes }: WeappHost): string[] {
  const heavy = Object.entries(setDataBytes).filter(([, { first }]) => first >= FIRST_SET_DATA_MAX)
  return [
    ...errors.map((error) => `exception ${error instanceof Error ? error.stack : String(error)}`),
    ...[...missingTemplates].map((name) => `missing template ${name}`),
    ...heavy.map(([route, { first }]) => `${route} first sends ${first} bytes`),
  ]
}
