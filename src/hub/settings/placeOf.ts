import type { Settings } from './editSettings'
import type { Reading } from './useCountySettings'

/** Where a problem is, as people call it: the flow, the kind, or the day it is to begin. */
export function placeOf(path: string, { ownKinds }: Settings, reading: Reading): string {
  const [part, key = ''] = path.split('.')
  if (part === 'effectiveFrom') return '从什么时候起'
  if (part === 'flows') return reading.flows.find(({ flow }) => flow === key)?.title ?? key
  if (part === 'kinds')
    return `${key} ${reading.kinds.find(({ code }) => code === key)?.name ?? ''}`
  const own = ownKinds[Number(key)]
  return own ? `${own.code} ${own.name}` : '自己的类别'
}
