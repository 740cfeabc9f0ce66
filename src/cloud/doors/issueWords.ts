import * as v from 'valibot'

/** What does not fit the schema, in words: where, and what should stand there. */
export function drawIssue(issue: v.BaseIssue<unknown>): { path: string; message: string } {
  return { path: v.getDotPath(issue) ?? '', message: wordsOf(issue) }
}

function wordsOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return '缺少这一项'
  if (issue.kind === 'schema') return `应该是 ${issue.expected ?? '别的内容'}`
  const words = validationWords[issue.type]
  return words ? words(issue.requirement) : hasChinese(issue.message) ? issue.message : '内容不对'
}

/** Checks of our own bring their Chinese sentence with them. */
function hasChinese(text: string): boolean {
  return /[\u4e00-\u9fff]/.test(text)
}

const validationWords: Readonly<Record<string, (requirement: unknown) => string>> = {
  max_length: (most) => `最多 ${String(most)} 个`,
  min_length: (least) => `至少 ${String(least)} 个`,
  max_value: (most) => `不能大于 ${String(most)}`,
  min_value: (least) => `不能小于 ${String(least)}`,
  integer: () => '应该是整数',
  uuid: () => '编号的格式不对',
  url: () => '网址的格式不对',
  iso_timestamp: () => '时间的格式不对，例如 2026-11-23T09:00:00Z',
}
