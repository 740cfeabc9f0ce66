import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Press } from '../../components/Press'
import type { ReportDraft } from '../../draft/reportDraft'
import { platform } from '../../platform/platform'
import { changeDraft, openDraft } from '../../stores/drafts'
import { holdsPermissionAt } from '../../stores/session'
import { submitReport } from '../../stores/submitReport'
import { zh } from '../../words/zh'

type Props = {
  draftKey: string
  draft: ReportDraft
  kindName: string | undefined
  waitForPlace: () => Promise<void>
}

export function SendBar({ draftKey, draft, kindName, waitForPlace }: Props) {
  const [sending, setSending] = useState(false)
  // The state reaches the screen a moment after the tap; a second tap comes sooner than that.
  const busy = useRef(false)
  const closes = draft.closing !== undefined
  const where = (draft.chosenGrid ?? draft.foundGrid)?.name
  const send = async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    await sendDraft(draftKey, waitForPlace)
    busy.current = false
    setSending(false)
  }
  const label = sending ? zh.report.sending : closes ? zh.report.sendClosing : zh.report.send
  return (
    <View className="bar">
      <View className="quiet small one-line">{[kindName, where].filter(Boolean).join(' · ')}</View>
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

async function sendDraft(key: string, waitForPlace: () => Promise<void>): Promise<void> {
  const lacking = findLacking(openDraft<ReportDraft>(key))
  if (lacking) return platform.dialogs.toast(lacking)
  if (!isPlaced(openDraft<ReportDraft>(key))) await waitForPlace()
  if (!isPlaced(openDraft<ReportDraft>(key))) return platform.dialogs.toast(zh.report.needPlace)
  if (!(await mayClose(key))) return undefined
  const submitted = await submitReport(key)
  if ('failed' in submitted)
    return platform.dialogs.toast(submitted.failed === 'full' ? zh.queue.full : zh.report.notFound)
  if (submitted.photosGone > 0) platform.dialogs.toast(zh.report.photosGone(submitted.photosGone))
  platform.routes.replace(`/pages/sent/index?itemId=${submitted.itemId}`)
}

function findLacking(draft: ReportDraft | undefined): string | undefined {
  if (!draft?.kind) return zh.report.needKind
  return draft.closing && draft.closing.result.trim() === '' ? zh.report.needResult : undefined
}

/** 就地办结 is for one's own ground. Elsewhere the person may still report, and the township sends somebody. */
async function mayClose(key: string): Promise<boolean> {
  const draft = openDraft<ReportDraft>(key)
  const grid = draft?.chosenGrid ?? draft?.foundGrid
  if (!draft?.closing || !grid || holdsPermissionAt('matter.closeOnSpot', grid.code)) return true
  const { notMyGrid: title, notMyGridAsk: text, onlyReport: yes } = zh.report
  if (!(await platform.dialogs.confirm({ title, text, yes }))) return false
  changeDraft<ReportDraft>(key, ({ closing: _closing, ...report }) => report)
  return true
}

function isPlaced(draft: ReportDraft | undefined): boolean {
  return draft?.place !== undefined || draft?.chosenGrid !== undefined
}
