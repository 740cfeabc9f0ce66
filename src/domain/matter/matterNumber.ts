import { chinaDateDigits, type Instant } from '../shared/instant'

/** `E` + 6-digit county + yyyymmdd + serial of the day (at least 5 digits) + check digit: 一案一码. */
export function matterNumber(countyId: number, at: Instant, serial: number): string {
  const digits = `${countyId}${chinaDateDigits(at)}${String(serial).padStart(5, '0')}`
  return `E${digits}${checkDigit(digits)}`
}

export function isMatterNumber(text: string): boolean {
  const match = /^E(\d{19,})(\d)$/.exec(text)
  return match !== null && checkDigit(match[1] ?? '') === Number(match[2])
}

/** Luhn (ISO/IEC 7812-1): catches every single mistyped digit and most swapped neighbours. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}
