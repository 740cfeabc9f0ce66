import { create } from 'zustand'

/** Those there are texts for. Another one is a folder beside `zh` and a line here and in say.ts. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * The language in use. Kept apart from the settings that decide it, since the platform's own dialogs speak too and the
 * settings need the platform.
 */
export const useLanguage = create<{
  readonly language: Language
  /** In which one the tab bar is written. */
  readonly tabs: Language
}>(() => ({ language: 'zh', tabs: 'zh' }))

/** WeChat says `zh_CN` or `en`, a browser `zh-CN` or `en-GB`; whoever speaks neither reads English rather. */
export function languageOf(tag: string): Language {
  return /^zh/i.test(tag) ? 'zh' : 'en'
}
