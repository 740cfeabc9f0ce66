import { pinyin } from 'pinyin-pro'
import type { SourceKind } from './readSource'

/** The kinds that are offered first, the commonest at the head. */
const mostUsed = ['0501', '0603', '0601', '0101', '0701', '0901']

/** Whom to call before reporting. Where a kind has two numbers, the one its note names first. */
const emergencyNumbers: Record<string, string> = {
  '0202': '110',
  '0306': '119',
  '0307': '119',
  '0801': '119',
  '0802': '119',
  '0803': '119',
  '0804': '122',
  '0805': '110',
  '0806': '110',
  '0807': '120',
  '0808': '110',
  '0902': '110',
  '0903': '110',
}

const categoryIcons: Record<string, string> = {
  '01': 'dispute',
  '02': 'police',
  '03': 'fire',
  '04': 'hazard',
  '05': 'litter',
  '06': 'facility',
  '07': 'help',
  '08': 'emergency',
  '09': 'fraud',
}

const kindIcons: Record<string, string> = {
  '0404': 'road',
  '0405': 'water',
  '0502': 'water',
  '0601': 'road',
  '0602': 'road',
  '0603': 'lamp',
  '0606': 'water',
  '0608': 'water',
  '0701': 'person',
  '0703': 'person',
  '0801': 'fire',
  '0802': 'water',
  '0804': 'road',
  '0807': 'medical',
}

export function makeKinds(kinds: SourceKind[]): Record<string, string>[] {
  return kinds.map((kind) => ({
    category: kind.cat,
    categoryName: kind.cat_name,
    code: kind.code,
    name: kind.name,
    urgency: kind.urgency,
    acceptHours: kind.accept_h,
    acceptClock: kind.accept_clock,
    handleHours: kind.handle_h,
    handleClock: kind.handle_clock,
    basePoints: kind.base_points,
    selfClose: kind.self_close,
    sensitivity: kind.sensitivity,
    owner: kind.owner,
    note: kind.note,
    initials: initialsOf(kind.name),
    emergencyNumber: emergencyNumbers[kind.code] ?? '',
    rank: mostUsed.includes(kind.code) ? String(mostUsed.indexOf(kind.code) + 1) : '',
    icon: kindIcons[kind.code] ?? categoryIcons[kind.cat] ?? 'help',
  }))
}

/** What a person types on a Latin keyboard to find the kind: lljf finds 邻里纠纷. */
function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
  return letters
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
