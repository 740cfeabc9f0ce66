import { createWeappHost, weappDist } from '../../support/weappHost'

test('the compiled mini-program starts and shows its first page without a missing template', async () => {
  const host = createWeappHost(weappDist)
  const page = await host.openFirstPage()
  expect(page.text()).not.toBe('')
  expect([...host.missingTemplates]).toEqual([])
  expect(host.errors).toEqual([])
  await host.close()
})
