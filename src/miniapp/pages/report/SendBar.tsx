import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { KindView } from '@contract/views'
import { Press } from '../../components/Press'
import type { ReportDraft } from '../../draft/reportDraft'
import { log } from '../../platform/log'
import { platform } from '../../platform/platform'
import { changeDraft, openDraft } from '../../stores/drafts'
import { findKind } from '../../stores/kinds'
import { askForMessages } from '../../stores/messages'
import { isUnnamed, keepOwnName, useTypedName } from '../../stores/ownName'
import { holdsPermissionAt, useSession } from '../../stores/session'
import { submitReport } from '../../stores/submitReport'
import { say } from '../../words/say'
import { SimilarHint } from './SimilarHint'

type Props = {
  draftKey: string
  draft: ReportDraft
  kind: KindView | undefined
  waitForPlace: () => Promise<void>
}

export function SendBar({ draftKey, draft, kind, waitForPlace }: Props) {
  const [sending, setSending] = useState(false)
  // The state reaches the screen a moment after the tap; a second tap comes sooner than that.
  const busy = useRef(false)
  const closes = draft.closing !== undefined
  const send = async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    // First of all, while WeChat still counts it as the tap; what lacks is told by the form and asks for nothing.
    const asked = findLacking(openDraft<ReportDraft>(draftKey)) ? undefined : askForMessages()
    try {
      const itemId = await sendDraft(draftKey, waitForPlace)
      await asked
      if (itemId) platform.routes.replace(`/pages/sent/index?itemId=${itemId}`)
    } catch (cause) {
      log('A report was not put into the queue', cause)
      platform.dialogs.toast(say.report.notStored)
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  const label = sending ? say.report.sending : closes ? say.report.sendClosing : say.report.send
  return (
    <View className="bar">
      <SimilarHint draftKey={draftKey} draft={draft} kind={kind} />
      <View className="quiet small one-line">
        {[kind?.name, whereOf(draft, kind)].filter(Boolean).join(' · ')}
      </View>
      <Press
        id="report-send"
        look="primary"
        className="press--tall"
        label={label}
        disabled={sending}
        onPress={() => void send()}
      />
    </View>
  )
}

function whereOf(draft: ReportDraft, kind: KindView | undefined): string | undefined {
  const ofArea = kind !== undefined && kind.at !== 'grid'
  return (ofArea ? draft.chosenArea : (draft.chosenGrid ?? draft.foundGrid))?.name
}

/** The id of what now waits to be sent; nothing where something still lacks, which was told. */
async function sendDraft(
  key: string,
  waitForPlace: () => Promise<void>,
): Promise<string | undefined> {
  const read = () => openDraft<ReportDraft>(key)
  const lacking = findLacking(read())
  if (lacking) return tell(lacking)
  if (!isPlaced(read())) await waitForPlace()
  if (!isPlaced(read())) return tell(sayNoPlace(read()))
  if (!(await mayClose(key))) return undefined
  keepOwnName()
  const submitted = await submitReport(key)
  if ('unfit' in submitted) return tell(submitted.unfit)
  if ('failed' in submitted) return tell(sayFailed(submitted.failed))
  if (submitted.photosGone > 0) tell(say.report.photosGone(submitted.photosGone))
  return submitted.itemId
}

function sayFailed(failed: 'full' | 'no-draft' | 'photos-not-ready'): string {
  if (failed === 'photos-not-ready') return say.report.photosNotReady
  return failed === 'full' ? say.queue.full : say.report.notFound
}

function tell(words: string): undefined {
  platform.dialogs.toast(words)
}

function findLacking(draft: ReportDraft | undefined): string | undefined {
  if (!draft?.kind) return say.report.needKind
  if (draft.closing && draft.closing.result.trim() === '') return say.report.needResult
  if (lacksName(draft.kind)) return say.report.needOwnName
  const max = findKind(draft.kind)?.photosMax ?? Infinity
  const own = draft.photos.filter(({ field, medium }) => field === undefined && medium !== 'voice')
  return own.length > max ? say.report.photosTooMany(max) : undefined
}

function lacksName(kind: string): boolean {
  const unnamed = isUnnamed(useSession.getState().person) && findKind(kind)?.urgency !== 'U1'
  return unnamed && useTypedName.getState().name.trim() === ''
}

/** 就地办结 is for one's own ground. Elsewhere the person may still report, and the township sends somebody. */
async function mayClose(key: string): Promise<boolean> {
  const draft = openDraft<ReportDraft>(key)
  const grid = draft?.chosenGrid ?? draft?.foundGrid
  if (!draft?.closing || !grid || holdsPermissionAt('matter.closeOnSpot', grid.code)) return true
  const { notMyGrid: title, notMyGridAsk: text, onlyReport: yes } = say.report
  if (!(await platform.dialogs.confirm({ title, text, yes }))) return false
  changeDraft<ReportDraft>(key, ({ closing: _closing, ...report }) => report)
  return true
}

function isPlaced(draft: ReportDraft | undefined): boolean {
  if ((findKind(draft?.kind)?.at ?? 'grid') !== 'grid') return draft?.chosenArea !== undefined
  return draft?.place !== undefined || draft?.chosenGrid !== undefined
}

function sayNoPlace(draft: ReportDraft | undefined): string {
  const at = findKind(draft?.kind)?.at ?? 'grid'
  return at === 'grid' ? say.report.needPlace : say.report.noArea
}
