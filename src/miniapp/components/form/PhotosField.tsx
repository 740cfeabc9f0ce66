import { View } from '@tarojs/components'
import { photosOf } from '../../draft/formDraft'
import { PhotoTiles } from '../PhotoTiles'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'

/** Photos, or one photo of the paper that was signed. */
export function PhotosField({ draftKey, draft, field }: FieldProps) {
  const max = field.type === 'signature' ? 1 : field.max
  return (
    <View className="field">
      <FieldLabel field={field} />
      <PhotoTiles
        draftKey={draftKey}
        photos={photosOf(draft, field.name)}
        field={field.name}
        max={max}
      />
    </View>
  )
}
