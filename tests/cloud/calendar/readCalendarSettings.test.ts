import { dayOf } from '@cloud/calendar/dayOf'
import { readSettings } from '@cloud/settings'

test('a county that sets nothing works 08:30 to 12:00 and 14:30 to 18:00', () => {
  const usual = [
    { fromMinute: 510, toMinute: 720 },
    { fromMinute: 870, toMinute: 1080 },
  ]
  expect(readSettings({}).calendar.spans).toEqual(usual)
  expect(readSettings({ LIANXIN_WORK_HOURS: '' }).calendar.spans).toEqual(usual)
  expect(readSettings({ LIANXIN_WORK_HOURS: '08:30-12:00,14:30-18:00' }).calendar.spans).toEqual(
    usual,
  )
})

test('office hours may go through the day and until midnight', () => {
  expect(readSettings({ LIANXIN_WORK_HOURS: '8:00-24:00' }).calendar.spans).toEqual([
    { fromMinute: 480, toMinute: 1440 },
  ])
})

test.each([
  ['9-17', '9-17'],
  ['18:00-08:30', '18:00-08:30'],
  ['08:30-08:30', '08:30-08:30'],
  ['08:30-12:60', '08:30-12:60'],
  ['08:30-24:01', '08:30-24:01'],
  ['14:30-18:00,08:30-12:00', '08:30-12:00'],
  ['08:30-12:00,11:30-18:00', '11:30-18:00'],
  ['08:30-12:00，14:30-18:00', '08:30-12:00，14:30-18:00'],
])('office hours “%s” are refused at start, and the part that is wrong is named', (text, wrong) => {
  expect(() => readSettings({ LIANXIN_WORK_HOURS: text })).toThrow(
    `LIANXIN_WORK_HOURS 应该像 08:30-12:00,14:30-18:00，从早到晚、不重叠，现在有“${wrong}”`,
  )
})

test('days of the county are read as a list', () => {
  const { calendar } = readSettings({
    LIANXIN_EXTRA_HOLIDAYS: '2027-02-11, 2027-02-12',
    LIANXIN_EXTRA_WORKDAYS: '2027-02-20',
  })
  expect(calendar.extraHolidays).toEqual([dayOf('2027-02-11'), dayOf('2027-02-12')])
  expect(calendar.extraWorkdays).toEqual([dayOf('2027-02-20')])
})

test.each(['2027-02-30', '2027-2-5', '20270205', '2027/02/05', '2027-13-01', '春节', '2027-02'])(
  'the day “%s” is refused at start and named with its variable',
  (wrong) => {
    for (const name of ['LIANXIN_EXTRA_HOLIDAYS', 'LIANXIN_EXTRA_WORKDAYS'])
      expect(() => readSettings({ [name]: `2027-02-11,${wrong}` })).toThrow(
        new RegExp(`^${name} 应该是像 2027-02-05,2027-02-08 这样的日期，现在有“${wrong}”$`),
      )
  },
)

test('a day that is said to be both off and worked is refused at start', () => {
  expect(() =>
    readSettings({
      LIANXIN_EXTRA_HOLIDAYS: '2027-02-11,2027-02-20',
      LIANXIN_EXTRA_WORKDAYS: '2027-02-20',
    }),
  ).toThrow('2027-02-20 不能既在 LIANXIN_EXTRA_HOLIDAYS（放假）里')
})
