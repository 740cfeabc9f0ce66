import path from 'node:path'
import simulate from 'miniprogram-simulate/src/index'

const native = path.resolve(__dirname, '../../../src/miniapp/native')
const photoBadge = simulate.load(path.join(native, 'photo-badge/photo-badge'), { rootPath: native })

function renderBadge(properties: { waiting: number; sent?: number; sending?: boolean }) {
  const badge = simulate.render(photoBadge, properties)
  badge.attach(document.createElement('main'))
  return badge
}

test('the badge says how many photos wait on the phone', () => {
  expect(renderBadge({ waiting: 4 }).dom?.textContent).toBe('4 张照片在手机上待传')
})

test('the badge disappears when every photo has reached the township', () => {
  const badge = renderBadge({ waiting: 1 })
  badge.setData({ waiting: 0 })
  expect(badge.dom?.textContent).toBe('')
})

test('while photos travel, the badge says how far they have come', () => {
  const badge = renderBadge({ waiting: 3, sent: 1, sending: true })
  expect(badge.dom?.textContent).toBe('照片 1/4 上传中')
  badge.setData({ waiting: 1, sent: 3 })
  expect(badge.dom?.textContent).toBe('照片 3/4 上传中')
  expect(badge.data).toMatchObject({ percent: 75, moving: true })
})

test('tapping the badge opens the waiting photos', async () => {
  const badge = renderBadge({ waiting: 2 })
  const opened = jest.fn()
  badge.addEventListener('open', ({ detail }) => void opened(detail))
  badge.querySelector('.badge')?.dispatchEvent('tap')
  await simulate.sleep(10)
  expect(opened).toHaveBeenCalledWith({ waiting: 2 })
})
