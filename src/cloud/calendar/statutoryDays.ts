import { getLunarDate, getSolarTermDate } from 'chinese-days'
import { isWorkday, plainCalendar } from '@domain/deadline/dueAt'
import { DAY_MS } from '@domain/shared/instant'
import { dayOf } from './dayOf'

const fixedDates = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/**
 * The days off that 全国年节及纪念日放假办法 (as amended in 2024) itself names, for a year whose notice is not known. A
 * day on a weekend is made up on a working day (第六条): which one, the notice says, and notices take the next.
 */
export function statutoryDays(year: number): ReadonlySet<number> {
  const named = [
    ...fixedDates.map((date) => dayOf(`${year}-${date}`)),
    ...springFestival(year),
    pureBrightness(year),
    findLunarDay(year, 5, 5),
    findLunarDay(year, 8, 15),
  ]
  return new Set([...named, ...makeUpDays(new Set(named))])
}

/** 除夕 and the first three days of the lunar year. */
function springFestival(year: number): number[] {
  const first = findLunarDay(year, 1, 1)
  return [first - 1, first, first + 1, first + 2]
}

/** 清明. The package writes a UTC midnight in the zone of the process: west of Greenwich that is still the day before. */
function pureBrightness(year: number): number {
  const written = getSolarTermDate(year, 4, 'pure_brightness')
  return Math.ceil(Date.parse(`${written}T00:00`) / DAY_MS)
}

/** A festival is kept in the month itself and not in the leap month after it. */
function findLunarDay(year: number, month: number, dayOfMonth: number): number {
  const first = dayOf(`${year}-01-01`)
  for (let day = first; day < first + 366; day++) {
    const { lunarMon, lunarDay, isLeap } = getLunarDate(day * DAY_MS)
    if (lunarMon === month && lunarDay === dayOfMonth && !isLeap) return day
  }
  throw new Error(`No day ${dayOfMonth} of lunar month ${month} in ${year}`)
}

function makeUpDays(named: ReadonlySet<number>): number[] {
  const taken = new Set(named)
  const calendar = { ...plainCalendar, holidays: taken }
  const onWeekend = [...named].filter((day) => !isWorkday(day, plainCalendar))
  return onWeekend.map((day) => {
    let next = day
    while (!isWorkday(next, calendar)) next++
    taken.add(next)
    return next
  })
}
