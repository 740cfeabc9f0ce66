import type { Cell } from './csvLine'
import type { WriteFile } from './exportMatters'
import { matterCells, matterHeading } from './matterCells'

/** 表格文件: texts stay texts, so that nothing in them is run. The package is loaded by whoever asks for the first. */
export const writeWorkbook: WriteFile = async function* (context, pages) {
  const rows: Cell[][] = []
  for await (const page of pages) rows.push(...page.map((one) => matterCells(context, one)))
  yield await workbookOf(rows)
}

async function workbookOf(rows: readonly Cell[][]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const heading = matterHeading.map((value) => ({ value, fontWeight: 'bold' as const }))
  const cells = rows.map((row) =>
    row.map((value) =>
      typeof value === 'number' ? { value, type: Number } : { value, type: String },
    ),
  )
  return writeExcelFile([heading, ...cells], { stickyRowsCount: 1 }).toBuffer()
}
