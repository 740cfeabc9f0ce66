import { View } from '@tarojs/components'
import { writeValue } from '../../stores/formDraft'
import { say } from '../../words/say'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { OptionButton } from './OptionButton'

/** 知情同意: what one agrees to stands above the box, in full. */
export function ConsentField({ id, draftKey, draft, field }: FieldProps) {
  const agreed = draft.values[field.name] === true
  return (
    <View className="field">
      <FieldLabel field={field} />
      {field.words && <View className="quote quote--large">{field.words}</View>}
      <OptionButton
        id={id}
        title={agreed ? say.form.agreed : say.form.agree}
        chosen={agreed}
        onPress={() => writeValue(draftKey, field.name, agreed ? undefined : true)}
      />
    </View>
  )
}
