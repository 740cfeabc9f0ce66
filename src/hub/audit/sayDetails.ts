import { problems, isProblemCode } from '@contract/problems'
import { roles } from '@domain/access/permissions'

/** What else is known of an entry, in words; what has none is shown as it lies there. */
export function sayDetails(details: string): string {
  const known = JSON.parse(details) as Record<string, unknown>
  return Object.entries(known)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${titles[name] ?? name}：${sayValue(value)}`)
    .join('，')
}

const titles: Readonly<Record<string, string>> = {
  how: '方式',
  why: '原因',
  search: '查找',
  found: '找到',
  shown: '看到人数',
  numbers: '事项',
  field: '哪一栏',
  reason: '理由',
  role: '岗位',
  areaCode: '区划',
  departmentCode: '部门',
  endpointId: '地址编号',
  roll: '名册',
  rows: '行数',
  from: '从',
  until: '到',
  who: '谁',
  act: '行为',
  number: '事项编号',
  by: '由',
  to: '绑到',
}

const values: Readonly<Record<string, string>> = {
  password: '账号密码',
  wechat: '微信',
  demo: '演示登录',
  signOn: '统一登录',
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.join('、')
  const text = String(value)
  if (isProblemCode(text)) return problems[text].title
  if (Object.hasOwn(roles, text)) return roles[text as keyof typeof roles].title
  return values[text] ?? text
}
