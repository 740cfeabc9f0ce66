import { Died, startBlindHost, type BlindHost } from '../weappHost/blindHost'
import { createPhoneMemory } from '../weappHost/phone'
import type { Gate, Network, PhoneMemory, WeappPackage, WxOptions } from '../weappHost/types'
import { WxFailure } from '../weappHost/wx/answer'
import type { Dice } from './dice'
import type { VirtualTime } from './virtualTime'

/** What one life is to suffer on the phone itself. */
export type Suffering = {
  /** Dies at this call of the platform, before it or after it. */
  readonly diesAt: number
  readonly diesAfter: boolean
  /** Of a thousand calls of storage or files so many fail for no reason. */
  readonly failing: number
  /** The person has said no to these. */
  readonly denied?: readonly ('place' | 'camera')[]
}

const BACKGROUND_MS = 5_000

/**
 * One phone through all its lives: its memory, its clock, which may be wrong, and the system, which freezes what is not
 * in front and kills what it likes.
 */
export function createTestedPhone(
  weapp: WeappPackage,
  parts: { time: VirtualTime; dice: Dice; memory?: PhoneMemory },
) {
  const { time, dice, memory = createPhoneMemory() } = parts
  const errors: string[] = []
  const phone = { aheadMs: 0, frozen: false, offered: [] as Uint8Array[] }
  const waiting: (() => void)[] = []
  let host: BlindHost | undefined
  let calls = 0
  let away = false

  const alive = (): BlindHost | undefined => (host?.run.alive ? host : undefined)

  function start(network: Network, suffering: Suffering): void {
    calls = 0
    thaw()
    const mine: { host?: BlindHost; died?: boolean } = {}
    const gate = gateOf(suffering, () => {
      mine.died = true
      mine.host?.kill()
      throw new Died()
    })
    mine.host = host = startBlindHost(weapp, {
      memory,
      phone: { networkType: '4g' },
      network,
      gate,
      soon: (work) => void time.add(() => guarded(work), 1),
      wx: { getRandomValues: randomValues },
      globals: globalsOf(() => mine.host?.run.alive ?? !mine.died),
    })
    if (suffering.denied?.includes('place'))
      host.run.phone.permissions['scope.userLocation'] = false
    // It may have died before it had begun.
    if (mine.died) host.kill()
    else void openFirst(host)
  }

  async function openFirst(host: BlindHost): Promise<void> {
    try {
      await host.openFirstPage()
    } catch (cause) {
      note(cause)
    }
  }

  function gateOf({ diesAt, diesAfter, failing, denied }: Suffering, kill: () => never): Gate {
    return (name, act, values) => {
      const last = ++calls === diesAt
      if (last && !diesAfter) return kill()
      if (isOnDisk(name) && dice.roll() * 1000 < failing) return fail(name, values[0])
      if (name === 'chooseMedia' && denied?.includes('camera'))
        return fail(name, values[0], 'auth deny')
      const value = act()
      if (last) kill()
      return value
    }
  }

  async function randomValues({ length, success }: WxOptions): Promise<unknown> {
    const answer = { randomValues: dice.bytes(Number(length)).buffer }
    success?.(answer)
    return answer
  }

  /** Timers of the app stand still while it is away, and are gone when it is dead. */
  function globalsOf(lives: () => boolean) {
    const run = (work: () => void) => {
      if (!lives()) return
      if (phone.frozen) waiting.push(() => run(work))
      else guarded(work)
    }
    class PhoneDate extends Date {
      constructor(...given: [] | [number]) {
        if (given.length === 0) super(PhoneDate.now())
        else super(...given)
      }
      static override now = () => time.now() + phone.aheadMs
    }
    return {
      Date: PhoneDate,
      // It says much of what the campaign does to it.
      console: { log: () => undefined, warn: () => undefined, error: () => undefined },
      Math: Object.assign(Object.create(Math) as Math, { random: dice.roll }),
      setTimeout: (work: () => void, ms = 0) => time.add(() => run(work), ms),
      setInterval: (work: () => void, ms = 0) => time.every(() => run(work), ms),
      clearTimeout: time.drop,
      clearInterval: time.drop,
    }
  }

  function guarded(work: () => void): void {
    try {
      work()
    } catch (cause) {
      note(cause)
    }
  }

  /** A dead app breaks off where it stands; that is no fault of its own. */
  function note(cause: unknown): void {
    if (cause instanceof Died || !alive()) return
    errors.push(cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause))
  }

  function hide(): void {
    const leaving = alive()
    if (!leaving) return
    guarded(() => leaving.hide())
    time.add(() => (phone.frozen = phone.frozen || (leaving === alive() && away)), BACKGROUND_MS)
    away = true
  }
  function show(): void {
    thaw()
    const back = alive()
    if (back) guarded(() => back.show())
  }

  function thaw(): void {
    away = false
    phone.frozen = false
    for (const work of waiting.splice(0)) work()
  }

  return {
    memory,
    phone,
    errors,
    note,
    alive,
    calls: () => calls,
    start,
    kill: () => host?.kill(),
    hide,
    show,
    inFront: () =>
      phone.frozen
        ? new Promise<boolean>((resolve) => void waiting.push(() => resolve(true)))
        : Promise.resolve(false),
  }
}

export type TestedPhone = ReturnType<typeof createTestedPhone>

function isOnDisk(name: string): boolean {
  return /^(setStorageSync|copyFile|rename|readFile|getFileInfo|unlink)$/.test(name)
}

/** A failing disk says so the way the call answers: by an exception, or by its callbacks. */
function fail(name: string, options: unknown, why = 'the disk did not answer'): unknown {
  const errMsg = `${name}:fail ${why}`
  if (name.endsWith('Sync')) throw new WxFailure(errMsg)
  const { fail: tell } = options as WxOptions
  void Promise.resolve().then(() => tell?.({ errMsg }))
  return undefined
}
