import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { CloudError, instanceEnvironment, limits } from './platform'

export type InstanceOptions = {
  readonly bundleDir: string
  readonly env: Readonly<Record<string, string>>
  readonly memoryMb: number
}

export type Request = { readonly event: object; readonly context: object; readonly env: object }

export type Instance = {
  readonly pid: number | undefined
  /** One at a time; between two the process is stopped, with its timers and its connections. */
  invoke(request: Request, timeoutMs: number): Promise<unknown>
  isAlive(): boolean
  /** What it has written to its log. */
  output(): string
  kill(): void
}

export function startInstance({ bundleDir, env, memoryMb }: InstanceOptions): Instance {
  const child = fork(path.join(__dirname, 'instance.cjs'), [path.resolve(bundleDir)], {
    env: instanceEnvironment(env),
    execArgv: [`--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const written: Buffer[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => written.push(bytes))
  return {
    pid: child.pid,
    isAlive: () => child.connected,
    output: () => Buffer.concat(written).toString('utf8'),
    kill: () => endChild(child),
    async invoke(request, timeoutMs) {
      child.kill('SIGCONT')
      const answer = await exchange(child, request, timeoutMs)
      child.kill('SIGSTOP')
      return readAnswer(answer)
    },
  }
}

/** Disconnected at once, so that nobody takes it for alive until its end is noticed. */
function endChild(child: ChildProcess): void {
  if (child.connected) child.disconnect()
  child.kill('SIGKILL')
}

type InstanceAnswer = { readonly result: string } | { readonly failed: string }

function exchange(
  child: ChildProcess,
  request: Request,
  timeoutMs: number,
): Promise<InstanceAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      child.removeAllListeners('message').removeAllListeners('exit')
      finish()
    }
    const timer = setTimeout(() => {
      endChild(child)
      settle(() => reject(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `${timeoutMs} ms`)))
    }, timeoutMs)
    child.once('message', (answer) => settle(() => resolve(answer as InstanceAnswer)))
    child.once('exit', (code) =>
      settle(() => reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', `exited with ${code}`))),
    )
    child.send(request)
  })
}

function readAnswer(answer: InstanceAnswer): unknown {
  if ('failed' in answer) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', answer.failed)
  if (Buffer.byteLength(answer.result) > limits.resultBytesMax) {
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the result is larger than 6 MB')
  }
  return JSON.parse(answer.result)
}
