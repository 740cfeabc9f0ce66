/** Spreadsheets take a file without the mark for one of an older alphabet. */
export const CSV_MARK = '\uFEFF'

export type Cell = string | number

/** RFC 4180, with the line's end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A spreadsheet would run what begins like a formula; also behind blanks, which some of them pass over. */
function csvCell(value: Cell): string {
  if (typeof value === 'number') return String(value)
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
