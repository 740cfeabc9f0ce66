import { CONSENT_VERSION } from '@contract/api/myData'
import { importWithin } from '@cloud/import/importCounty'
import { aReport, newId, openTestApp, succeed, type Answer } from '../../support/openTestApp'
import type { TestApp } from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => void (county = await openTestApp()), 60_000)
afterAll(() => county.close())

type Phone = {
  readonly token: string
  readonly personId: string
  ask(name: string, body?: unknown): Promise<Answer>
}

/** A phone in WeChat that signs in. */
async function phone(openid: string): Promise<Phone> {
  const body = await succeed(
    county.app.dispatch(
      'signIn',
      { method: 'wechat', code: 'c' },
      { wechatOpenid: openid },
    ) as Promise<Answer>,
  )
  const { token, person } = body
  return {
    token,
    personId: person.personId,
    ask: (name, input = {}) => county.app.dispatch(name, input, { token }) as Promise<Answer>,
  }
}

const codeOf = async (asked: Promise<Answer>) => (await asked).body.code

describe('to see', () => {
  test('a resident reads what is kept of them, and to what they agreed by signing in', async () => {
    const { ask } = await phone('o-see')
    await succeed(ask('reportMatter', aReport()))
    const { data } = await succeed(ask('readMyData'))
    expect(data).toMatchObject({
      person: { name: '微信用户' },
      phone: '',
      selfManaged: true,
      consentVersion: CONSENT_VERSION,
      consents: [{ version: CONSENT_VERSION, given: true, at: expect.any(String) }],
      readers: [],
      openSessions: 1,
      matters: 1,
    })
  })

  test('who opened a guarded matter of theirs is told by post and township, never by name', async () => {
    const { ask } = await phone('o-readers')
    const { matter } = await succeed(ask('reportMatter', aReport({ kind: '0701' })))
    const { cast, call } = county
    const hub = cast.hubOperatorOfXijiang
    await succeed(call(hub, 'getMatter', { matterId: matter.matterId }))
    await succeed(ask('getMatter', { matterId: matter.matterId }))
    const { data } = await succeed(ask('readMyData'))
    expect(data.readers).toEqual([
      {
        at: expect.any(String),
        number: matter.number,
        roleTitle: '镇综治中心值班员',
        areaName: '西江镇',
      },
    ])
    expect(JSON.stringify(data)).not.toContain(hub.name)
    const other = await phone('o-somebody-else')
    expect((await succeed(other.ask('readMyData'))).data.readers).toEqual([])
  })
})

test('the export holds every matter once, page by page, and nothing of anybody else', async () => {
  const { ask } = await phone('o-export')
  const { ask: another } = await phone('o-not-mine')
  await succeed(another('reportMatter', aReport({ text: '别人的事' })))
  const texts = ['一', '二', '三', '四', '五']
  for (const text of texts) {
    county.moveClock(1000)
    await succeed(ask('reportMatter', aReport({ text })))
  }
  const pages: Record<string, any>[] = []
  let after: string | undefined
  do {
    const page = await succeed(ask('exportMyData', { limit: 2, ...(after ? { after } : {}) }))
    pages.push(page)
    after = page.next ?? undefined
  } while (after)
  expect(pages).toHaveLength(3)
  expect(pages.flatMap(({ matters }) => matters.map((one: any) => one.text))).toEqual(
    [...texts].reverse(),
  )
  expect(JSON.stringify(pages)).not.toContain('别人的事')
})

test('what those who work on a matter write to each other is not in the export', async () => {
  const { ask } = await phone('o-inner')
  const { matter } = await succeed(ask('reportMatter', aReport({ text: '灯坏了' })))
  const { cast, call } = county
  const step = (action: string, input: object) =>
    succeed(
      call(cast.hubOperatorOfXijiang, 'actOnMatter', {
        commandId: newId(),
        matterId: matter.matterId,
        action,
        input,
      }),
    )
  await step('accept', {})
  await step('confirmReport', { note: '内部说明不外传' })
  const page = await succeed(ask('exportMyData'))
  expect(page.matters).toMatchObject([{ text: '灯坏了', number: matter.number }])
  expect(JSON.stringify(page)).not.toContain('内部说明')
})

test('a resident corrects their name and telephone, and is called so at once', async () => {
  const { ask } = await phone('o-correct')
  const { data } = await succeed(ask('correctMyData', { name: ' 陈小晴 ', phone: '19900005678' }))
  expect(data).toMatchObject({ person: { name: '陈小晴' }, phone: '19900005678' })
  expect((await succeed(ask('whoAmI'))).person.name).toBe('陈小晴')
  for (const wrong of [{ name: '' }, { phone: 'abc' }])
    expect(await codeOf(ask('correctMyData', { name: '甲', phone: '', ...wrong }))).toBe(
      'request.invalid',
    )
})

describe('to withdraw the consent', () => {
  test('from then on the phone only looks, until they agree again; each word is on record', async () => {
    const { ask } = await phone('o-withdraw')
    const { matter } = await succeed(ask('reportMatter', aReport()))
    await succeed(ask('withdrawConsent'))
    await succeed(ask('withdrawConsent'))
    const act = { commandId: newId(), matterId: matter.matterId, action: 'withdraw', input: {} }
    const chunk = { fileId: newId(), offset: 0, bytes: 3, sha256: 'a'.repeat(64), data: 'AAAA' }
    for (const [name, body] of [
      ['reportMatter', aReport()],
      ['actOnMatter', act],
      ['uploadChunk', chunk],
      ['claimTask', { commandId: newId(), taskId: newId() }],
    ] as const)
      expect([name, await codeOf(ask(name, body))]).toEqual([name, 'consent.withdrawn'])
    expect((await ask('getMatter', { matterId: matter.matterId })).status).toBe(200)
    expect(await codeOf(ask('giveConsent', { version: '1999-01' }))).toBe('consent.wrong-version')
    const { data } = await succeed(ask('giveConsent', { version: CONSENT_VERSION }))
    expect(data.consents.map(({ given }: any) => given)).toEqual([true, false, true])
    expect((await ask('actOnMatter', act)).status).toBe(200)
  })

  test('signing in again is not agreeing again', async () => {
    const { ask } = await phone('o-again')
    await succeed(ask('withdrawConsent'))
    const again = await phone('o-again')
    expect(await codeOf(again.ask('reportMatter', aReport()))).toBe('consent.withdrawn')
  })
})

describe('to close the account', () => {
  test('name, telephone and WeChat are gone, every phone is out, and the matter goes on', async () => {
    const first = await phone('o-close')
    await succeed(first.ask('correctMyData', { name: '陈小晴', phone: '19900005678' }))
    const { matter } = await succeed(first.ask('reportMatter', aReport()))
    const second = await phone('o-close')
    expect(await codeOf(first.ask('closeMyAccount', { confirmed: false }))).toBe(
      'person.confirm-close',
    )
    await succeed(first.ask('closeMyAccount', { confirmed: true }))
    for (const { ask } of [first, second])
      expect(await codeOf(ask('whoAmI'))).toBe('access.session-ended')
    const [row] = await county.app.context.database.query(
      'select name, phone, wechat_openid, password_hash from people where person_id = $1',
      [first.personId],
    )
    expect(row).toEqual({ name: '已注销', phone: '', wechat_openid: null, password_hash: null })
    const { cast, call } = county
    const { matterId } = matter
    const seen = await succeed(call(cast.hubOperatorOfXijiang, 'getMatter', { matterId }))
    expect(seen.matter.reporter).toMatchObject({ personId: first.personId, name: '已注销' })
    expect(JSON.stringify(seen)).not.toContain('陈小晴')
    const accept = { commandId: newId(), matterId, action: 'accept', input: {} }
    expect((await call(cast.hubOperatorOfXijiang, 'actOnMatter', accept)).status).toBe(200)
  })

  test('the same WeChat afterwards is somebody new, who sees nothing of before', async () => {
    const before = await phone('o-new')
    await succeed(before.ask('reportMatter', aReport()))
    await succeed(before.ask('closeMyAccount', { confirmed: true }))
    const after = await phone('o-new')
    expect(after.personId).not.toBe(before.personId)
    expect((await succeed(after.ask('exportMyData'))).matters).toEqual([])
  })

  test('a list of the county does not give a closed account its name back', async () => {
    const { cast, call, app } = county
    await succeed(call(cast.anotherResident, 'closeMyAccount', { confirmed: true }))
    const [{ account, ...kept }] = (await app.context.database.query(
      'select account, name from people where person_id = $1',
      [cast.anotherResident.personId],
    )) as [{ account: string; name: string }]
    const village = account.slice(3, 15)
    const people = Buffer.from(
      `account,name,phone,role,areaCode,departmentCode\n${account},唐有福,19900001111,resident,${village},\n`,
    )
    await app.context.database.transaction((tx) =>
      importWithin(tx, app.context.countyId, { people }),
    )
    const [row] = await app.context.database.query('select name from people where account = $1', [
      account,
    ])
    expect([kept, row]).toEqual([{ name: '已注销' }, { name: '已注销' }])
  })
})

test('staff and volunteers have their accounts from the county, which corrects and closes them', async () => {
  const { cast, call } = county
  for (const who of [cast.gridWorkerLi, cast.informationOfficerTang, cast.countyAdmin]) {
    expect((await succeed(call(who, 'readMyData'))).data.selfManaged).toBe(false)
    for (const [name, body] of [
      ['closeMyAccount', { confirmed: true }],
      ['correctMyData', { name: '甲', phone: '' }],
      ['withdrawConsent', {}],
    ] as const)
      expect([name, await codeOf(call(who, name, body))]).toEqual([
        name,
        'person.managed-by-county',
      ])
  }
})
