import { View } from '@tarojs/components'
import { writeValue } from '../../stores/formDraft'
import { say } from '../../words/say'
import { addressOf } from '../../stores/apiBase'
import { Picture } from '../Picture'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { OptionButton } from './OptionButton'

/** One of the photos that the matter has already. */
export function PhotoChoiceField({ id, draftKey, draft, field, about }: FieldProps) {
  const photos = (about.photos ?? []).filter(({ medium, replacedBy }) => !medium && !replacedBy)
  return (
    <View className="field">
      <FieldLabel field={field} />
      {photos.length === 0 && <View className="quiet">{say.matter.noPhotos}</View>}
      {photos.map(({ fileId, thumbnailUrl }, index) => (
        <View key={fileId} className="row">
          {thumbnailUrl && (
            <View className="tile">
              <Picture
                className="tile__photo"
                address={addressOf(thumbnailUrl)}
                label={say.report.photo(index + 1)}
              />
            </View>
          )}
          <View className="grow">
            <OptionButton
              id={`${id}-${index}`}
              title={say.report.photo(index + 1)}
              chosen={draft.values[field.name] === fileId}
              onPress={() => writeValue(draftKey, field.name, fileId)}
            />
          </View>
        </View>
      ))}
    </View>
  )
}
