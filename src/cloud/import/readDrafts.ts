import type { CountyFile, CountyFiles } from './countyFiles'
import type { ProblemList } from './problemList'
import { readGrids, type GridDraft } from './readGrids'
import { readTable, type Columns, type TableRow } from './readTable'
import {
  areaColumns,
  departmentColumns,
  kindColumns,
  peopleColumns,
  type AreaDraft,
  type DepartmentDraft,
  type KindDraft,
  type PostDraft,
} from './tables'

/** What the files say, each line by itself. A file that was not handed over says nothing. */
export type Drafts = {
  readonly areas: readonly AreaDraft[]
  readonly grids: readonly GridDraft[]
  readonly departments: readonly DepartmentDraft[]
  readonly posts: readonly PostDraft[]
  readonly kinds: readonly KindDraft[]
}

export function readDrafts(files: CountyFiles, problems: ProblemList): Drafts {
  const read = <C extends Columns>(file: CountyFile, columns: C): TableRow<C>[] => {
    const bytes = files[file]
    return bytes ? readTable({ file, bytes, problems }, columns) : []
  }
  const drafts: Drafts = {
    areas: read('areas', areaColumns),
    grids: files.grids ? readGrids(files.grids, problems) : [],
    departments: read('departments', departmentColumns),
    posts: read('people', peopleColumns),
    kinds: read('kinds', kindColumns),
  }
  findRepeats('areas', drafts.areas, problems)
  findRepeats('grids', drafts.grids, problems)
  findRepeats('departments', drafts.departments, problems)
  findRepeats('kinds', drafts.kinds, problems)
  return drafts
}

type Coded = { readonly line: number; readonly code: string }

function findRepeats(file: CountyFile, rows: readonly Coded[], problems: ProblemList): void {
  const first = new Map<string, number>()
  for (const { code, line } of rows) {
    const before = first.get(code)
    if (before === undefined) first.set(code, line)
    else problems.add({ file, line, column: 'code' }, `代码 ${code} 与第 ${before} 行重复`)
  }
}
