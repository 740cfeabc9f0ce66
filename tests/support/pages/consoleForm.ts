import type { Locator } from 'playwright-core'

/** A form on the console, filled in field by field. */
export type ConsoleForm = ReturnType<typeof consoleForm>

export function consoleForm(form: Locator) {
  const field = (name: string): Locator => form.locator(`[data-field="${name}"]`)
  const search = (name: string) => field(name).locator('input:not([type=radio], [type=checkbox])')
  async function choose(name: string, value: string): Promise<void> {
    await field(name).locator(`[data-value="${value}"] input`).check()
  }
  return {
    field,
    choose,
    async write(name: string, words: string): Promise<void> {
      await field(name).locator('textarea, input').first().fill(words)
    },
    /** The first of the ready sentences. */
    async useTemplate(name: string): Promise<void> {
      await field(name).getByTestId('template').first().click()
    },
    async agree(name: string): Promise<void> {
      await field(name).locator('input[type=checkbox]').check()
    },
    async chooseArea(name: string, code: string): Promise<void> {
      await field(name).locator(`select:has(option[value="${code}"])`).selectOption(code)
    },
    async findPerson(name: string, words: string, personId: string): Promise<void> {
      await search(name).fill(words)
      await choose(name, personId)
    },
    async findOwner(name: string, words: string, key: string): Promise<void> {
      await search(name).fill(words)
      await field(name).locator(`[data-owner="${key}"] input`).check()
    },
    /** The lines of a checklist, each with its day. */
    async writeRows(name: string, rows: readonly { title: string; due?: string }[]): Promise<void> {
      for (const [at, { title, due }] of rows.entries()) {
        if (at > 0) await field(name).getByTestId('row-add').click()
        await field(name).getByTestId('row-title').nth(at).fill(title)
        if (due) await field(name).getByTestId('row-due').nth(at).fill(due)
      }
    },
  }
}
