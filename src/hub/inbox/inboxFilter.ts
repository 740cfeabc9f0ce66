import { containsArea } from '@domain/area/areaCode'
import type { MatterView } from '@contract/views'
import type { InboxView } from './orderInbox'

export type InboxFilter = {
  /** 系统: matters of one flow only. */
  readonly flow?: string | undefined
  readonly statuses: readonly string[]
  readonly areaCode: string | undefined
  readonly search: string
}

export const noFilter: InboxFilter = { statuses: [], areaCode: undefined, search: '' }

export function isFiltering(filter: InboxFilter): boolean {
  const { flow, statuses, areaCode, search } = filter
  return flow !== undefined || statuses.length > 0 || areaCode !== undefined || search !== ''
}

/** The same question as it is put to the server, for rows that come by themselves. */
export function belongsInInbox(matter: MatterView, filter: InboxFilter, view: InboxView): boolean {
  const { flow, statuses, areaCode, search } = filter
  if (flow !== undefined && matter.flow !== flow) return false
  if (view === 'due' && matter.ended) return false
  if (statuses.length > 0 && !statuses.includes(matter.status)) return false
  if (areaCode !== undefined && !containsArea(areaCode, matter.area.code)) return false
  return (
    search === '' || matter.text.includes(search) || matter.number.includes(search.toUpperCase())
  )
}

/** The filter as `listMatters` takes it. The newest view also shows what has ended, so that it can be found again. */
export function requestFilter({ flow, statuses, areaCode, search }: InboxFilter, view: InboxView) {
  return {
    ...(view === 'due' ? { open: true } : {}),
    ...(flow === undefined ? {} : { flow }),
    ...(statuses.length > 0 ? { statuses: [...statuses] } : {}),
    ...(areaCode === undefined ? {} : { areaCode }),
    ...(search === '' ? {} : { search }),
  }
}
