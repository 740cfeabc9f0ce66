import { View } from '@tarojs/components'
import type { FormField } from '@domain/form/formField'
import { say } from '../../words/say'

export function FieldLabel({ field }: { field: FormField }) {
  return <View className="label">{titleOf(field)}</View>
}

export function titleOf({ title, required }: FormField): string {
  return required ? title : `${title}${say.form.optional}`
}
