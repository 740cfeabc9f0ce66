import { create } from 'zustand'
import { platform } from '../platform/platform'
import { languageOf, languages, useLanguage, type Language } from '../words/language'

const KEY = 'settings'
/** What the app's own large mode adds to the phone's factor. */
const LARGE = 1.25
/** Layouts are made to hold up to here; WeChat's care mode asks for 1.4. */
const SCALE_MAX = 1.75

/** follow: whatever WeChat or the browser speaks. */
export const languageChoices = ['follow', ...languages] as const
export type LanguageChoice = (typeof languageChoices)[number]

type Kept = { readonly large: boolean; readonly language: LanguageChoice }
/** `fontScale` is WeChat's own setting, which people change while the app lies in the background. */
type Settings = Kept & { readonly fontScale: number }

export const useSettings = create<Settings>(readSettings)

export function readSettings(): Settings {
  const kept = platform.records.read(KEY) as Partial<Kept> | undefined
  // A village officer's phone may say anything; the app speaks Chinese until somebody chooses otherwise.
  const language = languageChoices.find((choice) => choice === kept?.language) ?? 'zh'
  speak(language)
  return { large: kept?.large === true, language, fontScale: platform.device.fontScale() }
}

export function setLarge(large: boolean): void {
  keep({ large })
}

/** Every open page was written in the language before, so the app begins anew at the page where it was chosen. */
export function setLanguage(language: LanguageChoice, page: string): void {
  const before = useLanguage.getState().language
  keep({ language })
  if (speak(language) !== before) platform.routes.restart(page)
}

/** The person may have been in WeChat's own settings. */
export function lookAtTypeSize(): void {
  useSettings.setState({ fontScale: platform.device.fontScale() })
}

export function typeScale({ large, fontScale }: Pick<Settings, 'large' | 'fontScale'>): number {
  return Math.min(SCALE_MAX, fontScale * (large ? LARGE : 1))
}

function keep(changes: Partial<Kept>): void {
  const { large, language } = { ...useSettings.getState(), ...changes }
  platform.records.write(KEY, { large, language })
  useSettings.setState(changes)
}

function speak(choice: LanguageChoice): Language {
  const language = choice === 'follow' ? languageOf(platform.device.language()) : choice
  useLanguage.setState({ language })
  return language
}
