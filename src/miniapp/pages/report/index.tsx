import { View } from '@tarojs/components'
import { Notice } from '../../components/Notice'
import { PhotoTiles } from '../../components/PhotoTiles'
import { Screen } from '../../components/Screen'
import { TextField } from '../../components/TextField'
import { textRules } from '@domain/photo/photoRules'
import type { ReportDraft } from '../../draft/reportDraft'
import { useDidHide, useLoad, useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { changeDraft, openDraft, useDrafts } from '../../stores/drafts'
import { readyPhotos } from '../../stores/draftPhotos'
import { loadKinds, useKinds } from '../../stores/kinds'
import { zh } from '../../words/zh'
import { EmergencyCall } from './EmergencyCall'
import { KindPicker } from './KindPicker'
import { PlaceLine } from './PlaceLine'
import { SendBar } from './SendBar'
import { usePlace } from './usePlace'

export default function ReportPage() {
  const key = useRouter().params.draft ?? ''
  useLoad(() => {
    openDraft(key)
    void loadKinds()
    // Photos that a kill left half made.
    void readyPhotos(key)
  })
  useDidHide(() => void readyPhotos(key))
  const draft = useDrafts((drafts) => drafts[key]) as ReportDraft | undefined
  return (
    <Screen
      writing
      className="screen--with-bar"
      title={draft?.closing ? zh.report.closingTitle : zh.report.title}
    >
      {draft ? (
        <ReportForm draftKey={key} draft={draft} />
      ) : (
        <Notice
          text={zh.report.notFound}
          button={{ label: zh.sent.home, onPress: () => platform.routes.tab('/pages/home/index') }}
        />
      )}
    </Screen>
  )
}

function ReportForm({ draftKey, draft }: { draftKey: string; draft: ReportDraft }) {
  const kind = useKinds((state) => state.kinds).find(({ code }) => code === draft.kind)
  const placing = usePlace(draftKey, draft)
  const change = (changes: Partial<ReportDraft>) =>
    changeDraft<ReportDraft>(draftKey, (before) => ({ ...before, ...changes }))
  const { closing } = draft
  return (
    <>
      {kind?.emergencyNumber && <EmergencyCall number={kind.emergencyNumber} />}
      <PhotoTiles draftKey={draftKey} photos={draft.photos} />
      <KindPicker
        chosen={draft.kind}
        closes={closing !== undefined}
        onChoose={(code) => change({ kind: code })}
      />
      <PlaceLine draftKey={draftKey} draft={draft} placing={placing} />
      {closing && (
        <TextField
          id="report-result"
          title={zh.report.result}
          value={closing.result}
          max={textRules.noteMax}
          templates={zh.report.resultTemplates}
          onChange={(result) => change({ closing: { ...closing, result } })}
        />
      )}
      <TextField
        id="report-text"
        title={zh.report.text}
        value={draft.text}
        max={textRules.matterTextMax}
        hint={zh.report.textHint}
        onChange={(text) => change({ text })}
      />
      <View className="quiet small">{zh.report.saved}</View>
      <SendBar
        draftKey={draftKey}
        draft={draft}
        kindName={kind?.name}
        waitForPlace={placing.settled}
      />
    </>
  )
}
