import dayjs from 'dayjs'

/** A day is written `2026-11-23`; a moment has its time and its offset behind it. */
export function dayOf(value: string | undefined): string | undefined {
  return value && dayjs(value).format('YYYY-MM-DD')
}

export function timeOf(value: string | undefined): string | undefined {
  return value?.includes('T') ? dayjs(value).format('HH:mm') : undefined
}

/** With its offset, since without one nobody knows when it is. */
export function momentOf(day: string, time: string): string {
  return dayjs(`${day}T${time}`).format('YYYY-MM-DDTHH:mm:ssZ')
}
