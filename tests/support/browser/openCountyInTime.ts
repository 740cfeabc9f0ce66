import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import type { BrowserContext } from 'playwright-core'
import { openApp, type App } from '@cloud/app'
import { beginSession } from '@cloud/commands/beginSession'
import { makeHttpServer } from '@cloud/doors/http/httpServer'
import { readSettings, type CertificateSettings } from '@cloud/settings'
import { findAccount } from '@cloud/store/peopleStore'
import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { OperationName, Operations } from '@contract/operations'
import type { FlowTable } from '@domain/flow/flowTable'
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '@domain/shared/instant'
import { ask } from '../httpClient'
import { openTestCounty } from '../openDatabase'
import type { HubConsole } from '../pages/hubConsole'
import type { Phone } from '../pages/phone'
import { openScreens, type Screens } from './openScreens'

type Span = { readonly days?: number; readonly hours?: number; readonly minutes?: number }

/**
 * The real server in this process, and screens around it, all by one clock: it goes on by itself, and hours and days
 * pass when a journey says so. Whoever sits before a screen is named by their account.
 */
export type CountyInTime = Pick<Screens, 'faults' | 'close'> & {
  readonly url: string
  readonly app: App
  now(): Instant
  /** `2026-11-23` in Lianzhou, so many days from now. */
  day(ahead?: number): string
  /** Hours or days go by; then the server has done what it does each minute, and every screen shows the new time. */
  pass(span: Span): Promise<void>
  /** Until that moment, if it still lies ahead. */
  passUntil(moment: Instant): Promise<void>
  /** A phone in the hands of this person, signed in; in 宝珠村, unless it is somewhere else. */
  openPhone(account: string, where?: Where): Promise<Phone>
  /** Its door is shut when the session has ended; this opens it again. */
  signInAgain(phone: Phone): Promise<void>
  openConsole(account: string): Promise<HubConsole>
  /** What somebody asks whose screen the journey does not look at, over the same door and in a session of their own. */
  ask<Name extends OperationName>(
    account: string,
    name: Name,
    body: RequestInputOf<Operations[Name]>,
  ): Promise<ResponseOf<Operations[Name]>>
  personIdOf(account: string): Promise<string>
  nameOf(account: string): Promise<string>
  /** The pictures that the server keeps, by the names of their files. */
  keptPhotos(): Promise<string[]>
}

type Where = { readonly longitude: number; readonly latitude: number }

type Opening = {
  /** The time of day in Lianzhou at which the journey begins, on the next day. */
  readonly at?: string
  readonly flows?: readonly FlowTable[]
  /** The platform that is asked whether a certificate is true; without one, none is. */
  readonly certificates?: CertificateSettings
}

/** Longer than a round of what the server does each minute takes. */
const ROUND_MS = 20_000

const dist = path.resolve(__dirname, '../../../dist')

export async function openCountyInTime({
  at = '08:00',
  flows,
  certificates,
}: Opening = {}): Promise<CountyInTime> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianxin-story-'))
  const { database, close: closeDatabase } = await openTestCounty()
  const time = makeTime(at)
  const settings = readSettings({
    LIANXIN_DATA: folder,
    LIANXIN_REQUESTS_PER_MINUTE: '1000000',
  })
  const app = await openApp(
    { ...settings, certificates: certificates ?? null },
    {
      database,
      log: pino({ level: 'silent' }),
      now: time.now,
      ...(flows ? { flows } : {}),
    },
  ).catch(async (error: unknown) => {
    await closeDatabase()
    throw error
  })
  const server = await makeHttpServer(app, { dist, version: '0.1.0' })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  app.start()
  const screens = openScreens(url, time.show)
  const desk = makeDesk(app, url)
  const passUntil = async (moment: Instant) => {
    time.moveTo(moment)
    await app.runRound({ budgetMs: ROUND_MS })
    await time.showAll()
  }
  return {
    url,
    app,
    now: time.now,
    day: (ahead = 0) => dayOf(time.now() + ahead * DAY_MS),
    pass: (span) => passUntil(time.now() + lengthOf(span)),
    passUntil,
    faults: screens.faults,
    ask: desk.ask,
    personIdOf: async (account) => (await desk.personOf(account)).personId,
    nameOf: async (account) => (await desk.personOf(account)).name,
    keptPhotos: async () => {
      const names = await readdir(path.join(folder, 'files'), { recursive: true })
      return names.filter((name) => name.endsWith('.jpg'))
    },
    async openPhone(account, where) {
      const phone = await screens.openPhone()
      if (where) await phone.page.context().setGeolocation({ ...where, accuracy: 12 })
      await phone.page.route('**/api/v1/signIn', async (route) =>
        route.fulfill({ json: await desk.signIn(account) }),
      )
      await phone.signInAs('resident')
      return phone
    },
    signInAgain: (phone) => phone.signInAs('resident'),
    async openConsole(account) {
      const console = await screens.openConsole()
      // Signed in for as long as a phone: days pass here, and nobody walks through the sign-in of every shift.
      await console.page.route('**/api/v1/signIn', async (route) =>
        route.fulfill({ json: await desk.signIn(account) }),
      )
      await console.signIn(account)
      return console
    },
    async close() {
      await screens.close()
      app.beginStop()
      await server.close()
      await app.close()
      // The app has closed the database it was given.
      await closeDatabase().catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function lengthOf({ days = 0, hours = 0, minutes = 0 }: Span): number {
  return days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS
}

const OFFSET_OF_LIANZHOU_MS = 8 * HOUR_MS

function dayOf(moment: Instant): string {
  return new Date(moment + OFFSET_OF_LIANZHOU_MS).toISOString().slice(0, 10)
}

/** One clock for the server and for every screen that was opened by it. */
function makeTime(timeOfDay: string) {
  let ahead = Date.parse(`${dayOf(Date.now() + DAY_MS)}T${timeOfDay}:00+08:00`) - Date.now()
  const now = () => Date.now() + ahead
  const shown: BrowserContext[] = []
  return {
    now,
    moveTo: (moment: Instant) => void (ahead += Math.max(0, moment - now())),
    async show(context: BrowserContext) {
      await context.clock.install({ time: now() })
      shown.push(context)
      // Whoever puts the screen away sees no time pass on it.
      context.on('close', () => shown.splice(shown.indexOf(context), 1))
    },
    showAll: () => Promise.all(shown.map((context) => context.clock.setSystemTime(now()))),
  }
}

/** Sessions of people of the county, begun as signing in does and renewed when time has ended them. */
function makeDesk(app: App, url: string) {
  const { context } = app
  const sessions = new Map<string, ResponseOf<Operations['signIn']>>()
  async function signIn(account: string): Promise<ResponseOf<Operations['signIn']>> {
    const person = await findAccount(context.database, context.countyId, account)
    if (!person) throw new Error(`Nobody in the county has the account ${account}`)
    return beginSession(context, person.person_id, { caller: {}, how: 'demo' })
  }
  async function sessionOf(account: string) {
    const known = sessions.get(account)
    if (known && Date.parse(known.expiresAt) > context.now()) return known
    const fresh = await signIn(account)
    sessions.set(account, fresh)
    return fresh
  }
  return {
    signIn,
    personOf: async (account: string) => (await sessionOf(account)).person,
    ask: async <Name extends OperationName>(
      account: string,
      name: Name,
      body: RequestInputOf<Operations[Name]>,
    ) => ask(url, name, body, (await sessionOf(account)).token),
  }
}
