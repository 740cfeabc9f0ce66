import { isAreaCode } from '@domain/area/areaCode'

/** Reads one cell: the value, or what is wrong with it in words that follow the column's name. */
export type Cell<T> = (text: string) => T | Wrong
export type Wrong = { readonly wrong: string }

export function isWrong(value: unknown): value is Wrong {
  return typeof value === 'object' && value !== null && 'wrong' in value
}

const wrong = (sentence: string): Wrong => ({ wrong: sentence })

/** Control characters and halves of characters: PostgreSQL cannot keep them all, and nobody typed them on purpose. */
const unreadable = /[\p{Cc}\p{Cs}]/u

export function textCell(lengthMax: number): Cell<string> {
  return (text) => {
    if (text === '') return wrong('不能空着')
    return optionalTextCell(lengthMax)(text)
  }
}

export function optionalTextCell(lengthMax: number): Cell<string> {
  return (text) => {
    if (unreadable.test(text)) return wrong('里有换行或不可见的字符')
    return text.length > lengthMax ? wrong(`太长，最多 ${lengthMax} 个字`) : text
  }
}

export function areaCodeCell(text: string): string | Wrong {
  return isAreaCode(text) ? text : wrong(`应是 6、9、12 或 15 位数字，现在是“${shown(text)}”`)
}

export function patternCell(pattern: RegExp, expected: string): Cell<string> {
  return (text) => (pattern.test(text) ? text : wrong(`应是${expected}，现在是“${shown(text)}”`))
}

/** One of a few words, each with what it means inside. */
export function choiceCell<T>(choices: Readonly<Record<string, T>>): Cell<T> {
  return (text) => {
    const found = Object.entries(choices).find(([word]) => word === text)
    const words = Object.keys(choices).join('、')
    return found ? found[1] : wrong(`只能是 ${words}，现在是“${shown(text)}”`)
  }
}

type Range = { readonly min: number; readonly max: number; readonly decimals: number }

/** Plain digits only: `Number` alone would take "0x10", "1e3" and an empty cell. */
export function numberCell({ min, max, decimals }: Range): Cell<number> {
  const pattern = decimals === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{1,${decimals}})?$`)
  const expected = `${min} 到 ${max} 的${decimals === 0 ? '整数' : `数，小数最多 ${decimals} 位`}`
  return (text) => {
    const value = pattern.test(text) ? Number(text) : NaN
    return value >= min && value <= max ? value : wrong(`应是 ${expected}，现在是“${shown(text)}”`)
  }
}

export function optional<T>(cell: Cell<T>): Cell<T | null> {
  return (text) => (text === '' ? null : cell(text))
}

const lackable = new WeakSet<Cell<unknown>>()

/** A column that a file may be without: then each of its cells is empty. */
export function mayLack<T>(cell: Cell<T>): Cell<T> {
  const own: Cell<T> = (text) => cell(text)
  lackable.add(own)
  return own
}

export function canLack(cell: Cell<unknown>): boolean {
  return lackable.has(cell)
}

const SHOWN_LENGTH_MAX = 30

function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cs}]/gu, '�')
  return plain.length > SHOWN_LENGTH_MAX ? `${plain.slice(0, SHOWN_LENGTH_MAX)}…` : plain
}
