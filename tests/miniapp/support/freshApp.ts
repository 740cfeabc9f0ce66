import type { FakePlatform } from './fakePlatform'

const React = jest.requireActual<object>('react')
const JsxRuntime = jest.requireActual<object>('react/jsx-runtime')

/** The app is loaded anew by whatever is imported next, as a phone would; only the phone's memory goes on. */
export function freshApp({ platform }: FakePlatform): void {
  jest.resetModules()
  jest.doMock('@miniapp/platform/platform', () => ({ platform }))
  // The page must meet the same React as the test's renderer.
  jest.doMock('react', () => React)
  jest.doMock('react/jsx-runtime', () => JsxRuntime)
}
