import { en } from './en'
import { useLanguage, type Language } from './language'
import type { Words } from './words'
import { zh } from './zh'

export const catalogues: Readonly<Record<Language, Words>> = { zh, en }

/**
 * What the app says, in the language of whoever holds the phone. Each part is looked up when it is said, so nothing may
 * be kept from the moment a file was loaded.
 */
export const say = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.keys(zh).map((part) => [
      part,
      {
        enumerable: true,
        get: () => catalogues[useLanguage.getState().language][part as keyof Words],
      },
    ]),
  ),
) as Words
