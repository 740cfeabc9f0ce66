import {
  aMatterIn,
  aReport,
  newId,
  openTestApp,
  succeed,
  type TestApp,
} from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
}, 60_000)
afterAll(() => county.close())

const act = (
  who: TestApp['cast'][keyof TestApp['cast']],
  matterId: string,
  action: string,
  input = {},
) => county.call(who, 'actOnMatter', { commandId: newId(), matterId, action, input })

test('an officer’s report goes through every hand, and points come with the confirmation', async () => {
  const { call, cast } = county
  const before = (await succeed(call(cast.informationOfficerTang, 'getPoints'))).balance
  const matterId = await aMatterIn('handled', county)
  expect((await succeed(call(cast.informationOfficerTang, 'getPoints'))).balance).toBe(before)
  await succeed(act(cast.hubOperatorOfXijiang, matterId, 'inspectResult'))
  const { matter } = await succeed(
    act(cast.hubOperatorOfXijiang, matterId, 'close', { result: '垃圾已清走' }),
  )
  expect(matter).toMatchObject({ status: 'closed', confirmed: true, lastNote: '垃圾已清走' })
  expect((await succeed(call(cast.informationOfficerTang, 'getPoints'))).balance).toBe(before + 2)
  const { items } = await succeed(call(cast.informationOfficerTang, 'listPostings'))
  expect(items[0]).toMatchObject({ points: 2, matterId, ruleTitle: '上报经核实属实' })
})

test('the books balance: all accounts together are nought, and each balance is the sum of its postings', async () => {
  const { database } = county.app.context
  const matterId = await aMatterIn('handled', county)
  await succeed(act(county.cast.hubOperatorOfXijiang, matterId, 'inspectResult'))
  const [total] = await database.query<{ sum: number }>(
    'select sum(balance)::int as sum from points_accounts',
  )
  expect(total?.sum).toBe(0)
  const wrong = await database.query(
    `select account from points_accounts a where balance <>
       coalesce((select sum(points) from points_postings where to_account = a.account), 0) -
       coalesce((select sum(points) from points_postings where from_account = a.account), 0)`,
  )
  expect(wrong).toEqual([])
})

test('of fifty who claim the same task at once one gets it, and the others are told who', async () => {
  const { call, cast } = county
  const report = aReport()
  await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
  await succeed(act(cast.hubOperatorOfXijiang, report.matterId, 'accept'))
  const owner = { kind: 'area', areaCode: '441882118' }
  const { matter } = await succeed(
    act(cast.hubOperatorOfXijiang, report.matterId, 'dispatch', { owner }),
  )
  const people = (
    await succeed(call(cast.hubOperatorOfXijiang, 'listAssignees', { matterId: report.matterId }))
  ).people
  const workers = people
    .filter((person: { role: string }) => person.role === 'gridWorker')
    .slice(0, 50)
  const answers = await Promise.all(
    workers.map((worker: { personId: string; name: string; area: { code: string } }) =>
      call(
        {
          personId: worker.personId as never,
          countyId: 441882,
          name: worker.name,
          posts: [{ role: 'gridWorker', areaCode: worker.area.code }],
        },
        'claimTask',
        { commandId: newId(), taskId: matter.task.taskId },
      ),
    ),
  )
  const winners = answers.filter((answer) => answer.status === 200)
  expect(answers).toHaveLength(50)
  expect(winners).toHaveLength(1)
  const winner = winners[0]?.body.matter.task.claimedBy
  for (const loser of answers.filter((answer) => answer.status !== 200))
    expect(loser.body).toMatchObject({
      code: 'task.already-claimed',
      details: { claimedByName: winner.name },
    })
})

test('an action sent sixteen times at once happens once and is answered the same sixteen times', async () => {
  const { call, cast } = county
  const matterId = await aMatterIn('reported', county)
  const command = { commandId: newId(), matterId, action: 'accept' }
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => call(cast.hubOperatorOfXijiang, 'actOnMatter', command)),
  )
  expect(
    new Set(answers.map((answer) => `${answer.status} ${answer.body.matter?.version}`)),
  ).toEqual(new Set(['200 2']))
})

test('the history only grows, and what is shown is its fold', async () => {
  const { call, cast } = county
  const matterId = await aMatterIn('handled', county)
  const { history, matter, actions } = await succeed(
    call(cast.informationOfficerTang, 'getMatter', { matterId }),
  )
  expect(history.map((row: { title: string }) => row.title)).toEqual([
    '上报',
    '受理',
    '派遣',
    '我来办',
    '办好了',
  ])
  expect(matter.version).toBe(5)
  expect(actions).toEqual([])
})

describe('what is refused says why and changes nothing', () => {
  test('another township’s hub neither sees nor touches it', async () => {
    const { call, cast } = county
    const matterId = await aMatterIn('reported', county)
    for (const answer of [
      await act(cast.hubOperatorOfAnotherTownship, matterId, 'accept'),
      await call(cast.hubOperatorOfAnotherTownship, 'getMatter', { matterId }),
      await call(cast.hubOperatorOfAnotherTownship, 'listMatters', {
        filter: { areaCode: '441882118' },
      }),
    ])
      expect(answer.body).toMatchObject({ code: 'access.outside-jurisdiction', status: 403 })
  })

  test('closing what nobody has inspected names the state it is in', async () => {
    const matterId = await aMatterIn('handling', county)
    const { body } = await act(county.cast.hubOperatorOfXijiang, matterId, 'close', {
      result: '好',
    })
    expect(body).toMatchObject({
      code: 'matter.action-not-allowed',
      details: { statusTitle: '处置中' },
    })
  })

  test('a worker, pool or department of another township cannot be sent', async () => {
    const { cast } = county
    const matterId = await aMatterIn('accepted', county)
    for (const owner of [
      { kind: 'area', areaCode: '441882103' },
      { kind: 'area', areaCode: '441882118999' },
      { kind: 'department', departmentCode: '441882103-police' },
      { kind: 'person', personId: cast.hubOperatorOfAnotherTownship.personId },
      { kind: 'person', personId: newId() },
    ])
      expect(
        (await act(cast.hubOperatorOfXijiang, matterId, 'dispatch', { owner })).body.code,
      ).toBe('matter.unknown-owner')
  })

  test('a matter or a task that does not exist', async () => {
    const { call, cast } = county
    expect((await act(cast.hubOperatorOfXijiang, newId(), 'accept')).body.code).toBe(
      'matter.not-found',
    )
    const claim = await call(cast.gridWorkerLi, 'claimTask', {
      commandId: newId(),
      taskId: newId(),
    })
    expect(claim.body.code).toBe('task.not-found')
  })

  test('the id of one command for another action', async () => {
    const { call, cast } = county
    const matterId = await aMatterIn('reported', county)
    const command = { commandId: newId(), matterId, action: 'accept' }
    await succeed(call(cast.hubOperatorOfXijiang, 'actOnMatter', command))
    const { body } = await call(cast.hubOperatorOfXijiang, 'actOnMatter', {
      ...command,
      action: 'sendBack',
      input: { reason: '不清楚' },
    })
    expect(body.code).toBe('command.id-reused')
    const elsewhere = await aMatterIn('reported', county)
    const other = await call(cast.hubOperatorOfXijiang, 'actOnMatter', {
      ...command,
      matterId: elsewhere,
    })
    expect(other.body.code).toBe('command.id-reused')
  })
})

test('a department is sent, claims, and hands in what it did', async () => {
  const { call, cast } = county
  const matterId = await aMatterIn('accepted', county)
  const owner = { kind: 'department', departmentCode: '441882118-police' }
  await succeed(act(cast.hubOperatorOfXijiang, matterId, 'dispatch', { owner }))
  const { items } = await succeed(call(cast.policeOfficerOfXijiang, 'listTasks', { box: 'pool' }))
  const task = items.find((item: { matterId: string }) => item.matterId === matterId).task
  expect(task.ownerName).toContain('派出所')
  await succeed(
    call(cast.policeOfficerOfXijiang, 'claimTask', { commandId: newId(), taskId: task.taskId }),
  )
  const { matter } = await succeed(
    act(cast.policeOfficerOfXijiang, matterId, 'handle', { result: '已处理', photos: [newId()] }),
  )
  expect(matter.status).toBe('handled')
})

test('whoever handed a matter back and never heard the answer gets it when they ask again', async () => {
  const { call, cast } = county
  const matterId = await aMatterIn('accepted', county)
  const owner = { kind: 'department', departmentCode: '441882118-police' }
  const { matter } = await succeed(act(cast.hubOperatorOfXijiang, matterId, 'dispatch', { owner }))
  const claim = { commandId: newId(), taskId: matter.task.taskId }
  const claimed = await succeed(call(cast.policeOfficerOfXijiang, 'claimTask', claim))
  const back = { commandId: newId(), matterId, action: 'handBack', input: { reason: '不归我办' } }
  const first = await succeed(call(cast.policeOfficerOfXijiang, 'actOnMatter', back))
  expect(await succeed(call(cast.policeOfficerOfXijiang, 'actOnMatter', back))).toEqual(first)
  expect(await succeed(call(cast.policeOfficerOfXijiang, 'claimTask', claim))).toEqual(claimed)
})

test('a missing child is never offered to a whole township', async () => {
  const { call, cast } = county
  const report = aReport({ kind: '0703', text: '孩子两天没到校' })
  await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
  await succeed(act(cast.hubOperatorOfXijiang, report.matterId, 'accept'))
  const owner = { kind: 'area', areaCode: '441882118' }
  const { body } = await act(cast.hubOperatorOfXijiang, report.matterId, 'dispatch', { owner })
  expect(body.code).toBe('matter.owner-too-wide')
})

test('words between the hub and its workers are not in the reporter’s timeline', async () => {
  const { call, cast } = county
  const matterId = await aMatterIn('accepted', county)
  const owner = { kind: 'person', personId: cast.gridWorkerLi.personId }
  await succeed(
    act(cast.hubOperatorOfXijiang, matterId, 'dispatch', { owner, note: '内部：别惊动当事人' }),
  )
  const read = async (who: TestApp['cast'][keyof TestApp['cast']]) =>
    JSON.stringify(await succeed(call(who, 'getMatter', { matterId })))
  expect(await read(cast.informationOfficerTang)).not.toContain('内部')
  expect(await read(cast.gridWorkerLi)).toContain('内部')
})

test('half an emoji, cut off at a limit, is refused in words and costs nobody else their report', async () => {
  const { call, cast } = county
  const answers = await Promise.all([
    call(cast.informationOfficerTang, 'reportMatter', aReport({ text: '火\ud83d' })),
    call(cast.informationOfficerTang, 'reportMatter', aReport()),
    call(
      cast.informationOfficerTang,
      'reportMatter',
      aReport({ discoveredAt: '2026-11-23T09:00:00+08' }),
    ),
  ])
  expect(answers.map((answer) => answer.body.code ?? 'filed')).toEqual([
    'request.invalid',
    'filed',
    'request.invalid',
  ])
})

test('a photo that is too dark is asked for again by name, comes, and the old one stays on record', async () => {
  const { call, cast } = county
  const [dark, better] = [newId(), newId()]
  const report = aReport({ fileIds: [dark] })
  const { matterId } = report
  const [officer, hub] = [cast.informationOfficerTang, cast.hubOperatorOfXijiang]
  await succeed(call(officer, 'reportMatter', report))
  const asked = { badPhoto: dark, photoFault: 'dark', photoWords: '拍到路牌更好' }
  await succeed(act(hub, matterId, 'askPhoto', asked))
  const read = async (who: typeof hub) => succeed(call(who, 'getMatter', { matterId }))
  const wanted = { action: 'retakePhoto', why: '太暗了，看不清。请到亮处再拍' }
  for (const who of [officer, hub]) {
    const { matter } = await read(who)
    expect(matter).toMatchObject({ statusTitle: '待重拍', photos: [{ fileId: dark, wanted }] })
    expect(matter.fields.map((field: { words: string }) => field.words)).toContain('拍到路牌更好')
  }
  const { items } = await succeed(call(officer, 'listNotices', { limit: 100 }))
  const told = items.find((one: { matterId: string }) => one.matterId === matterId)
  expect(told?.words).toBe('请重拍照片：太暗了，看不清。请到亮处再拍')
  const retake = {
    commandId: newId(),
    matterId,
    action: 'retakePhoto',
    input: { photos: [better] },
  }
  const first = await succeed(call(officer, 'actOnMatter', retake))
  expect(await succeed(call(officer, 'actOnMatter', retake))).toEqual(first)
  const { matter, history } = await read(officer)
  expect(matter.photos).toEqual([
    expect.objectContaining({ fileId: dark, replacedBy: better }),
    expect.objectContaining({ fileId: better, takenFor: 'retakePhoto' }),
  ])
  expect(matter.photos[0]).not.toHaveProperty('wanted')
  expect(history.map(({ title }: { title: string }) => title)).toEqual([
    '上报',
    '请重拍照片',
    '重拍这一张',
  ])
})

test('whoever comes second with what they did is told by whom, what and when; its reporter is told no name', async () => {
  const { cast } = county
  const matterId = await aMatterIn('handled', county)
  await succeed(act(cast.hubOperatorOfXijiang, matterId, 'inspectResult'))
  const late = await act(cast.gridWorkerLi, matterId, 'handle', {
    result: '我也去了',
    photos: [newId()],
  })
  expect(late.body).toMatchObject({
    code: 'matter.action-not-allowed',
    details: {
      firstName: cast.hubOperatorOfXijiang.name,
      firstDid: '核查通过',
      firstAt: expect.stringMatching(/^\d{4}-/) as string,
    },
  })
  const reporter = await act(cast.informationOfficerTang, matterId, 'withdraw')
  expect(reporter.body.code).toBe('matter.action-not-allowed')
  expect(reporter.body.details).not.toHaveProperty('firstName')
  // Whoever was never to do it is refused for that, and learns nothing of who did.
  const never = await act(cast.gridWorkerLi, await aMatterIn('accepted', county), 'dispatch', {})
  expect(never.body.details ?? {}).not.toHaveProperty('firstName')
})

test('a claim that was asked for by its task and again by its matter is one and the same', async () => {
  const { call, cast } = county
  const matterId = await aMatterIn('dispatched', county)
  const { matter } = await succeed(call(cast.gridWorkerLi, 'getMatter', { matterId }))
  const commandId = newId()
  const first = await succeed(
    call(cast.gridWorkerLi, 'claimTask', { commandId, taskId: matter.task.taskId }),
  )
  const queued = { commandId, matterId, action: 'claim', input: {} }
  expect(await succeed(call(cast.gridWorkerLi, 'actOnMatter', queued))).toEqual(first)
})
