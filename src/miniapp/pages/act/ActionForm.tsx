import { View } from '@tarojs/components'
import type { ActionView } from '@contract/views'
import { PhotoTiles } from '../../components/PhotoTiles'
import { TextField } from '../../components/TextField'
import type { ActionDraft } from '../../draft/actionDraft'
import { changeDraft } from '../../stores/drafts'
import { zh } from '../../words/zh'

type Props = { draftKey: string; draft: ActionDraft; form: ActionView['form'] }
type Field = ActionView['form'][number]

/** The form as the flow's table draws it. */
export function ActionForm({ draftKey, draft, form }: Props) {
  const write = (name: string, text: string) =>
    changeDraft<ActionDraft>(draftKey, (before) => ({
      ...before,
      texts: { ...before.texts, [name]: text },
    }))
  return (
    <>
      {form.map((field) =>
        field.type === 'photos' ? (
          <View key={field.name}>
            <View className="label">{titleOf(field)}</View>
            <PhotoTiles draftKey={draftKey} photos={draft.photos} />
          </View>
        ) : (
          <TextField
            key={field.name}
            id={`act-${field.name}`}
            title={titleOf(field)}
            value={draft.texts[field.name] ?? ''}
            max={field.max}
            templates={field.templates ?? []}
            onChange={(text) => write(field.name, text)}
          />
        ),
      )}
    </>
  )
}

function titleOf({ title, required }: Field): string {
  return required ? title : `${title}${zh.act.optional}`
}

export function findUnfilled(form: ActionView['form'], draft: ActionDraft): string | undefined {
  const field = form.find(({ required, type, name }) => required && isEmpty(draft, type, name))
  if (!field) return undefined
  return field.type === 'photos' ? zh.act.photosNeeded : zh.act.textNeeded(field.title)
}

function isEmpty(draft: ActionDraft, type: Field['type'], name: string): boolean {
  return type === 'photos' ? draft.photos.length === 0 : (draft.texts[name] ?? '').trim() === ''
}
