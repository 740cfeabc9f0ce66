import path from 'node:path'
import { asPhoneEvent, CloudError, limits, requestContext, requestEnvironment } from './platform'
import { startInstance, type Instance } from './startInstance'

export type RunnerOptions = {
  /** The function's variables, as `cloudbaserc.json` sets them. */
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
  readonly memoryMb?: number
  /** The concurrency that was bought; a call beyond it waits here, where the platform would turn it away. */
  readonly instancesMax?: number
}

export type CloudRunner = {
  /** With an openid it is a person's phone that calls; without, HTTP access or a timer. */
  call(event: object, who?: { readonly openid?: string }): Promise<unknown>
  instances(): readonly Instance[]
  close(): void
}

/**
 * Runs a built function as the platform does: a process per instance, one request at a time in each, as many instances
 * as there are requests at once, kept and frozen in between; limits on the event, the result and the time.
 */
export function openCloudRunner(bundleDir: string, options: RunnerOptions = {}): CloudRunner {
  const { env = {}, timeoutMs = 20_000, memoryMb = 512, instancesMax = 20 } = options
  const places = limitTo(instancesMax)
  const instances = new Set<Instance>()
  const idle: Instance[] = []
  const killAll = () => instances.forEach((instance) => instance.kill())
  // A frozen process does not notice that its parent is gone.
  process.once('exit', killAll)
  return {
    async call(event, { openid } = {}) {
      const request = {
        event: readEvent(openid === undefined ? event : asPhoneEvent(event, openid)),
        context: requestContext(path.basename(bundleDir), timeoutMs, memoryMb),
        env: requestEnvironment(openid),
      }
      await places.take()
      const instance = takeIdle(idle) ?? startInstance({ bundleDir, env, memoryMb })
      instances.add(instance)
      try {
        return await instance.invoke(request, timeoutMs)
      } finally {
        if (instance.isAlive()) idle.push(instance)
        places.give()
      }
    },
    instances: () => [...instances],
    close() {
      process.off('exit', killAll)
      killAll()
    },
  }
}

function takeIdle(idle: Instance[]): Instance | undefined {
  const instance = idle.pop()
  if (!instance || instance.isAlive()) return instance
  return takeIdle(idle)
}

/** An event travels as JSON text, so what is no JSON is lost on the way. */
function readEvent(event: object): object {
  const text = JSON.stringify(event)
  if (Buffer.byteLength(text) > limits.eventTextBytesMax) {
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the event is larger than 100 KB')
  }
  return JSON.parse(text)
}

function limitTo(count: number) {
  const waiting: (() => void)[] = []
  let free = count
  return {
    async take(): Promise<void> {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    give(): void {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}
