import type { Actor } from '@domain/access/actor'
import type { OperationName } from '@contract/operations'
import { cleanNextPhoto } from '@cloud/files/cleanPhotos'
import { newId } from '../../support/httpClient'
import { aMatterIn } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'
import type { TestDoor } from './openDoor'

/** One call of an operation; what it needs was made by those before it. */
export type Stop = readonly [name: OperationName, who: Actor | string | undefined, body: object]

/** The duty officer's own tools. */
export function deskStops(
  door: TestDoor,
  onPhoto: { matterId: string; fileId: string },
): readonly (() => Stop | Promise<Stop>)[] {
  const { hubOperatorOfXijiang: hub, hubHeadOfXijiang: hubHead } = door.cast
  const noteId = newId()
  const filter = { view: 'due', statuses: ['reported'], search: '' }
  let [matterId, into] = ['', '']
  const by = () => ({ commandId: newId(), matterId })
  return [
    async () => {
      matterId = await aMatterIn('reported', door)
      into = await aMatterIn('reported', door)
      return ['takeMatter', hub, { ...by(), does: 'take' }]
    },
    () => ['attendMatter', hub, { matterId }],
    () => ['tellReporter', hub, { ...by(), words: '已派人去看' }],
    () => ['mergeMatters', hub, { commandId: newId(), into, matterIds: [matterId] }],
    () => ['undoMerge', hub, { commandId: newId(), matterIds: [matterId] }],
    () => ['writeDeskEntry', hub, { ...by(), entry: { kind: 'note', words: '上月也报过' } }],
    () => ['listDeskEntries', hub, { matterId }],
    () => ['listNear', hub, { matterId }],
    () => [
      'writeShiftNote',
      hub,
      { commandId: noteId, areaCode: testCounty.township, words: '平安' },
    ],
    () => ['signShiftNote', hubHead, { noteId }],
    () => ['listShiftNotes', hub, { areaCode: testCounty.township }],
    () => ['saveFilter', hub, { filterId: noteId, name: '等受理', content: filter }],
    () => ['listFilters', hub, {}],
    () => ['dropFilter', hub, { filterId: noteId }],
    async () => {
      while (await cleanNextPhoto(door.app.context)) continue
      return ['listDeskEntries', hub, { matterId }]
    },
    () => ['maskPhoto', hub, { ...by(), ...onPhoto, boxes: [] }],
    () => ['openOriginal', hub, onPhoto],
  ]
}
