import type { FormDraft } from '../draft/formDraft'
import { platform } from '../platform/platform'
import type { QueueItem } from '../queue/queueItem'
import { say } from '../words/say'
import { newReport } from './drafts'
import { findListed, useLists } from './lists'
import { useMatters } from './matter'
import { toRecord } from './mendReport'

/** What was written into a step, as one text. */
export function writtenIn({ written, body }: Pick<QueueItem, 'written' | 'body'>): string {
  const texts: Partial<FormDraft>['texts'] = written?.texts ?? textsOf(body.input)
  return Object.values(texts ?? {})
    .filter((text) => text.trim() !== '')
    .join('\n')
}

/** Items of an older app say of what was written only what was to be sent. */
function textsOf(input: unknown): Record<string, string> {
  const entries = Object.entries((input ?? {}) as Record<string, unknown>)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => isText(entry[1])))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** May it go to the township in another way? Somebody else was first, and what was seen and written is still true. */
export function canAdd(item: QueueItem): boolean {
  return item.operation === 'actOnMatter' && (writtenIn(item) !== '' || item.photos.length > 0)
}

/** 作为补充送给镇里: a report of its own that names the matter, with the words and the photos; its page. */
export function addAsReport(item: QueueItem): string {
  const matter =
    useMatters.getState()[item.matterId]?.page?.matter ??
    findListed(useLists.getState(), item.matterId)
  const key = newReport({
    mends: item.itemId,
    text: [matter && say.queue.additionTo(matter.number), writtenIn(item)].filter(Boolean).join(''),
    photos: item.photos.map(({ field: _field, ...photo }) => toRecord(photo)),
    ...(matter ? { kind: matter.kind.code, chosenGrid: matter.area } : {}),
  })
  return `/pages/report/index?draft=${key}`
}

export async function copyWritten(item: QueueItem): Promise<void> {
  await platform.device.copyText(writtenIn(item))
  platform.dialogs.toast(say.queue.copied)
}
