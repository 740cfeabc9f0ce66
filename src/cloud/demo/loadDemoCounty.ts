import { grantsOf, roles, type Role } from '@domain/access/permissions'
import { readCountyFolder } from '../import/countyFiles'
import { hasProblems, importWithin, type ImportResult } from '../import/importCounty'
import type { ImportProblems } from '../import/problemList'
import { dutyRoles } from '../queries/listContacts'
import { inventWorkPhones } from '../store/contactStore'
import { markDemoCounty } from '../store/countyStore'
import type { Database } from '../store/database'
import { writeGuides } from '../store/guideStore'
import { isCountyEmpty, lockForImport, setPasswordOfRoles } from '../store/importStore'
import { demoGuides } from './demoGuides'

export type DemoOptions = {
  /** Where the files of demo/data are; a bundled server has them elsewhere than the source. */
  readonly folder: string
  /** Makes the one hash that all console accounts of the demo share: a hash for each would take minutes. */
  readonly hashPassword: () => Promise<string>
  readonly onProgress?: (sentence: string) => void
}

/** Everybody else comes through WeChat. */
const consoleRoles = (Object.keys(roles) as Role[]).filter((role) =>
  grantsOf(role).includes('console.signIn'),
)

/** Fills an empty county with the demo county. One that has areas is left as it is; the answer is whether it was filled. */
export async function loadDemoCounty(
  database: Database,
  countyId: number,
  { folder, hashPassword, onProgress = () => undefined }: DemoOptions,
): Promise<boolean> {
  if (!(await isCountyEmpty(database, countyId))) return false
  onProgress('正在装入演示县：区划、网格、人员、部门、事件类别…')
  const [files, passwordHash] = await Promise.all([readCountyFolder(folder), hashPassword()])
  const result = await database.transaction(
    async (tx) => {
      await lockForImport(tx, countyId)
      // Another process may have filled it while this one waited.
      if (!(await isCountyEmpty(tx, countyId))) return undefined
      const answer = await importWithin(tx, countyId, files)
      if (hasProblems(answer)) throw new Error(sentenceOf(folder, answer))
      await markDemoCounty(tx, countyId)
      await setPasswordOfRoles(tx, countyId, { roles: consoleRoles, passwordHash })
      await inventWorkPhones(tx, countyId, dutyRoles)
      await writeGuides(tx, countyId, demoGuides(countyId))
      return answer
    },
    { takesLong: true },
  )
  if (result) onProgress(summaryOf(result))
  return result !== undefined
}

function sentenceOf(folder: string, { problems, more }: ImportProblems): string {
  const [first] = problems
  const where = first ? `${first.file} 第 ${first.line} 行：${first.message}` : ''
  return `演示县的数据（${folder}）有 ${problems.length + more} 处错误。${where}`
}

function summaryOf({ areas, grids, people, kinds }: ImportResult): string {
  const counts = [
    `区划 ${areas.inserted} 个`,
    `网格 ${grids.inserted} 个`,
    `人员 ${people.inserted} 名`,
    `事件类别 ${kinds.inserted} 种`,
  ]
  return `演示县已装入：${counts.join('，')}`
}
