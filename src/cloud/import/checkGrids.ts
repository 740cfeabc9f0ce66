import type { Check } from './check'
import type { GridDraft } from './readGrids'
import { findOverlaps } from './findOverlaps'
import { GRID_OVERLAP_SHARE_MAX } from './limits'

const file = 'grids'

/** Every grid in a village, all in one datum, none on another's ground, nobody left standing in one that ends. */
export function checkGrids(check: Check): void {
  if (check.drafts.grids.length === 0) return
  checkVillages(check)
  checkEnding(check)
  if (hasOneDatum(check)) checkOverlaps(check)
}

function checkVillages({ drafts, known, problems }: Check): void {
  for (const { line, code, villageCode } of drafts.grids) {
    if (known.areas.has(villageCode)) continue
    problems.add({ file, line, column: 'code' }, `网格 ${code} 所在的村 ${villageCode} 不存在`)
  }
}

function checkEnding({ drafts, now, problems }: Check): void {
  const named = new Set(drafts.posts.map((post) => post.account))
  for (const { account, area_code } of now.postsInEndingGrids) {
    if (named.has(account)) continue
    problems.add({ file, line: 0 }, `新图里没有网格 ${area_code}，但 ${account} 还在那里任职`)
  }
}

function hasOneDatum({ drafts, now, problems }: Check): boolean {
  const datum = drafts.grids[0]?.datum
  const other = staying({ drafts, now }).find((grid) => grid.datum !== datum)
  if (!other) return true
  problems.add(
    { file, line: 1, column: 'datum' },
    `全县的网格要用同一个坐标系，现有网格 ${other.code} 是 ${other.datum}`,
  )
  return false
}

type Shape = Pick<GridDraft, 'code' | 'geometry'> & { readonly line?: number }

function checkOverlaps({ drafts, now, problems }: Check): void {
  const shapes: Shape[] = [...drafts.grids, ...staying({ drafts, now }).map(shapeOf)]
  const percent = GRID_OVERLAP_SHARE_MAX * 100
  for (const [one, other] of findOverlaps(shapes)) {
    if (one.line === undefined) continue
    problems.add(
      { file, line: one.line, column: 'geometry' },
      `网格 ${one.code} 与网格 ${other.code} 重叠超过较小一个的 ${percent}%`,
    )
  }
}

/** Grids of the county that the files leave as they are. */
function staying({ drafts, now }: Pick<Check, 'drafts' | 'now'>) {
  const gone = new Set([...now.endingGrids, ...drafts.grids.map((grid) => grid.code)])
  return [...now.grids.values()].filter((grid) => !gone.has(grid.code))
}

function shapeOf({ code, geometry }: Shape): Shape {
  return { code, geometry }
}
