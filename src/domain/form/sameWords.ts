const DIGITS = '零一二三四五六七八九'

/**
 * What two people write for the same house, in one form: 三组 12号, 3组12号 and ３组十二号. Only for comparing; what
 * people read is what was written.
 */
export function sameWords(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/〇/g, '零')
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String(10 * digitOf(tens || '一') + digitOf(ones || '零')),
    )
    .replace(/[零一二三四五六七八九]/g, (digit) => String(digitOf(digit)))
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function digitOf(written: string): number {
  return DIGITS.indexOf(written)
}
