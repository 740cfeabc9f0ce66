import { View } from '@tarojs/components'
import { FormFields } from '../../components/form/FormFields'
import { MendHint, MendWhole } from '../../components/MendHint'
import { Notice } from '../../components/Notice'
import { PhotoTiles } from '../../components/PhotoTiles'
import { Screen } from '../../components/Screen'
import { TextField } from '../../components/TextField'
import { VoiceNotes } from '../../components/VoiceNotes'
import { photoRules, textRules } from '@domain/photo/photoRules'
import type { KindView } from '@contract/views'
import type { ReportDraft } from '../../draft/reportDraft'
import { emergencyCalls } from '../../kinds/emergencyCalls'
import { useDidHide, useLoad, useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { changeDraft, openDraft, useDrafts } from '../../stores/drafts'
import { readyPhotos } from '../../stores/draftPhotos'
import { loadKinds, useKinds } from '../../stores/kinds'
import { lookAtMessages } from '../../stores/messages'
import { say } from '../../words/say'
import { AreaLine } from './AreaLine'
import { EmergencyCall } from './EmergencyCall'
import { KindPicker } from './KindPicker'
import { OwnName } from './OwnName'
import { PlaceLine } from './PlaceLine'
import { SendBar } from './SendBar'
import { useAsked } from './useAsked'
import { usePlace } from './usePlace'

export default function ReportPage() {
  const key = useRouter().params.draft ?? ''
  useLoad(() => {
    openDraft(key)
    void loadKinds()
    void lookAtMessages()
    // Photos that a kill left half made.
    void readyPhotos(key)
  })
  useDidHide(() => void readyPhotos(key))
  const draft = useDrafts((drafts) => drafts[key]) as ReportDraft | undefined
  return (
    <Screen
      writing
      className="screen--with-bar"
      title={draft?.closing ? say.report.closingTitle : say.report.title}
    >
      {draft ? (
        <ReportForm draftKey={key} draft={draft} />
      ) : (
        <Notice
          text={say.report.notFound}
          button={{ label: say.sent.home, onPress: () => platform.routes.tab('/pages/home/index') }}
        />
      )}
    </Screen>
  )
}

/** What a report has beside the form of its kind. */
const ownParts = ['photos', 'kind', 'place', 'text', 'voices']

type Change = (changes: Partial<ReportDraft>) => void

function ReportForm({ draftKey, draft }: { draftKey: string; draft: ReportDraft }) {
  const kind = useKinds((state) => state.kinds).find(({ code }) => code === draft.kind)
  const at = kind?.at ?? 'grid'
  const placing = usePlace(draftKey, draft, at)
  const asked = useAsked(kind, draft)
  const change: Change = (changes) =>
    changeDraft<ReportDraft>(draftKey, (before) => ({ ...before, ...changes }))
  return (
    <>
      {kind && <EmergencyCall numbers={emergencyCalls(kind)} />}
      <MendWhole draft={draft} asked={[...ownParts, ...asked.form.map(({ name }) => name)]} />
      <MendHint draft={draft} at="photos" />
      <OwnPhotos draftKey={draftKey} draft={draft} kind={kind} />
      <MendHint draft={draft} at="kind" />
      <KindPicker
        chosen={draft.kind}
        closes={draft.closing !== undefined}
        // What was the same as another's is not, in another kind.
        onChoose={(code) =>
          changeDraft<ReportDraft>(draftKey, ({ sameAs: _other, ...before }) => ({
            ...before,
            kind: code,
          }))
        }
      />
      {kind && (
        <FormFields
          // Another kind's form begins folded again.
          key={kind.code}
          id="form"
          draftKey={draftKey}
          draft={draft}
          form={asked.form}
          hints={asked.hints}
          about={aboutOf(draft)}
        />
      )}
      <MendHint draft={draft} at="place" />
      {at === 'grid' ? (
        <PlaceLine draftKey={draftKey} draft={draft} placing={placing} />
      ) : (
        <AreaLine draftKey={draftKey} draft={draft} at={at} />
      )}
      <MendHint draft={draft} at="text" />
      <Words draft={draft} change={change} />
      <MendHint draft={draft} at="voices" />
      <VoiceNotes
        draftKey={draftKey}
        voices={draft.photos.filter(({ medium }) => medium === 'voice')}
      />
      <OwnName kind={kind} />
      <View className="quiet small">{say.report.saved}</View>
      <SendBar draftKey={draftKey} draft={draft} kind={kind} waitForPlace={placing.settled} />
    </>
  )
}

/** Where nothing may be pictured the camera is not offered; a photo that was taken before stays to be removed. */
function OwnPhotos({
  draftKey,
  draft,
  kind,
}: {
  draftKey: string
  draft: ReportDraft
  kind: KindView | undefined
}) {
  const photos = draft.photos.filter(
    ({ field, medium }) => field === undefined && medium !== 'voice',
  )
  const max = kind?.photosMax ?? photoRules.photosPerMatterMax
  if (max === 0 && photos.length === 0) return null
  return (
    <>
      <PhotoTiles draftKey={draftKey} photos={photos} max={max} />
      {photos.length > max && <View className="late">{say.report.photosTooMany(max)}</View>}
    </>
  )
}

function Words({ draft, change }: { draft: ReportDraft; change: Change }) {
  const { closing } = draft
  return (
    <>
      {closing && (
        <TextField
          id="report-result"
          title={say.report.result}
          value={closing.result}
          max={textRules.noteMax}
          templates={say.report.resultTemplates}
          onChange={(result) => change({ closing: { ...closing, result } })}
        />
      )}
      <TextField
        id="report-text"
        title={say.report.text}
        value={draft.text}
        max={textRules.matterTextMax}
        hint={say.report.textHint}
        onChange={(text) => change({ text })}
      />
    </>
  )
}

function aboutOf({ chosenArea, chosenGrid, foundGrid }: ReportDraft) {
  const area = chosenArea ?? chosenGrid ?? foundGrid
  return area ? { areaCode: area.code } : {}
}
