import pino from 'pino'
import { dueAt } from '@domain/deadline/dueAt'
import { hoursBetween } from '@domain/deadline/hoursBetween'
import { openCalendar, unpublishedYears } from '@cloud/calendar/openCalendar'
import { readSettings } from '@cloud/settings'

const at = (text: string) => Date.parse(`${text}+08:00`)
const today = at('2026-11-23T09:00')

type Entered = { hours?: string; holidays?: string; workdays?: string }

function entered({ hours, holidays, workdays }: Entered) {
  return readSettings({
    LIANXIN_WORK_HOURS: hours,
    LIANXIN_EXTRA_HOLIDAYS: holidays,
    LIANXIN_EXTRA_WORKDAYS: workdays,
  }).calendar
}

function calendarOf(county: Entered = {}, now = today) {
  return openCalendar(entered(county), now, pino({ level: 'silent' }))
}

function due(from: string, hours: number, county?: Entered): string {
  const end = dueAt(at(from), { hours, clock: 'working' }, calendarOf(county))
  return new Date(end + 8 * 3_600_000).toISOString().slice(0, 16)
}

function hoursOfDay(date: string, county?: Entered): number {
  return hoursBetween(at(`${date}T00:00`), at(`${date}T23:59`), 'working', calendarOf(county))
}

describe('a published year', () => {
  test('no deadline runs out during the National Day week of 2026', () => {
    expect(due('2026-09-30T17:00', 2)).toBe('2026-10-08T09:30')
    for (let day = 1; day <= 7; day++) expect(hoursOfDay(`2026-10-0${day}`)).toBe(0)
  })

  test('the Saturday that pays for National Day is worked, and a deadline may fall on it', () => {
    expect(due('2026-10-09T17:00', 2)).toBe('2026-10-10T09:30')
  })

  test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    '%s is a weekend day that offices work in 2026',
    (date) => expect(hoursOfDay(date)).toBe(7),
  )

  test('nobody is late over the nine days of Spring Festival 2026', () => {
    // Saturday, 14 February is worked for it.
    expect(due('2026-02-14T17:30', 1)).toBe('2026-02-24T09:00')
  })

  test('what is reported on an ordinary Friday evening starts to count on Monday', () => {
    expect(due('2026-11-27T19:00', 4)).toBe('2026-11-30T15:00')
  })

  test('what is reported on the Friday evening before a worked Saturday counts from Saturday', () => {
    expect(due('2026-05-08T19:00', 4)).toBe('2026-05-09T15:00')
  })
})

describe('a year without a notice yet', () => {
  test('the Spring Festival of the law is off in 2027, with the days that its weekend days are made up on', () => {
    // 除夕 is Friday, 5 February; Saturday and Sunday are made up on Tuesday and Wednesday.
    expect(due('2027-02-04T17:00', 2)).toBe('2027-02-11T09:30')
  })

  test('no weekend is worked as long as nobody has said so', () => {
    expect(hoursOfDay('2027-10-09')).toBe(0)
  })

  test('a county enters the notice itself, and its days win over the law', () => {
    const county = { holidays: '2027-02-11,2027-02-12', workdays: '2027-02-10,2027-02-20' }
    expect(hoursOfDay('2027-02-10', county)).toBe(7)
    expect(hoursOfDay('2027-02-20', county)).toBe(7)
    expect(hoursOfDay('2027-02-12', county)).toBe(0)
  })

  test('with an old release the years since the last notice follow the law as well', () => {
    const calendar = calendarOf({}, at('2029-06-01T09:00'))
    const hoursOf = (date: string) =>
      hoursBetween(at(`${date}T00:00`), at(`${date}T23:59`), 'working', calendar)
    expect(hoursOf('2028-01-26')).toBe(0)
    expect(hoursOf('2031-10-01')).toBe(0)
  })

  test('whoever is on call is told once of a notice that is overdue, until it has been entered', () => {
    const said: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void said.push(line) })
    openCalendar(entered({}), today, log)
    expect(said).toHaveLength(1)
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ level: 40, years: [2027] })
    openCalendar(entered({ workdays: '2027-02-20' }), today, log)
    expect(said).toHaveLength(1)
  })

  test('nothing is said in summer, when the next notice cannot be known', () => {
    expect(unpublishedYears(entered({}), at('2026-06-01T09:00'))).toEqual([])
    expect(unpublishedYears(entered({}), at('2027-06-01T09:00'))).toEqual([2027])
    expect(unpublishedYears(entered({}), at('2027-12-31T09:00'))).toEqual([2027, 2028])
  })
})

describe('a county with days and hours of its own', () => {
  test('its office hours decide when a deadline falls', () => {
    const county = { hours: '09:00-12:00,13:00-17:00' }
    expect(due('2026-11-23T08:00', 4, county)).toBe('2026-11-23T14:00')
  })

  test('a festival of its own is off, and a published workday that it does not work too', () => {
    const county = { holidays: '2026-11-24,2026-10-10' }
    expect(hoursOfDay('2026-11-24', county)).toBe(0)
    expect(hoursOfDay('2026-10-10', county)).toBe(0)
  })

  test('a published holiday that it works counts as worked', () => {
    expect(hoursOfDay('2026-10-06', { workdays: '2026-10-06' })).toBe(7)
  })
})
