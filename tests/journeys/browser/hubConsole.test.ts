import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openCounty, type County } from '../../support/browser/openCounty'
import { sendReport, tokenOf } from '../../support/browser/sendReport'
import { seriousFindings } from '../../support/browser/seriousFindings'
import type { HubConsole } from '../../support/pages/hubConsole'
import { testCounty } from '../../support/testCounty'
import { openWebhookReceiver, type WebhookReceiver } from '../webhookReceiver'

const { anotherTownship, township } = testCounty

let county: County
let hub: HubConsole
let officerToken: string
const report = (text: string) => sendReport(county.url, officerToken, text)

beforeAll(async () => {
  county = await openCounty()
  officerToken = await tokenOf(county.url, 'officer')
  hub = await county.openConsole()
  await hub.signIn()
})

afterAll(() => county?.close())

afterEach(() => expect(county.faults()).toEqual([]))

test('five wrong passwords lock an account, and the right one is then told for how long', async () => {
  const stranger = await county.openConsole()
  stranger.faults.expect(/status of (401|423)/)
  const trouble = stranger.find('sign-in-trouble')
  for (let attempt = 1; attempt <= 5; attempt++) {
    const answered = stranger.page.waitForResponse(/signIn$/)
    await stranger.tryToSignIn(`hub-${anotherTownship}`, `guess-${attempt}`)
    await answered
    await trouble.getByText('账号或密码不对').waitFor()
  }
  await stranger.tryToSignIn(`hub-${anotherTownship}`, testCounty.password)
  await trouble.getByText('连续输错五次，账号锁定 15 分钟').waitFor()
})

test('what is sent back reaches the officer with its reason, and comes back supplemented', async () => {
  const matterId = await report('路灯不亮')
  await hub.open(matterId)
  await hub.act('b', { matterId, status: 'sentBack' }, '地点不清楚，请说明在哪里')
  await hub.find('timeline').getByText('地点不清楚，请说明在哪里').waitFor()

  const officer = await county.openPhone()
  await officer.signInAs('officer')
  await officer.waitForWords('镇里退回来了，请看原因，补充后再送')
  await officer.tap('home-matter-0')
  await officer.waitForWords('地点不清楚，请说明在哪里')
  await officer.tap('action-supplement')
  await officer.write('act-note', '村小学门口第二盏')
  await officer.tap('act-submit')

  await hub.matter(matterId, 'reported').waitFor()
  await hub.find('timeline').getByText('村小学门口第二盏').waitFor()
})

describe('two officers at two consoles', () => {
  let other: HubConsole

  beforeAll(async () => {
    other = await county.openConsole()
    await other.signIn(`head-${township}`)
  })

  test('what one does the other sees without asking', async () => {
    const matterId = await report('桥头路灯不亮')
    await other.open(matterId)
    await hub.open(matterId)
    await hub.act('a', { matterId, status: 'accepted' })
    await other.matter(matterId, 'accepted').waitFor()
    await other.row(matterId).and(other.page.locator('[data-status=accepted]')).waitFor()
  })

  test('a step on what a colleague has changed meanwhile is refused in words, and the console catches up', async () => {
    const matterId = await report('渡口路灯不亮')
    await other.open(matterId)
    // Its line is as slow as a line can be: what the colleague does is not told.
    await other.page.route('**/api/v1/live**', () => undefined)
    await other.page.evaluate(() => window.dispatchEvent(new Event('offline')))
    await other.find('connection-banner').waitFor()
    await hub.open(matterId)
    await hub.act('a', { matterId, status: 'accepted' })

    other.faults.expect(/status of 409/)
    await other.press('a')
    await other.find('action-form').waitFor()
    await other.press('Enter')
    await other.find('action-problem').getByText('这件事的状态已经变了').waitFor()
    await other.matter(matterId, 'accepted').waitFor()
  })
})

describe('at one desk', () => {
  let other: HubConsole

  beforeAll(async () => {
    other = await county.openConsole()
    await other.signIn(`head-${township}`)
  })
  afterAll(() => other.page.close())

  test('each sees that the other is there, and by keys alone one takes it and the other cannot act', async () => {
    const matterId = await report('河边路灯不亮')
    await Promise.all([hub.row(matterId).waitFor(), other.row(matterId).waitFor()])
    await hub.openByKeys(matterId)
    await other.openByKeys(matterId)
    await hub.find('presence').getByText('也在看').waitFor()
    await hub.press('o')
    await hub.find('taken').getByText('您接手了').waitFor()
    await other.find('taken').getByText('接手了').waitFor()
    await other.row(matterId).getByTestId('row-taken').waitFor()

    other.faults.expect(/status of 409/)
    await other.press('b')
    await other.find('action-form').waitFor()
    await other.type('地点不清楚')
    await other.press('Control+Enter')
    await other.find('action-problem').getByText('在办。您填的还在。').waitFor()
    expect(await other.find('field-reason').inputValue()).toBe('地点不清楚')
    await hub.act('a', { matterId, status: 'accepted' })
  })

  test('reports of one thing are joined and brought back within the minute', async () => {
    const [into, twin] = [await report('桥上路灯坏了'), await report('桥上灯坏了')]
    await Promise.all([into, twin].map((matterId) => hub.row(matterId).waitFor()))
    await hub.open(into)
    const line = hub.page.locator(`[data-testid=similar-matter][data-matter-id="${twin}"]`)
    await line.getByTestId('side-by-side').waitFor()
    await line.getByTestId('choose-similar').click()
    await hub.find('merge').click()
    await hub.row(twin).getByText('待并案').waitFor()
    await other.row(twin).getByText('待并案').waitFor()
    await hub.find('matter-number').click()
    await hub.press('z')
    await hub.find('undo-merge-bar').waitFor({ state: 'detached' })
    await other.row(twin).getByText('已上报').waitFor()
  })

  test('what is printed is the matter on A4 with its square, and nothing of the desk', async () => {
    const matterId = await report('校门口路灯不亮')
    await hub.open(matterId)
    await hub.find('timeline').waitFor()
    await hub.page.emulateMedia({ media: 'print' })
    expect(await hub.find('print-qr').isVisible()).toBe(true)
    expect(await hub.find('desk-notes').isVisible()).toBe(false)
    expect(await hub.find('inbox').isVisible()).toBe(false)
    const pdf = (await hub.page.pdf({ preferCSSPageSize: true })).toString('latin1')
    await hub.page.emulateMedia({ media: 'screen' })
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
  })
})

test('a console that lost its line misses nothing that was reported meanwhile', async () => {
  hub.faults.expect(/ERR_INTERNET_DISCONNECTED/)
  const context = hub.page.context()
  await context.setOffline(true)
  await hub.find('connection-banner').waitFor()
  const missed = await Promise.all(['一', '二', '三'].map((n) => report(`断网时的第${n}件`)))
  await context.setOffline(false)
  for (const matterId of missed) await hub.row(matterId).waitFor()
  await hub.find('connection-banner').waitFor({ state: 'detached' })
  for (const matterId of missed) expect(await hub.row(matterId).count()).toBe(1)
})

describe('addresses outside', () => {
  let head: HubConsole
  let receiver: WebhookReceiver

  beforeAll(async () => {
    receiver = await openWebhookReceiver()
    head = await county.openConsole()
    await head.signIn(`head-${township}`)
    await head.find('nav-deliveries').click()
  })

  afterAll(() => receiver?.close())

  async function register(name: string, url: string): Promise<string> {
    await head.find('register-endpoint').click()
    await head.find('endpoint-name').fill(name)
    await head.find('endpoint-url').fill(url)
    await head.find('endpoint-submit').click()
    const secret = await head.find('endpoint-secret').inputValue()
    await head.find('secret-kept').click()
    await head.find('endpoint-secret').waitFor({ state: 'detached' })
    return secret
  }

  async function showDeliveries(name: string): Promise<void> {
    await head.find('endpoint-row').filter({ hasText: name }).getByTestId('show-deliveries').click()
  }

  test('an address that the head registers receives what happens, signed with the secret shown once', async () => {
    receiver.trust(await register('县综治平台', receiver.url))
    const matterId = await report('送到县里的一件')
    await receiver.until(() => receiver.deliveries.some(({ data }) => data?.matterId === matterId))
    expect(receiver.refused).toEqual([])
    await showDeliveries('县综治平台')
    await head.page.locator('[data-testid=delivery-row][data-state=delivered]').first().waitFor()
  })

  test('the head tries an address, changes its secret without a gap, and narrows what it is sent', async () => {
    await head.find('test-endpoint').click()
    await head.page.getByText('县综治平台 收到了').waitFor()
    await head.find('rotate-secret').click()
    await head.find('rotate-gently').click()
    const young = await head.find('endpoint-secret').inputValue()
    await head.find('secret-kept').click()
    // The other side still knows only the old secret.
    await report('换密钥以后的一件')
    await receiver.until(() =>
      receiver.deliveries.some(({ data }) => data?.text === '换密钥以后的一件'),
    )
    receiver.trust(young)
    await report('对方换好以后的一件')
    await receiver.until(() =>
      receiver.deliveries.some(({ data }) => data?.text === '对方换好以后的一件'),
    )
    expect(receiver.refused).toEqual([])
    await head.find('show-attempts').first().click()
    await head.find('attempts').getByText('收下了').first().waitFor()
    await head.page.keyboard.press('Escape')
    await head.find('change-kinds').click()
    await head.page.getByRole('combobox', { name: '要收的类别' }).fill('消防')
    await head.page.getByTitle('消防安全（整类）').click()
    await head.page.locator('#kinds-save').click()
    await head.page
      .getByText(/消防.*（整类）|消防/)
      .first()
      .waitFor()
  })

  test('a delivery that the other side did not take stands in the list with its answer', async () => {
    const broken = createServer((_request, response) => void response.writeHead(500).end('down'))
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve))
    const { port } = broken.address() as AddressInfo
    await register('坏了的平台', `http://127.0.0.1:${port}/events`)
    await report('送不出去的一件')
    await showDeliveries('坏了的平台')
    const row = head.page.locator('[data-testid=delivery-row][data-state=waiting]').first()
    await row.getByText('500').waitFor()
    expect(await row.innerText()).toContain('等着送')
    await new Promise((resolve) => broken.close(resolve))
  })
})

describe('the board', () => {
  const FIRST_LOAD_BYTES_MAX = 400 * 1024
  const scripts = (desk: HubConsole) =>
    desk.page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize })),
    )

  test('opens any number as the matters behind it, with charts that are loaded only then', async () => {
    const desk = await county.openConsole()
    await desk.signIn()
    await report('看板上的一件')
    const first = await scripts(desk)
    expect(first.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(FIRST_LOAD_BYTES_MAX)
    expect(first.filter(({ name }) => name.includes('drawChart'))).toEqual([])

    await desk.find('nav-board').click()
    await desk.find('chart').first().locator('canvas').waitFor()
    const number = desk.find('number-count.reported')
    const count = Number(await number.innerText())
    expect(count).toBeGreaterThan(0)
    await number.click()
    await desk.find('counted-row').first().waitFor()
    expect(await desk.find('counted-row').count()).toBe(count)
    await desk.press('Escape')
    await desk.find('counted').waitFor({ state: 'detached' })
    expect(await seriousFindings(desk.page)).toEqual([])

    const download = desk.page.waitForEvent('download')
    await desk.find('export-csv').click()
    expect((await download).suggestedFilename()).toMatch(/^事项-西江镇.*csv$/)
    await desk.find('wall-open').click()
    expect(Number(await desk.find('wall-receivedToday').innerText())).toBe(count)
    expect(await seriousFindings(desk.page)).toEqual([])
  })
})
