import type { zh } from './zh'

/** The shape of everything the app says, whatever the language: a catalogue that lacks a text does not compile. */
export type Words = Widened<typeof zh>

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T extends readonly (infer One)[]
      ? readonly Widened<One>[]
      : { readonly [Key in keyof T]: Widened<T[Key]> }
