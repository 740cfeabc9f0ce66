import { areaLevel, containsArea, type AreaLevel } from '@domain/area/areaCode'
import { findPostConflict } from '@domain/access/apart'
import { roles } from '@domain/access/permissions'
import type { Check, Known } from './check'
import { roleLevels, type PostDraft } from './tables'

const levelTitles: Record<AreaLevel, string> = {
  county: '县',
  township: '乡镇',
  village: '村',
  grid: '网格',
}

/** One line is one post. Several lines of one account are several posts of one person. */
export function checkPosts(check: Check): void {
  const first = new Map<string, PostDraft>()
  const held = new Set<string>()
  for (const post of check.drafts.posts) {
    checkPlace(check, post)
    checkDepartment(check, post)
    checkSamePerson(check, post, first.get(post.account))
    checkRepeat(check, post, held)
    if (!first.has(post.account)) first.set(post.account, post)
    held.add(postKey(post))
  }
  checkApart(check)
}

/** 三员分设: told at the last line of whoever holds what must not be one person's. */
function checkApart({ drafts, problems }: Check): void {
  const held = new Map<string, PostDraft[]>()
  for (const post of drafts.posts) held.set(post.account, [...(held.get(post.account) ?? []), post])
  for (const [account, posts] of held) {
    if (!findPostConflict(posts.map(({ role }) => role))) continue
    const where = { file: 'people', line: posts.at(-1)?.line ?? 0, column: 'role' } as const
    problems.add(where, `账号 ${account}：三员由三个人分别担任，也不能再办别的事`)
  }
}

export function postKey(
  post: Pick<PostDraft, 'account' | 'role' | 'areaCode' | 'departmentCode'>,
): string {
  return [post.account, post.role, post.areaCode, post.departmentCode ?? ''].join(' ')
}

function checkPlace({ known, problems }: Check, { line, role, areaCode }: PostDraft): void {
  const where = { file: 'people', line, column: 'areaCode' } as const
  const levels: readonly AreaLevel[] = roleLevels[role]
  if (!known.areas.has(areaCode) && !known.grids.has(areaCode)) {
    problems.add(where, `区划或网格 ${areaCode} 不存在`)
  } else if (!levels.includes(areaLevel(areaCode))) {
    const titles = levels.map((level) => levelTitles[level]).join('或')
    problems.add(where, `${roles[role].title}只能在${titles}任职，不能在 ${areaCode}`)
  }
}

function checkDepartment({ known, problems }: Check, post: PostDraft): void {
  const where = { file: 'people', line: post.line, column: 'departmentCode' } as const
  const { role, departmentCode, areaCode } = post
  if (role === 'departmentOfficer' && departmentCode === null) {
    problems.add(where, '部门工作人员要写明部门')
  } else if (role !== 'departmentOfficer' && departmentCode !== null) {
    problems.add(where, `${roles[role].title}不写部门`)
  } else if (departmentCode !== null && !known.departments.has(departmentCode)) {
    problems.add(where, `部门 ${departmentCode} 不存在`)
  } else if (departmentCode !== null && !servesArea(known, departmentCode, areaCode)) {
    problems.add(where, `部门 ${departmentCode} 不管 ${areaCode}`)
  }
}

function checkSamePerson({ problems }: Check, post: PostDraft, first: PostDraft | undefined): void {
  if (!first || (first.name === post.name && first.phone === post.phone)) return
  problems.add(
    { file: 'people', line: post.line, column: 'account' },
    `账号 ${post.account} 的姓名或电话与第 ${first.line} 行不同`,
  )
}

function checkRepeat({ problems }: Check, post: PostDraft, held: ReadonlySet<string>): void {
  if (!held.has(postKey(post))) return
  problems.add(
    { file: 'people', line: post.line, column: 'account' },
    `账号 ${post.account} 的这个岗位前面已经有了`,
  )
}

/** The department works in the area of the post, or in one that contains it. */
function servesArea(known: Known, departmentCode: string, areaCode: string): boolean {
  const serves = known.departments.get(departmentCode)
  return serves !== undefined && containsArea(serves, areaCode)
}
