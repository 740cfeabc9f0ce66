const ROWS = '[data-testid="inbox"] button[data-matter-id]'

/** Moves the focus one row on; from outside the list it begins at the matter that is open. */
export function moveInRows(step: 1 | -1, openId: string | undefined): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)]
  const focused = rows.findIndex((row) => row === document.activeElement)
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.dataset.matterId === openId)
  const to = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step))
  rows[to]?.focus()
  rows[to]?.scrollIntoView?.({ block: 'nearest' })
}
