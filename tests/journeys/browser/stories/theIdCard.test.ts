import { drawPhoto } from '../../../../config/screens/drawPhoto'
import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { nextAnswer } from '../../../support/browser/watchRows'
import { openCertificateIssuer, type CertificateIssuer } from '../../../support/certificateIssuer'
import type { HubConsole } from '../../../support/pages/hubConsole'
import type { Phone } from '../../../support/pages/phone'
import { testCounty } from '../../../support/testCounty'

const { township, village, grid } = testCounty

/** The daughter asks; the worker of the grid does the errand. Nobody of the mother's name lives anywhere. */
const DAUGHTER = `re-${village}-1`
const HELPER = { account: `gw-${grid}-1`, name: '吴海根' }
const HUB = `hub-${township}`
const MOTHER = '覃无此人'
const LAST4 = '123X'
/** Everything else on the phone is written at 17. */
const LARGE_PX = 20

let issuer: CertificateIssuer
let county: CountyInTime
let daughter: Phone
let helper: Phone
let hub: HubConsole
let matterId: string

beforeAll(async () => {
  issuer = await openCertificateIssuer()
  county = await openCountyInTime({ certificates: issuer.settings })
  daughter = await county.openPhone(DAUGHTER)
  hub = await county.openConsole(HUB)
})

afterAll(async () => {
  await county?.close()
  await issuer?.close()
})

test('a daughter asks for an agent for her mother, who cannot walk and whose card has run out', async () => {
  await daughter.tap('home-more')
  await daughter.tap('begin-agentService')
  await daughter.waitForWords('本人同意由一位帮办员代办这件事')
  await daughter.tap('form-asker-family')
  await daughter.write('form-personName', MOTHER)
  await daughter.tap('form-item-idCard')
  await daughter.tap('form-atHome-yes')
  await daughter.tap('form-walksBadly-yes')
  await daughter.tap('form-agreesToAgent')
  await daughter.write('report-text', '我妈七十多了走不动，身份证过期了')
  const arriving = nextAnswer<{ matter: { matterId: string } }>(daughter.page, 'reportMatter')
  await daughter.tap('report-send')
  matterId = (await arriving).body.matter.matterId
})

test('the hub gives it to the worker of her grid', async () => {
  await hub.open(matterId)
  const helperId = await county.personIdOf(HELPER.account)
  await hub.take('assign', (form) => form.findOwner('owner', HELPER.name, helperId))
  await hub.matter(matterId, 'assigned').waitFor()
})

test('the worker takes it on and makes the photo at her home', async () => {
  helper = await county.openPhone(HELPER.account)
  await helper.openNews('notices')
  await helper.tap('notice-0')
  await helper.tap('action-claim')
  await helper.act('visit', async () => {
    await helper.tap('act-visitFor-picture')
    await helper.tapAndPick('photo-camera', [await drawPhoto('lamp', 1)])
  })
  await hub.matter(matterId, 'helping').waitFor()
  await hub.find('photo').first().waitFor()
})

test('with her consent her old card is checked with whoever issued it, and nobody carries it', async () => {
  await helper.act('checkCertificate', async () => {
    await helper.write('act-person', MOTHER)
    await helper.write('act-last4', LAST4)
    await helper.write('act-use', '换领身份证')
    await helper.write('act-receiver', '西江派出所')
    await helper.tap('act-agrees')
  })
  await issuer.came(1)
  expect(issuer.asked[0]?.question).toMatchObject({ person: MOTHER, last4: LAST4 })
  await helper.tap('link-child-0')
  await helper.waitForWords('已经核过，是真的，不用再拿证件')
  await helper.waitForWords('HY-00000001')
})

test('the papers are handed in, and the day is told', async () => {
  await helper.openMatter(matterId)
  await helper.act('submit', async () => {
    await helper.takeWheel('act-expectedOn')
    await helper.write('act-office', '西江派出所户籍窗口')
  })
  await hub.matter(matterId, 'submitted').waitFor()
})

test('the card is delivered, signed for on paper', async () => {
  await county.pass({ hours: 6 })
  await helper.act('deliver', async () => {
    await helper.tap('act-result-template-0')
    await helper.tapAndPick('photo-signature-camera', [await drawPhoto('lamp', 2)])
  })
  await hub.matter(matterId, 'closed').waitFor()
})

test('in large type it is rated by one tap', async () => {
  await daughter.page.goto(`${county.url}/#/pages/me/index`)
  await daughter.tap('me-large')
  await daughter.openMatter(matterId)
  await daughter.waitForWords('办好了，请点一下满意不满意')
  await daughter.act('rate', async () => {
    const satisfied = daughter.find('act-satisfaction-satisfied')
    expect(
      await satisfied.evaluate((one) => parseFloat(getComputedStyle(one).fontSize)),
    ).toBeGreaterThanOrEqual(LARGE_PX)
    await daughter.tap('act-satisfaction-satisfied')
  })
  await hub.find('timeline').getByText('评价').first().waitFor()
})

test('the township reads the whole story afterwards', async () => {
  const titles = await hub.titles()
  expect(titles.filter((title) => title !== '照片已送到')).toEqual([
    '请人代办',
    '派帮办员',
    '我来帮办',
    '上门',
    '核验身份证（不用拿证）',
    '交到窗口了',
    '送到了，请他签收',
    '评价',
  ])
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})
