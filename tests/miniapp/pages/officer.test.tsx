import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { kindOf, kinds, matterOf, officerZeng, ownGrid } from '../support/township'

const fraud = kindOf('0901', '疑似诈骗求证', null, { category: '09', photosMax: 9 })
const robbed = kindOf('0903', '已被骗', null, { category: '09', emergencyNumber: '110' })
const lost = kindOf('0701', '走失、身份不明', null, { category: '07' })

function officersPhone() {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: officerZeng })
  fake.answer('listKinds', { items: [...kinds, fraud, robbed, lost] })
  fake.answer('findGrid', { grid: ownGrid })
  return fake
}

async function openReport(fake: FakePlatform, start: object) {
  freshApp(fake)
  const drafts = await import('@miniapp/stores/drafts')
  const { default: ReportPage } = await import('@miniapp/pages/report/index')
  const { fakeTaro: phone } = (await import('@tarojs/taro')) as unknown as {
    fakeTaro: typeof fakeTaro
  }
  const key = drafts.newReport(start)
  phone.router.params = { draft: key }
  await act(async () => void render(<ReportPage />))
  await screen.findAllByText('宝珠村 第3网格')
  return { key, drafts }
}

const byId = (id: string) => document.getElementById(id)
const tap = async (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement))
const calls = () =>
  [...document.querySelectorAll('[id^=report-call]')].map(({ textContent }) => textContent)

test('a suspected fraud has 96110 before the form, money that is gone has 110 before it', async () => {
  await openReport(officersPhone(), { kind: '0901' })
  expect(calls()).toEqual(['拨打 96110'])
  await screen.findByText('先不要转钱，拨 96110 问一问')
  cleanup()
  await openReport(officersPhone(), { kind: '0903' })
  expect(calls()).toEqual(['拨打 110', '拨打 96110'])
})

test('a lost person has 110 and 120 before the form', async () => {
  await openReport(officersPhone(), { kind: '0701' })
  expect(calls()).toEqual(['拨打 110', '拨打 120'])
})

describe('the same was reported nearby', () => {
  const other = '01890000-0000-7000-8000-0000000000cc'
  const similar = {
    joinable: other,
    number: '',
    statusTitle: '已上报',
    receivedAt: '2026-11-23T01:00:00.000Z',
    metres: 30,
    areaName: '宝珠村 第3网格',
    areaCode: ownGrid.code,
  }

  async function openSimilar() {
    const fake = officersPhone()
    fake.answer('findSimilar', { items: [similar], earlier: [] })
    fake.answer('reportMatter', { matter: matterOf() })
    fake.answer('actOnMatter', { matter: matterOf({ status: 'joined' }) })
    await openReport(fake, { kind: '0603' })
    await waitFor(() => expect(byId('similar-same')).not.toBeNull())
    return fake
  }

  const sent = (fake: FakePlatform) =>
    fake.requests.filter(({ name }) => name === 'reportMatter' || name === 'actOnMatter')

  test('one tap says so, and the report is sent and added to the other', async () => {
    const fake = await openSimilar()
    await tap('similar-same')
    await screen.findByText('发出后，您拍的和写的会加到那一件里')
    await tap('report-send')
    await waitFor(() => expect(sent(fake)).toHaveLength(2))
    expect(sent(fake)[1]?.body).toMatchObject({ action: 'alsoSeen', input: { into: other } })
  })

  test('a tap takes that back, and another kind forgets it', async () => {
    const fake = await openSimilar()
    await tap('similar-same')
    await tap('similar-not-same')
    await tap('similar-same')
    await tap('kind-change')
    await tap('kind-0601')
    await tap('report-send')
    await waitFor(() => expect(sent(fake)).toHaveLength(1))
    expect(sent(fake)[0]?.name).toBe('reportMatter')
  })
})
