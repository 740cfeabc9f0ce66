import { waitsForReporter as waitsIn } from '@domain/flow/waitsForReporter'
import { allFlows, findFlow } from '@domain/flows/allFlows'
import type { MatterView } from '@contract/views'

/** Of a flow newer than this app nothing is known here; the matter's sentence still says what is asked of its reporter. */
export function waitsForReporter({ flow: name, status }: MatterView): boolean {
  const flow = findFlow(allFlows, name)
  return flow !== undefined && waitsIn(flow, status)
}

/** 请重拍: the photo that its reporter is asked to take again; none on the screen of anybody else. */
export function findWanted({ photos, reporter }: MatterView, personId: string | undefined) {
  if (personId === undefined || reporter.personId !== personId) return undefined
  const index = photos.findIndex(({ wanted }) => wanted)
  const photo = photos[index]
  return photo?.wanted ? { n: index + 1, photo, ...photo.wanted } : undefined
}
