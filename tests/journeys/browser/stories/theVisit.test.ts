import { drawPhoto } from '../../../../config/screens/drawPhoto'
import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { seriousFindings } from '../../../support/browser/seriousFindings'
import { nextAnswer } from '../../../support/browser/watchRows'
import { newId } from '../../../support/httpClient'
import type { Phone } from '../../../support/pages/phone'
import { testCounty } from '../../../support/testCounty'

const { village, grid } = testCounty

/** 网格员 and 村支书 of 宝珠村, who both knock at one door; 居民 who lives behind another. */
const WORKER = `gw-${grid}-1`
const SECRETARY = `vo-${village}-1`
const RESIDENT = `re-${village}-1`

type Reported = { matter: { matterId: string; status: string } }

let county: CountyInTime
let worker: Phone
let secretary: Phone

beforeAll(async () => {
  county = await openCountyInTime({ at: '10:00' })
  worker = await county.openPhone(WORKER)
  secretary = await county.openPhone(SECRETARY)
})

afterAll(() => county?.close())

async function beginVisit(phone: Phone, household: string): Promise<void> {
  await phone.tap('home-visit')
  await phone.write('form-household', household)
  await phone.tap('form-met-family')
  await phone.tap('form-needs-none')
}

test('a worker records a visit where there is no signal, by four taps and a house number', async () => {
  worker.faults.expect(/ERR_INTERNET_DISCONNECTED/)
  await worker.find('home-visit').waitFor()
  await worker.page.context().setOffline(true)
  const before = worker.taps()
  await beginVisit(worker, '3组12号')
  await worker.tap('report-send')
  expect(worker.taps() - before).toBe(4)
  await worker.waitForWords('还在手机里，有信号就发')
})

test('with signal it leaves by itself, and asks nothing more of anybody', async () => {
  const arriving = nextAnswer<Reported>(worker.page, 'reportMatter')
  await worker.page.context().setOffline(false)
  expect((await arriving).body.matter.status).toBe('done')
})

test('the secretary who knocks there the next day is told who was there, and gives a reason', async () => {
  await county.pass({ days: 1 })
  await beginVisit(secretary, '三组 12 号')
  await secretary.find('form-again').waitFor()
  await secretary.waitForWords(`${await county.nameOf(WORKER)}来过（日常走访）`)
  await secretary.tap('report-send')
  expect(await secretary.find('form-again-why').isVisible()).toBe(true)
  await secretary.tap('form-again-template-2')
  const arriving = nextAnswer<Reported>(secretary.page, 'reportMatter')
  await secretary.tap('report-send')
  expect((await arriving).body.matter.status).toBe('done')
})

test('what the phone could not know comes back with its reason, and nothing of it is lost', async () => {
  worker.faults.expect(/422/)
  await worker.tap('sent-home')
  await worker.page.context().setOffline(true)
  await beginVisit(worker, '5组3号')
  await worker.tap('report-send')
  await worker.waitForWords('还在手机里，有信号就发')
  const visit = {
    commandId: newId() as never,
    matterId: newId() as never,
    kind: '2401',
    gridCode: grid as never,
    discoveredAt: new Date(county.now() - 3_600_000).toISOString() as never,
    fields: { household: '5组3号', met: 'family', needs: 'none' },
  }
  await county.ask(SECRETARY, 'reportMatter', visit)
  await worker.page.context().setOffline(false)
  await worker.tap('sent-home')
  await worker.waitForWords('要您看一下')
})

test('at nine in the evening nobody knocks without the household’s own wish', async () => {
  await county.passUntil(Date.parse(`${county.day()}T21:00:00+08:00`))
  await secretary.tap('sent-home')
  await secretary.tap('home-visit')
  await secretary.find('form-wish').waitFor()
  await secretary.waitForWords('晚上 8 点后不上门')
  expect(await seriousFindings(secretary.page)).toEqual([])
})

test.each(['grid', 'figures', 'visits'])(
  'the page %s shuts out nobody with poor eyes',
  async (name) => {
    await secretary.page.goto(`${county.url}/#/pages/${name}/index`)
    await secretary.page.waitForLoadState('networkidle')
    expect(await seriousFindings(secretary.page)).toEqual([])
  },
)

test('a villager reads who came to see them and why, and says a word about it', async () => {
  const resident = await county.openPhone(RESIDENT)
  const visit = {
    commandId: newId() as never,
    matterId: newId() as never,
    kind: '2402',
    gridCode: grid as never,
    discoveredAt: new Date(county.now() - 6 * 3_600_000).toISOString() as never,
    fields: {
      household: '8组8号',
      met: 'family',
      needs: 'none',
      visited: await county.personIdOf(RESIDENT),
    },
  }
  await county.ask(WORKER, 'reportMatter', visit)
  await resident.page.goto(`${county.url}/#/pages/visits/index`)
  await resident.find('visit-0').waitFor()
  expect(await resident.text()).toContain(`${await county.nameOf(WORKER)}（网格员）`)
  await resident.tap('visit-0')
  await resident.find('action-answerBack').waitFor()
  expect(await resident.text()).toContain('8组8号')
})

test('settling a thing on the spot takes four taps, the camera’s included', async () => {
  const other = await county.openPhone(WORKER)
  const taps = async (steps: () => Promise<void>): Promise<number> => {
    const before = other.taps()
    await steps()
    return other.taps() - before
  }
  const onSpot = await taps(async () => {
    await other.tapAndPick('home-on-spot', [await drawPhoto('ditch', 1)])
    await other.tap('kind-0501')
    await other.tap('report-result-template-0')
    const closing = nextAnswer<Reported>(other.page, 'actOnMatter')
    await other.tap('report-send')
    expect((await closing).body.matter.status).toBe('closed')
  })
  expect(onSpot).toBe(4)
})
