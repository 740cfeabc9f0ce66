import { areaLevel, countyOf } from '@domain/area/areaCode'
import { knownAfter, type Check } from './check'
import { checkGrids } from './checkGrids'
import { checkPosts } from './checkPosts'
import { parentOf } from './parentOf'

/** Do the files agree with one another and with what the county holds already? */
export function checkDrafts(given: Omit<Check, 'known'>): void {
  const check = { ...given, known: knownAfter(given) }
  checkCounty(check)
  checkAreas(check)
  checkGrids(check)
  checkDepartments(check)
  checkPosts(check)
  checkKinds(check)
}

function checkCounty({ countyId, known, problems }: Check): void {
  if (known.areas.has(String(countyId))) return
  problems.add({ file: 'areas', line: 0 }, `没有县本身（代码 ${countyId}）这一行`)
}

function checkAreas({ countyId, drafts, known, problems }: Check): void {
  for (const { line, code, level } of drafts.areas) {
    const where = { file: 'areas', line, column: 'code' } as const
    if (countyOf(code) !== String(countyId)) problems.add(where, `代码 ${code} 不属于 ${countyId}`)
    else if (code.length === 15 || areaLevel(code) !== level) {
      problems.add({ ...where, column: 'level' }, `代码 ${code} 的位数与级别 ${level} 不符`)
    } else if (level !== 'county' && !known.areas.has(parentOf(code) ?? '')) {
      problems.add(where, `代码 ${code} 的上级 ${parentOf(code)} 不存在`)
    }
  }
}

function checkDepartments({ drafts, known, problems }: Check): void {
  for (const { line, areaCode } of drafts.departments) {
    if (known.areas.has(areaCode)) continue
    problems.add({ file: 'departments', line, column: 'areaCode' }, `区划 ${areaCode} 不存在`)
  }
}

/** Two kinds in the same place of the short list would change places from one reading to the next. */
function checkKinds({ drafts, now, problems }: Check): void {
  const codes = new Set(drafts.kinds.map((kind) => kind.code))
  const taken = new Map<number, string>()
  for (const kind of now.kinds.values()) {
    if (kind.rank !== null && !codes.has(kind.code)) taken.set(kind.rank, kind.code)
  }
  for (const { line, code, rank } of drafts.kinds) {
    if (rank === null) continue
    const other = taken.get(rank)
    if (other === undefined) taken.set(rank, code)
    else problems.add({ file: 'kinds', line, column: 'rank' }, `排位 ${rank} 已属于 ${other}`)
  }
}
