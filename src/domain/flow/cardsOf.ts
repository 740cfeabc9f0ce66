import { areaLevels, type AreaCode } from '../area/areaCode'
import { textOf } from '../form/formField'
import type { Matter } from '../matter/matter'
import type { MatterEvent } from '../matter/matterEvent'
import type { FlowTable } from './flowTable'

/** What a step publishes to everybody of an area. The words are written for that; nothing is copied from the report. */
export type PublishedCard = {
  readonly areaCode: AreaCode
  readonly title: string
  readonly words: string
}

export function cardsOf(
  flow: FlowTable,
  matter: Matter,
  events: readonly MatterEvent[],
): PublishedCard[] {
  return events.flatMap((event) => {
    if (event.type !== 'MatterMoved') return []
    const publishes = flow.statuses[event.from]?.actions[event.action]?.publishes
    const words =
      publishes && (textOf(event.input, publishes.words) ?? textOf(matter.fields, publishes.words))
    if (!publishes || words === undefined) return []
    const areaCode = matter.areaCode.slice(0, areaLevels[publishes.to])
    return [{ areaCode, title: publishes.title, words }]
  })
}
