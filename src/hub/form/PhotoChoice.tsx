import { withValue } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { OptionList } from './OptionList'

/** One of the matter's own photos, chosen by looking at it. */
export function PhotoChoice(props: FieldProps) {
  const { id, field, draft, edit, place } = props
  const pictures = (place.matter?.photos ?? []).filter(
    ({ medium, replacedBy }) => medium !== 'voice' && medium !== 'video' && !replacedBy,
  )
  return (
    <FieldFrame {...props} group="radiogroup">
      <div className="options">
        {pictures.length === 0 && <p className="quiet">这件事没有照片</p>}
        <OptionList
          name={id}
          testId="photo-option"
          options={pictures.map(({ fileId, thumbnailUrl }, at) => ({
            key: fileId,
            title: `第 ${at + 1} 张`,
            detail: thumbnailUrl ? (
              <img className="photo-option" src={thumbnailUrl} alt={`第 ${at + 1} 张照片`} />
            ) : (
              '还没传到'
            ),
          }))}
          isChosen={(key) => draft.values[field.name] === key}
          onChoose={(key) => edit((before) => withValue(before, field.name, key))}
        />
      </div>
    </FieldFrame>
  )
}
