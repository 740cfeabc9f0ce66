/** What is wrong with a county's settings: where, a stable code, and what to do about it in plain words. */
export type SettingsProblem = {
  /** `flows.incident.limits.handling`, `ownKinds.0.code`. */
  readonly path: string
  readonly code: SettingsTrouble
  readonly words: string
}

export type SettingsTrouble =
  | 'unknown-flow'
  | 'unknown-status'
  | 'unknown-action'
  | 'unknown-field'
  | 'unknown-kind'
  | 'unknown-rule'
  | 'limit-not-positive'
  | 'limit-too-long'
  | 'limit-by-law'
  | 'limit-not-here'
  | 'points-out-of-range'
  | 'points-none-on-purpose'
  | 'code-out-of-range'
  | 'code-taken'
  | 'sensitivity-lowered'
  | 'text-empty'
  | 'text-too-long'
  | 'field-needed'
  | 'field-name'
  | 'field-taken'
  | 'field-max'
  | 'choices-missing'
  | 'choice-needed'
  | 'form-closed'
  | 'too-many'
  | 'effective-in-past'
  | 'effective-too-far'
  | 'unsound'

export function trouble(path: string, code: SettingsTrouble, words: string): SettingsProblem {
  return { path, code, words }
}

export const settingsRules = {
  titleMax: 60,
  templateMax: 200,
  templatesMax: 20,
  choicesMax: 20,
  addedFieldsMax: 10,
  ownKindsMax: 90,
  pointsMax: 100,
  /** Beyond two years nobody is waiting any more. */
  limitHoursMax: 20_000,
  daysAheadMax: 366,
} as const

export function checkWords(path: string, words: string, max: number): SettingsProblem[] {
  if (words.trim() === '') return [trouble(path, 'text-empty', '不能空着')]
  return words.length > max
    ? [trouble(path, 'text-too-long', `最多 ${max} 个字，现在有 ${words.length} 个`)]
    : []
}

export function checkPoints(path: string, points: number): SettingsProblem[] {
  const { pointsMax } = settingsRules
  return Number.isInteger(points) && points >= 0 && points <= pointsMax
    ? []
    : [trouble(path, 'points-out-of-range', `积分是 0 到 ${pointsMax} 的整数`)]
}
