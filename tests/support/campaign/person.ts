import type { BlindPage } from '../weappHost/blindPages'
import type { Dice } from './dice'
import { REFUSED_WORD } from './strictTownship'
import type { TestedPhone } from './testedPhone'
import type { VirtualTime } from './virtualTime'

/** What a person did with one report, and what the phone had let them see of it. */
export type Written = {
  /** As many as the page showed: from then on the phone answers for them. */
  seen: number
  /** The phone said that it was sent or waits to be. */
  submitted: boolean
  /** It was opened to be reported and closed on the spot. */
  closes: boolean
  /** Photos of it that somebody deleted behind the app's back. */
  deleted: number
}

export type Ledger = {
  readonly reports: Map<string, Written>
  /** Every photo that camera and album ever gave. */
  readonly taken: Buffer[]
  /** What a worker submitted, as `matterId/action`. */
  readonly steps: Set<string>
}

export function createLedger(): Ledger {
  return { reports: new Map(), taken: [], steps: new Set() }
}

type Parts = {
  readonly phone: TestedPhone
  readonly time: VirtualTime
  readonly dice: Dice
  readonly ledger: Ledger
}

const PATIENCE_MS = 20_000
const SEND_PATIENCE_MS = 60_000
/** Of a photo of more than one piece, which takes a while to hash. */
const LARGE_PERCENT = 4

/** A person at a phone: touches what the pages show, and gives up where nothing comes. */
export function createPerson({ phone, time, dice, ledger }: Parts) {
  const page = (): BlindPage | undefined => phone.alive()?.page
  const shows = (id: string) => page()?.has(id) ?? false
  const until = (condition: () => boolean, ms = PATIENCE_MS) =>
    time.runUntil(() => !phone.alive() || condition(), ms).then(() => phone.alive() && condition())

  function touch(act: (page: BlindPage) => void): void {
    const shown = page()
    if (!shown) return
    try {
      act(shown)
    } catch (cause) {
      phone.note(cause)
    }
  }

  async function goHome(): Promise<boolean> {
    // Pages that are still on their way open first.
    await until(() => false, 300)
    const host = phone.alive()
    if (!host) return false
    await Promise.race([
      host.pages.switchTab('/pages/home/index').catch(phone.note),
      time.pass(2_000),
    ])
    return Boolean(await until(() => page()?.route === 'pages/home/index' && shows('home-report')))
  }

  function photo(): Uint8Array {
    const bytes = dice.chance(LARGE_PERCENT)
      ? dice.between(256 * 1024, 600 * 1024)
      : dice.between(1, 3_000)
    const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
    return Uint8Array.from([...head, ...dice.bytes(bytes)])
  }

  function offer(count: number): void {
    const host = phone.alive()
    const photos = Array.from({ length: count }, photo)
    ledger.taken.push(...photos.map((bytes) => Buffer.from(bytes)))
    if (host) host.run.phone.photos = photos.map((bytes) => ({ bytes, width: 1000, height: 800 }))
  }

  function written(): Written | undefined {
    const key = page()?.options.draft
    if (page()?.route !== 'pages/report/index' || !key) return undefined
    const matterId = key.replace('report-', '')
    const entry = ledger.reports.get(matterId) ?? newEntry(shows('report-result'))
    ledger.reports.set(matterId, entry)
    return entry
  }

  async function report(): Promise<void> {
    if (!(await goHome())) return
    offer(1)
    const begin = shows('home-on-spot') && dice.chance(50) ? 'home-on-spot' : 'home-report'
    touch((home) => home.tap(begin))
    if (!(await until(() => page()?.route === 'pages/report/index' && shows('report-send')))) return
    await goOn()
  }

  /** From the open page on: more photos, words, a kind, and mostly 发送. */
  async function goOn(always = false): Promise<void> {
    look()
    if (dice.chance(60)) await addFromAlbum(dice.between(1, 2))
    sayHowClosed()
    // Of what may be closed on the spot there is only one.
    await choose(shows('report-result') ? 'kind-0603' : dice.oneOf(['kind-0603', 'kind-0601']))
    if (dice.chance(50)) {
      const words = dice.chance(12) ? `桥头，${REFUSED_WORD}` : '桥头的灯'
      touch((open) => open.input('report-text', words))
    }
    await until(() => false, dice.between(10, 3_000))
    look()
    if (always || dice.chance(85)) await send()
  }

  function sayHowClosed(): void {
    if (shows('report-result')) touch((open) => open.input('report-result', '已换好'))
  }

  /** Of a report that has its kind the others are folded away. */
  async function choose(kind: string): Promise<void> {
    if (await until(() => shows(kind), 500)) touch((open) => open.tap(kind))
  }

  async function addFromAlbum(count: number): Promise<void> {
    const before = tiles()
    offer(count)
    touch((open) => open.tap('photo-album'))
    await until(() => tiles() >= before + count, 3_000)
    look()
  }

  function tiles(): number {
    let count = 0
    while (shows(`photo-remove-${count + 1}`)) count++
    return count
  }

  function look(): void {
    const entry = written()
    if (entry) entry.seen = Math.max(entry.seen, tiles())
  }

  async function send(): Promise<void> {
    const entry = written()
    touch((open) => open.tap('report-send'))
    const sent = await until(() => page()?.route === 'pages/sent/index', SEND_PATIENCE_MS)
    if (sent && entry) entry.submitted = true
  }

  async function finishLeft(): Promise<boolean> {
    if (!(await goHome())) return false
    // What was sent a moment ago leaves the list first.
    await until(() => false, 300)
    if (!shows('draft-open-0')) return false
    touch((home) => home.tap('draft-open-0'))
    if (!(await until(() => page()?.route === 'pages/report/index' && shows('report-send'))))
      return false
    await until(() => false, 500)
    const entry = written()
    look()
    sayHowClosed()
    if (shows('kind-0603')) touch((open) => open.tap('kind-0603'))
    await until(() => false, 2_000)
    await send()
    return entry?.submitted ?? false
  }

  async function sendNow(): Promise<void> {
    const host = phone.alive()
    if (!host) return
    await Promise.race([host.pages.open('/pages/queue/index').catch(phone.note), time.pass(1_000)])
    if (await until(() => shows('queue-send-now'), 1_000))
      touch((queue) => queue.tap('queue-send-now'))
    await until(() => false, dice.between(1_000, 60_000))
  }

  async function leaveAndReturn(): Promise<void> {
    phone.hide()
    await time.pass(dice.oneOf([1_000, 4_000, 30_000, 10 * 60_000]))
    phone.show()
    await until(() => false, dice.between(100, 20_000))
  }

  async function loseSignal(): Promise<void> {
    phone.alive()?.networkChanged('none')
    if (dice.chance(70)) await report()
    phone.alive()?.networkChanged('4g')
    await until(() => false, dice.between(100, 30_000))
  }

  async function signInAgain(): Promise<void> {
    const host = phone.alive()
    if (!host) return
    await Promise.race([
      host.pages.open('/pages/sign-in/index').catch(phone.note),
      time.pass(1_000),
    ])
    if (await until(() => shows('sign-in-wechat'), 2_000))
      touch((open) => open.tap('sign-in-wechat'))
    await until(() => page()?.route !== 'pages/sign-in/index', 30_000)
  }

  return {
    hands: { until, shows, touch, route: () => page()?.route },
    addFromAlbum,
    report,
    finishLeft,
    sendNow,
    leaveAndReturn,
    loseSignal,
    signInAgain,
    wait: (ms: number) => until(() => false, ms),
    goHome,
  }
}

function newEntry(closes: boolean): Written {
  return { seen: 0, submitted: false, closes, deleted: 0 }
}

export type Person = ReturnType<typeof createPerson>
