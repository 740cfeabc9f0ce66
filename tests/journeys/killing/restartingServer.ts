import { startServer, type ServerProcess } from '../../support/serverProcess'
import type { Home } from '../makeHome'

/** One county's server through all its lives. Whoever asks for its address while it is down waits for the next. */
export type RestartingServer = {
  address(): Promise<string>
  start(): ServerProcess
  /** Without a word of warning, as a power cut does it. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export function makeRestartingServer({ dataDir, databaseUrl }: Home): RestartingServer {
  let server: ServerProcess | undefined
  let listening = whenKnown()
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ending = server
    server = undefined
    if (listening.known) listening = whenKnown()
    ending?.signal(signal)
    await ending?.exited
  }
  return {
    address: () => listening.promise,
    start() {
      const started = startServer({
        dataDir,
        databaseUrl,
        env: { LIANXIN_PUBLIC_URL: 'https://lianzhou.example' },
      })
      server = started
      started.ready.then(
        (address) => {
          if (server === started) listening.resolve(address)
        },
        // Killed while it started: it has no address, the next one's is waited for.
        () => undefined,
      )
      return started
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

type Known = { readonly promise: Promise<string>; resolve(address: string): void; known: boolean }

function whenKnown(): Known {
  let resolve: (address: string) => void = () => undefined
  const promise = new Promise<string>((done) => (resolve = done))
  const made: Known = {
    promise,
    known: false,
    resolve(address) {
      made.known = true
      resolve(address)
    },
  }
  return made
}
