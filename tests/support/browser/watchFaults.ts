import type { Page } from 'playwright-core'

/** What went wrong on a page without anybody seeing it. */
export type Faults = {
  /** Exceptions nobody caught, and errors on the page's console, in the order they came. */
  readonly list: readonly string[]
  /** A refusal that the journey asks for also appears on the console; its words are named here beforehand. */
  expect(words: RegExp): void
}

export function watchFaults(page: Page): Faults {
  const list: string[] = []
  const expected: RegExp[] = []
  const note = (fault: string) => {
    if (!expected.some((words) => words.test(fault))) list.push(fault)
  }
  page.on('pageerror', (error) => note(`exception ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console ${message.text()} ${message.location().url}`)
  })
  return { list, expect: (words) => void expected.push(words) }
}
