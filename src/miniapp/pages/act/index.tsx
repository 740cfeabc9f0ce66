import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { findFlow, allFlows } from '@domain/flows/allFlows'
import type { FormField } from '@domain/form/formField'
import type { MatterView } from '@contract/views'
import { FormFields } from '../../components/form/FormFields'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { MendWhole } from '../../components/MendHint'
import { WantedNote } from '../../components/WantedPhoto'
import { Screen } from '../../components/Screen'
import { Waiting } from '../../components/Waiting'
import type { ActionDraft } from '../../draft/actionDraft'
import { useLoad, useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { useDrafts } from '../../stores/drafts'
import { readyPhotos } from '../../stores/draftPhotos'
import { findListed, useLists } from '../../stores/lists'
import { loadMatter, useMatters } from '../../stores/matter'
import { offlineActions } from '../../stores/offlineActions'
import { useQueue } from '../../stores/sendQueue'
import { actionKey, openAction, submitAction, type Step } from '../../stores/submitAction'
import { say } from '../../words/say'

/** A note beside the one thing to fill in stays open; a long form shows first what it must have. */
const OPTIONAL_OPEN_MAX = 2

export default function ActPage() {
  const { matterId = '', action = '' } = useRouter().params
  const key = actionKey(matterId, action)
  useLoad(() => {
    openAction(matterId, action)
    void readyPhotos(key)
    if (!useMatters.getState()[matterId]?.page) void loadMatter(matterId)
  })
  const draft = useDrafts((drafts) => drafts[key]) as ActionDraft | undefined
  const { found, gone } = useAction(matterId, action)
  const goBack = useGoBack()
  return (
    <Screen writing className="screen--with-bar" title={say.act.title}>
      {gone && (
        <Notice
          text={say.act.gone}
          button={{ label: say.sent.look, onPress: platform.routes.back }}
        />
      )}
      {!gone && !(draft && found) && <Waiting />}
      {draft && found && (
        <>
          <View className="title">{found.title}</View>
          <MendWhole draft={draft} asked={found.form.map(({ name }) => name)} />
          <WantedNote photos={found.photos} action={action} />
          <FormFields
            id="act"
            draftKey={key}
            draft={draft}
            form={found.form}
            about={{ matterId, lists: found.lists, photos: found.photos }}
            openMax={OPTIONAL_OPEN_MAX}
          />
          <SubmitBar step={stepOf(matterId, action, found)} onQueued={goBack} />
        </>
      )}
    </Screen>
  )
}

type Found = {
  readonly title: string
  readonly form: readonly FormField[]
  readonly lists: MatterView['lists']
  readonly photos: MatterView['photos']
}

/** From the server when it was asked, else from the flow's own table, so that a form opens without signal. */
function useAction(matterId: string, action: string): { found?: Found; gone: boolean } {
  const page = useMatters((matters) => matters[matterId]?.page)
  const listed = useLists((lists) => findListed(lists, matterId))
  const { items } = useQueue()
  const matter = page?.matter ?? listed
  if (!matter) return { gone: false }
  const asked = page?.actions.find((candidate) => candidate.action === action)
  const ahead = offlineActions(matter, items).find((candidate) => candidate.action === action)
  const row = asked ?? ahead ?? (page ? undefined : tableRow(matter, action))
  if (!row) return { gone: page !== undefined }
  const { lists = [], photos = [] } = matter
  const form = row.form as readonly FormField[]
  return { found: { title: row.title, form, lists, photos }, gone: false }
}

function tableRow({ flow, status }: MatterView, action: string) {
  return findFlow(allFlows, flow)?.statuses[status]?.actions[action]
}

/** What the server's check of a form needs of the checklists: which rows there are. */
function stepOf(matterId: string, action: string, { title, form, lists, photos }: Found): Step {
  const rows = lists.map(
    ({ list, rows: own }) =>
      [list, own.map(({ key, title: name }) => ({ key, title: name }))] as const,
  )
  return { matterId, action, title, form, lists: Object.fromEntries(rows), photos }
}

function SubmitBar({ step, onQueued }: { step: Step; onQueued: () => void }) {
  const [sending, setSending] = useState(false)
  const busy = useRef(false)
  const submit = async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    const outcome = await submitAction(step)
    busy.current = false
    if (outcome === 'queued') return onQueued()
    setSending(false)
    platform.dialogs.toast(outcome === 'full' ? say.queue.full : outcome.unfit)
  }
  return (
    <View className="bar">
      <Press
        id="act-submit"
        look="primary"
        className="press--tall"
        label={sending ? say.report.sending : step.title}
        disabled={sending}
        onPress={() => void submit()}
      />
    </View>
  )
}

/** Back to the matter, unless the person went there first: a second step back would leave it again. */
function useGoBack(): () => void {
  const here = useRef(true)
  useEffect(
    () => () => {
      here.current = false
    },
    [],
  )
  return () => {
    platform.dialogs.toast(say.act.queued)
    if (here.current) platform.routes.back()
  }
}
