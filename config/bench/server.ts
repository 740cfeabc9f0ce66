import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The built server as a process of its own, as a county runs it. */
export type BenchServer = {
  readonly base: string
  readonly firstAnswerMs: number
  peakMemoryMiB(): number
  kill(signal: NodeJS.Signals): Promise<void>
}

const READY_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 20

export async function startServer(port: number, env: Record<string, string>): Promise<BenchServer> {
  const base = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [path.resolve(__dirname, '../../dist/server/index.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      LOG_LEVEL: 'error',
      LIANXIN_REQUESTS_PER_MINUTE: '100000000',
    },
  })
  await untilReady(base, child)
  return {
    base,
    firstAnswerMs: performance.now() - began,
    peakMemoryMiB: () => peakMemoryMiB(child.pid ?? 0),
    kill: (signal) =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill(signal)
      }),
  }
}

async function untilReady(base: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS
  while (Date.now() < end && child.exitCode === null) {
    const answer = await fetch(`${base}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  throw new Error('the server did not get ready')
}

function peakMemoryMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
