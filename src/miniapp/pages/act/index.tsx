import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { allFlows } from '@domain/flows/allFlows'
import type { ActionView } from '@contract/views'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { Waiting } from '../../components/Waiting'
import type { ActionDraft } from '../../draft/actionDraft'
import { useLoad, useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { useDrafts } from '../../stores/drafts'
import { readyPhotos } from '../../stores/draftPhotos'
import { useLists } from '../../stores/lists'
import { loadMatter, useMatters } from '../../stores/matter'
import { actionKey, openAction, submitAction } from '../../stores/submitAction'
import { zh } from '../../words/zh'
import { ActionForm, findUnfilled } from './ActionForm'

export default function ActPage() {
  const { matterId = '', action = '' } = useRouter().params
  const key = actionKey(matterId, action)
  useLoad(() => {
    openAction(matterId, action)
    void readyPhotos(key)
    if (!useMatters.getState()[matterId]?.page) void loadMatter(matterId)
  })
  const draft = useDrafts((drafts) => drafts[key]) as ActionDraft | undefined
  const { view, gone } = useAction(matterId, action)
  const goBack = useGoBack()
  return (
    <Screen writing className="screen--with-bar" title={zh.act.title}>
      {gone && (
        <Notice
          text={zh.act.gone}
          button={{ label: zh.sent.look, onPress: platform.routes.back }}
        />
      )}
      {!gone && !(draft && view) && <Waiting />}
      {draft && view && (
        <>
          <View className="title">{view.title}</View>
          <ActionForm draftKey={key} draft={draft} form={view.form} />
          <SubmitBar draft={draft} view={view} onQueued={goBack} />
        </>
      )}
    </Screen>
  )
}

/** From the server when it was asked, else from the flow's own table, so that a form opens without signal. */
function useAction(matterId: string, action: string): { view?: ActionView; gone: boolean } {
  const page = useMatters((matters) => matters[matterId]?.page)
  const listed = useLists((lists) =>
    lists.mine.items.find((matter) => matter.matterId === matterId),
  )
  if (page) {
    const view = page.actions.find((candidate) => candidate.action === action)
    return view ? { view, gone: false } : { gone: true }
  }
  const row =
    listed &&
    allFlows.find(({ name }) => name === listed.flow)?.statuses[listed.status]?.actions[action]
  if (!row) return { gone: false }
  const form = row.form.map(({ templates, ...field }) => ({
    ...field,
    ...(templates ? { templates: [...templates] } : {}),
  }))
  return { view: { action, title: row.title, primary: row.primary === true, form }, gone: false }
}

type SubmitProps = { draft: ActionDraft; view: ActionView; onQueued: () => void }

function SubmitBar({ draft, view, onQueued }: SubmitProps) {
  const [sending, setSending] = useState(false)
  const busy = useRef(false)
  const submit = async () => {
    const unfilled = findUnfilled(view.form, draft)
    if (unfilled) return platform.dialogs.toast(unfilled)
    if (busy.current) return
    busy.current = true
    setSending(true)
    const outcome = await submitAction(draft.matterId, view.action, view.title)
    busy.current = false
    if (outcome === 'queued') return onQueued()
    setSending(false)
    platform.dialogs.toast(zh.queue.full)
  }
  return (
    <View className="bar">
      <Press
        id="act-submit"
        look="primary"
        className="press--tall"
        label={sending ? zh.report.sending : view.title}
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
    platform.dialogs.toast(zh.act.queued)
    if (here.current) platform.routes.back()
  }
}
