import { signedInStorage } from '../../miniapp/support/compiledApi'
import { gridWorkerWu, officerZeng } from '../../miniapp/support/township'
import { createPhoneMemory } from '../weappHost/phone'
import type { WeappPackage } from '../weappHost/types'
import { createBadLine, fairWeather, type Weather } from './badLine'
import { createDice, type Dice } from './dice'
import { judge } from './judge'
import { loseFile } from './loseFile'
import { createLedger, createPerson, type Ledger, type Person } from './person'
import { createStrictTownship } from './strictTownship'
import { createTestedPhone, type Suffering, type TestedPhone } from './testedPhone'
import { createTownshipTasks, type TownshipTasks } from './townshipTasks'
import { createVirtualTime } from './virtualTime'
import { createWorker, type Worker } from './worker'

export type Outcome = {
  readonly seed: number
  readonly faults: readonly string[]
  /** What came of the reports, for the closing figures. */
  readonly counts: Readonly<Record<string, number>>
}

const MORNING = Date.parse('2026-11-23T01:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000
const LIVES_MOST = 3
const CALM_ROUNDS = 12
const WORKERS_PERCENT = 45

/** One phone's bad days and one good one after them, all of it decided by the seed. */
export async function runOnce(weapp: WeappPackage, seed: number): Promise<Outcome> {
  const dice = createDice(seed)
  const time = createVirtualTime(MORNING)
  const who = dice.chance(WORKERS_PERCENT) ? gridWorkerWu : officerZeng
  const tasks = createTownshipTasks(who, who === gridWorkerWu ? dice.between(1, 3) : 0)
  const township = createStrictTownship(time.now, { person: who, tasks })
  const memory = { ...createPhoneMemory(), storage: signedInStorage(who) }
  const phone = createTestedPhone(weapp, { time, dice, memory })
  const ledger = createLedger()
  const sky = { weather: fairWeather, downUntil: 0 }
  const network = createBadLine({
    time,
    dice,
    township,
    weather: () => sky.weather,
    downUntil: () => sky.downUntil,
    inFront: phone.inFront,
  })
  const person = createPerson({ phone, time, dice, ledger })
  const worker = createWorker({ phone, time, dice, ledger, person, tasks: tasks.tasks })

  for (let life = dice.between(1, LIVES_MOST); life > 0; life--) {
    sky.weather = dice.chance(25) ? fairWeather : badWeather(dice)
    if (dice.chance(30)) phone.phone.aheadMs = dice.between(-DAY_MS, DAY_MS)
    phone.start(network, sufferingOf(dice))
    const { endSessions } = township
    await liveBadly({ dice, person, worker, tasks, ledger, phone, sky, now: time.now, endSessions })
    makeRoom(phone)
    phone.kill()
    await time.pass(dice.oneOf([1_000, 60_000, DAY_MS]))
  }

  sky.weather = fairWeather
  sky.downUntil = 0
  phone.start(network, unharmed)
  await person.goHome()
  await liveWell(person)
  const faults = judge({ township, ledger, memory, personId: who.personId })
  phone.kill()
  return { seed, ...faults }
}

const unharmed: Suffering = { diesAt: Infinity, diesAfter: false, failing: 0 }

function badWeather(dice: Dice): Weather {
  const some = (most: number) => (dice.chance(50) ? dice.between(0, most) : 0)
  return {
    lostBefore: some(50),
    lostAfter: some(50),
    twice: some(40),
    proxyPage: some(30),
    busy: some(20),
    slow: some(30),
  }
}

/** Most calls of a life come while its pages open, so half of the deaths are sought among the later ones. */
function sufferingOf(dice: Dice): Suffering {
  const dies = dice.chance(65)
  return {
    diesAt: dies ? dice.between(1, dice.oneOf([400, 1_500])) : Infinity,
    diesAfter: dice.chance(50),
    failing: dice.chance(25) ? dice.between(1, 30) : 0,
    denied: dice.chance(15) ? [dice.oneOf(['place', 'camera'] as const)] : [],
  }
}

type BadLife = {
  dice: Dice
  person: Person
  worker: Worker
  tasks: TownshipTasks
  ledger: Ledger
  phone: TestedPhone
  sky: { downUntil: number }
  now: () => number
  endSessions: () => void
}

async function liveBadly(life: BadLife): Promise<void> {
  const { dice, person, phone, sky, now } = life
  for (let act = dice.between(1, 4); act > 0 && phone.alive(); act--) {
    if (dice.chance(15)) sky.downUntil = now() + dice.between(1_000, 120_000)
    if (dice.chance(10)) life.endSessions()
    if (dice.chance(12)) fillUp(dice, phone)
    if (dice.chance(6)) loseFile(dice, phone.memory, life.ledger)
    if (dice.chance(10)) life.tasks.takenByOther(dice.oneOf)
    await actOf(life)
    if (dice.chance(50)) makeRoom(phone)
  }
  if (phone.alive()) await person.wait(dice.between(100, 90_000))
}

function actOf({ dice, person, worker, tasks }: BadLife): Promise<unknown> {
  if (tasks.tasks.length > 0 && dice.chance(50)) return worker.workOnTask()
  const roll = dice.between(1, 100)
  if (roll <= 45) return person.report()
  if (roll <= 60) return person.leaveAndReturn()
  if (roll <= 72) return person.loseSignal()
  if (roll <= 82) return person.finishLeft()
  if (roll <= 92) return person.sendNow()
  return person.signInAgain()
}

/** Other things have taken the room, of records or of files, down to a little. */
function fillUp(dice: Dice, { memory }: TestedPhone): void {
  const used = [...memory.storage.values()].reduce((sum, text) => sum + text.length, 0)
  const bytes = [...memory.files.values()].reduce((sum, file) => sum + file.bytes.length, 0)
  if (dice.chance(50)) memory.storageCharactersMax = used + dice.between(0, 3_000)
  else memory.fileBytesMax = bytes + dice.between(0, 4_000)
}

function makeRoom({ memory }: TestedPhone): void {
  delete memory.storageCharactersMax
  memory.fileBytesMax = 200 * 1024 * 1024
}

/** The day the weather is good: what was begun is finished, and everything has time to leave. */
async function liveWell(person: Person): Promise<void> {
  await person.signInAgain()
  for (let round = 0; round < CALM_ROUNDS; round++) if (!(await person.finishLeft())) break
  for (let round = 0; round < 3; round++) {
    await person.sendNow()
    await person.wait(60_000)
  }
  // What it says of itself to the township comes a minute after it was true.
  await person.wait(90_000)
}
