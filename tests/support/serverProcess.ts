import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The built server as a township runs it: a process of its own that is told things by signals. */
export type ServerProcess = {
  readonly pid: number
  /** Where it listens; rejects, with what it said, when it ends before it listens. */
  readonly ready: Promise<string>
  readonly exited: Promise<Exit>
  output(): string
  /** Resolves once the words have been printed. */
  says(words: string): Promise<void>
  signal(name: 'SIGTERM' | 'SIGKILL'): void
}

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type ServerOptions = {
  readonly dataDir: string
  /** Unset: the embedded database below `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly env?: Readonly<Record<string, string>>
}

const program = path.resolve(__dirname, '../../dist/server/index.js')
const running = new Set<ChildProcess>()

/** On a free port, without limits that a test does not ask for. */
export function startServer({ dataDir, databaseUrl, env }: ServerOptions): ServerProcess {
  if (!existsSync(program)) throw new Error(`${program} is missing: npx tsx config/build.ts server`)
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      LIANXIN_DATA: dataDir,
      PORT: '0',
      LIANXIN_REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'error',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...env,
    },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return watch(child)
}

/** A run that breaks off leaves no server behind. */
process.once('exit', killAllServers)

export function killAllServers(): void {
  for (const child of running) child.kill('SIGKILL')
}

function watch(child: ChildProcess): ServerProcess {
  let output = ''
  let over = false
  const waiting = new Set<() => void>()
  const look = () => {
    for (const check of waiting) check()
  }
  const hear = (chunk: Buffer) => {
    output += chunk.toString()
    look()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const exited = new Promise<Exit>((resolve) =>
    child.once('close', (code, signal) => {
      over = true
      resolve({ code, signal })
      look()
    }),
  )
  const says = (words: string | RegExp) =>
    new Promise<string>((resolve, reject) => {
      const check = () => {
        const found =
          typeof words === 'string' ? output.includes(words) && words : words.exec(output)?.[1]
        if (!found && !over) return
        waiting.delete(check)
        if (found) resolve(found)
        else reject(new Error(`The server ended without saying ${words}:\n${output}`))
      }
      waiting.add(check)
      check()
    })
  const ready = says(/连心已启动：(http:\/\/[^/]+)\//)
  // Whoever kills it while it starts does not wait for this.
  ready.catch(() => undefined)
  return {
    pid: child.pid ?? 0,
    ready,
    exited,
    output: () => output,
    says: async (words) => void (await says(words)),
    signal: (name) => void child.kill(name),
  }
}
