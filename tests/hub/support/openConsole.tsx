import { App } from '@hub/App'
import { cleanup, render, screen } from '@testing-library/react'
import type { FakeBackend } from './fakeBackend'

const TOKEN_KEY = 'lianxin.hub.token'

/** What jsdom leaves out and Ant Design asks for. */
function completeBrowser(): void {
  Object.assign(globalThis, {
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  })
  window.matchMedia = (media: string) =>
    ({
      matches: false,
      media,
      addListener() {},
      removeListener() {},
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList
}

/** The console of somebody who has signed in before. */
export async function openConsole(backend: FakeBackend, hash = '#/'): Promise<void> {
  completeBrowser()
  window.location.hash = hash
  sessionStorage.setItem(TOKEN_KEY, 'token-1')
  render(<App parts={{ fetch: backend.fetch, sessionStorage, localStorage }} />)
  await screen.findByTestId('inbox')
}

export function closeConsole(): void {
  cleanup()
  sessionStorage.clear()
  localStorage.clear()
}

export function shownRows(): string[] {
  return screen.queryAllByTestId('inbox-row').map((row) => row.dataset.matterId ?? '')
}
