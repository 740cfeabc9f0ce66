import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { problem } from '@contract/problems'
import type { PersonView } from '@contract/views'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { kinds, matterOf, officerZeng } from '../support/township'

const county = { code: '441882', name: '连州市' }
const wechatResident = {
  personId: '0d7d7e0e-16a8-8b11-9d0c-3d1f0e6f6c99',
  name: '微信用户',
  posts: [{ role: 'resident', roleTitle: '居民', area: county }],
} as unknown as PersonView
const sessionOf = (person: PersonView, token: string) => ({
  token,
  expiresAt: '2027-01-01T00:00:00Z',
  person,
})

async function startApp(fake: FakePlatform) {
  freshApp(fake)
  const { default: SignInPage } = await import('@miniapp/pages/sign-in/index')
  const { default: BindPage } = await import('@miniapp/pages/bind/index')
  const { default: MePage } = await import('@miniapp/pages/me/index')
  const { default: HomePage } = await import('@miniapp/pages/home/index')
  const { useSession } = await import('@miniapp/stores/session')
  const queue = await import('@miniapp/stores/sendQueue')
  return { SignInPage, BindPage, MePage, HomePage, useSession, queue }
}

function inBrowser(fake: FakePlatform): FakePlatform {
  const { loginCode: _, scanText: __, ...device } = fake.platform.device
  return { ...fake, platform: { ...fake.platform, name: 'h5', device } }
}

function residentsPhone() {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't1', person: wechatResident })
  fake.answer('listKinds', { items: kinds })
  return fake
}

const element = (id: string) => document.getElementById(id)
const tap = async (id: string) => act(async () => void fireEvent.click(element(id) as HTMLElement))
const type = (text: string) =>
  act(
    async () =>
      void fireEvent.change(element('bind-code') as HTMLElement, { target: { value: text } }),
  )
const asked = (fake: FakePlatform, name: string) =>
  fake.requests.filter((request) => request.name === name)

describe('signing in', () => {
  test('demo people are offered where the server is a demo, and remembered without signal', async () => {
    const fake = createFakePlatform()
    fake.answer('describeServer', { demo: true, county, serverTime: '2026-11-23T01:00:00Z' })
    const first = await startApp(fake)
    const { unmount } = render(<first.SignInPage />)
    await waitFor(() => expect(element('sign-in-officer')).not.toBeNull())
    unmount()
    fake.answers.delete('describeServer')
    const second = await startApp(fake)
    await act(async () => void render(<second.SignInPage />))
    expect(element('sign-in-officer')).not.toBeNull()
  })

  test('a county in earnest offers WeChat and no demo people', async () => {
    const fake = createFakePlatform()
    fake.answer('describeServer', { demo: false, county, serverTime: '2026-11-23T01:00:00Z' })
    const { SignInPage } = await startApp(fake)
    await act(async () => void render(<SignInPage />))
    await screen.findByText('连心 · 连州市')
    expect(element('sign-in-officer')).toBeNull()
    expect(element('sign-in-wechat')).not.toBeNull()
  })

  test('before the server has said what it is, WeChat is the way in', async () => {
    const { SignInPage } = await startApp(createFakePlatform())
    await act(async () => void render(<SignInPage />))
    expect(element('sign-in-wechat')).not.toBeNull()
    expect(element('sign-in-officer')).toBeNull()
  })

  test('a browser that does not reach the server says so and asks again', async () => {
    const fake = inBrowser(createFakePlatform())
    const { SignInPage } = await startApp(fake)
    await act(async () => void render(<SignInPage />))
    await screen.findByText(/^没有连上/)
    fake.answer('describeServer', { demo: true, county, serverTime: '2026-11-23T01:00:00Z' })
    await tap('sign-in-retry')
    await waitFor(() => expect(element('sign-in-resident')).not.toBeNull())
  })

  test('a browser on a county in earnest is sent to WeChat', async () => {
    const fake = inBrowser(createFakePlatform())
    fake.answer('describeServer', { demo: false, county, serverTime: '2026-11-23T01:00:00Z' })
    const { SignInPage } = await startApp(fake)
    await act(async () => void render(<SignInPage />))
    await screen.findByText(/请在微信里打开/)
  })
})

describe('binding the working identity', () => {
  test('a resident of WeChat finds the way on the first screen until they decline, and under 我的 always', async () => {
    const fake = residentsPhone()
    const { HomePage, MePage } = await startApp(fake)
    const { unmount } = render(<HomePage />)
    await tap('home-bind')
    await tap('home-bind-decline')
    expect(element('home-bind')).toBeNull()
    unmount()
    const again = await startApp(fake)
    await act(async () => void render(<again.HomePage />))
    expect(element('home-bind')).toBeNull()
    await act(async () => void render(<MePage />))
    await tap('me-bind')
    expect(fake.opened).toEqual(['/pages/bind/index', '/pages/bind/index'])
  })

  test('an officer has nothing to bind', async () => {
    const fake = residentsPhone()
    fake.phone.records.write('session', { status: 'signed-in', token: 't', person: officerZeng })
    const { MePage } = await startApp(fake)
    await act(async () => void render(<MePage />))
    expect(element('me-bind')).toBeNull()
  })

  test('the right code makes the phone the officer’s and says who one is now', async () => {
    const fake = residentsPhone()
    fake.answer('bindAccount', sessionOf(officerZeng, 't2'))
    const { BindPage, useSession } = await startApp(fake)
    await act(async () => void render(<BindPage />))
    expect(element('bind-now')?.textContent).toBe('连州市 居民 微信用户')
    await type('k7wm-3qxd')
    expect(element('bind-read')?.textContent).toBe('K7WM3QXD')
    await tap('bind-submit')
    await waitFor(() => expect(fake.opened).toEqual(['/pages/home/index']))
    expect(asked(fake, 'bindAccount')[0]?.body).toEqual({ code: 'K7WM3QXD' })
    expect(useSession.getState()).toMatchObject({
      status: 'signed-in',
      token: 't2',
      person: officerZeng,
    })
    expect(fake.toasts).toEqual(['您现在是 宝珠村 信息员 曾昌。'])
  })

  test('a wrong code is told in words, and a short one is not even asked', async () => {
    const fake = residentsPhone()
    fake.answer('bindAccount', problem('binding.code-expired'), 409)
    const { BindPage } = await startApp(fake)
    await act(async () => void render(<BindPage />))
    await type('K7WM')
    await tap('bind-submit')
    expect(element('bind-trouble')?.textContent).toMatch('现在是 4 个')
    expect(asked(fake, 'bindAccount')).toHaveLength(0)
    await type('K7WM3QX0')
    await screen.findByText(/没有 0、1/)
    await tap('bind-submit')
    await waitFor(() => expect(element('bind-trouble')?.textContent).toMatch('已经失效'))
    expect(fake.opened).toEqual([])
  })

  test('what the resident has not sent yet goes first, since nobody could send it afterwards', async () => {
    const fake = residentsPhone()
    fake.answer('bindAccount', sessionOf(officerZeng, 't2'))
    const { BindPage, queue } = await startApp(fake)
    queue.sendQueue.submit([
      {
        itemId: 'c1',
        operation: 'reportMatter',
        matterId: 'm1',
        body: {},
        photos: [],
        label: { title: '' },
      },
    ])
    await act(async () => void render(<BindPage />))
    await type('K7WM3QXD')
    await tap('bind-submit')
    await waitFor(() => expect(element('bind-trouble')?.textContent).toMatch('还有 1 条没有送到'))
    expect(asked(fake, 'bindAccount')).toHaveLength(0)
    fake.answer('reportMatter', { matter: matterOf() })
    await tap('bind-submit')
    await waitFor(() => expect(fake.opened).toEqual(['/pages/home/index']))
    const names = fake.requests.map(({ name }) => name)
    expect(names.lastIndexOf('reportMatter')).toBeLessThan(names.indexOf('bindAccount'))
  })

  test('after a lost answer the same tap finds out that the phone is bound already', async () => {
    const fake = residentsPhone()
    const { BindPage, useSession } = await startApp(fake)
    await act(async () => void render(<BindPage />))
    await type('K7WM3QXD')
    await tap('bind-submit')
    await waitFor(() => expect(element('bind-trouble')?.textContent).toMatch('没有收到回音'))
    fake.answer('bindAccount', problem('access.session-ended'), 401)
    fake.answer('signIn', sessionOf(officerZeng, 't3'))
    await tap('bind-submit')
    await waitFor(() => expect(fake.opened).toEqual(['/pages/home/index']))
    expect(useSession.getState()).toMatchObject({ status: 'signed-in', token: 't3' })
  })

  test('a printed code is read by the camera', async () => {
    const fake = residentsPhone()
    fake.world.scanned = 'K7WM-3QXD'
    const { BindPage } = await startApp(fake)
    await act(async () => void render(<BindPage />))
    await tap('bind-scan')
    await waitFor(() => expect(element('bind-read')?.textContent).toBe('K7WM3QXD'))
    fake.world.scanned = '6901234567892'
    await tap('bind-scan')
    await waitFor(() => expect(element('bind-trouble')?.textContent).toMatch('没有绑定码'))
  })
})
