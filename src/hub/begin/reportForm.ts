import { areaLevels } from '@domain/area/areaCode'
import { allFlows, findFlow } from '@domain/flows/allFlows'
import { textOf, textsOf, type Fields } from '@domain/form/formField'
import { photoRules, textRules } from '@domain/photo/photoRules'
import type { Place } from '@domain/place/place'
import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { FormFieldView, KindView } from '@contract/views'
import { buildInput, type Draft } from '../form/draft'

export type Report = RequestInputOf<Operations['reportMatter']>

/** What every report carries beside its flow's own form, as fields no table can name. */
export const ownNames = {
  text: '_text',
  photos: '_photos',
  place: '_place',
  area: '_area',
} as const

/** The whole form of a kind: what happened, its flow's own questions, photos and a point where they belong. */
export function reportForm(kind: KindView): FormFieldView[] {
  const photosMax = findFlow(allFlows, kind.flow)?.report.photosMax ?? photoRules.photosPerMatterMax
  const asksNothing = kind.form.every(({ required }) => !required)
  return [
    own('text', '什么事', 'text', { required: asksNothing, max: textRules.matterTextMax }),
    ...kind.form,
    ...(photosMax > 0
      ? [own('photos', '照片', 'photos', { required: false, max: photosMax })]
      : []),
    ...(kind.at === 'grid' ? [own('place', '坐标', 'place', { required: false, max: 60 })] : []),
  ]
}

function own(
  name: keyof typeof ownNames,
  title: string,
  type: FormFieldView['type'],
  rest: { readonly required: boolean; readonly max: number },
): FormFieldView {
  return { name: ownNames[name], title, type, ...rest }
}

/** Nothing can be filed without a place; a point finds its grid by itself. */
export function areaTrouble(kind: KindView, areaCode: string, draft: Draft): string | undefined {
  if (areaCode.length >= areaLevels[kind.at]) return undefined
  if (kind.at === 'grid' && draft.texts[ownNames.place]?.trim()) return undefined
  return whereWords[kind.at]
}

const whereWords = {
  grid: '请选择「网格」，或在下面填坐标',
  village: '请选择「村（社区）」',
  township: '请选择「镇」',
} as const

type Filled = {
  readonly kind: KindView
  readonly draft: Draft
  readonly areaCode: string
  readonly now: number
  readonly newId: () => string
}

export function buildReport({ kind, draft, areaCode, now, newId }: Filled): Report {
  const filled = buildInput(reportForm(kind), draft)
  const place = placeOf(filled)
  return {
    commandId: newId(),
    matterId: newId(),
    kind: kind.code,
    text: textOf(filled, ownNames.text) ?? '',
    ...(place ? { place } : {}),
    ...whereOf(kind, areaCode),
    fields: buildInput(kind.form, draft) as NonNullable<Report['fields']>,
    discoveredAt: new Date(now).toISOString(),
    fileIds: [...textsOf(filled, ownNames.photos)],
  }
}

function whereOf({ at }: KindView, areaCode: string): Pick<Report, 'gridCode' | 'areaCode'> {
  if (areaCode.length < areaLevels[at]) return {}
  return at === 'grid' ? { gridCode: areaCode } : { areaCode: areaCode.slice(0, areaLevels[at]) }
}

/** As the maps of WeChat and Amap say it, which is where people at a desk look a point up. */
function placeOf(filled: Fields): Place | undefined {
  const words = textOf(filled, ownNames.place)
  if (words === undefined) return undefined
  const [longitude = NaN, latitude = NaN] = words.split(',').map(Number)
  return { longitude, latitude, datum: 'gcj02' }
}
