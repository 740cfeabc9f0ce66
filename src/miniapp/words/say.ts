import { zh } from './zh'

/** What the app says, in the language of whoever holds the phone. */
export const say = zh
