import type { FieldType } from '@domain/form/formField'
import type { Words } from '../words'
import { count } from './count'

type Say = (title: string) => string

const missing: Partial<Record<FieldType, Say>> = {
  photos: (title) => `Please take a photo: ${title}`,
  signature: (title) => `Please photograph the signed paper: ${title}`,
  consent: (title) => `Please tick first: ${title}`,
  text: (title) => `Please fill in ${title}`,
  phone: (title) => `Please fill in ${title}`,
  number: (title) => `Please fill in ${title}`,
  money: (title) => `Please fill in ${title}`,
  rows: (title) => `Please write at least one line: ${title}`,
  place: (title) => `Please find the place: ${title}`,
}

const wrong: Partial<Record<FieldType, Say>> = {
  phone: (title) => `${title} takes digits only, please change it`,
  number: (title) => `${title} takes a whole number, please change it`,
  money: (title) => `${title} takes an amount, such as 120 or 120.50`,
  rows: (title) => `A line of ${title} is too long, please shorten it`,
  row: (title) => `${title} has changed, please choose again`,
  moment: (title) => `${title} is already past, please choose again`,
}

export const form: Words['form'] = {
  optional: ' (may be left out)',
  more: (number: number) => `${count(number, 'more thing')} can be filled in`,
  missing,
  missingValue: (title: string) => `Please choose: ${title}`,
  wrong,
  wrongValue: (title: string) => `${title} does not fit, please fill it in again`,
  tooLong: (title: string, max: number) => `${title} is too long, at most ${max} characters`,
  tooMany: (title: string, max: number) => `${title}: at most ${max}, please remove some`,
  tooLarge: (title: string, max: string) => `${title} is too large, at most ${max}`,
  tooSmall: (title: string, min: string) => `${title} is too small, at least ${min}`,
  tooFar: (title: string) => `${title} is too far away, please choose a nearer day`,
  beganAt: (time) => `Began: ${time}`,
  beginNow: 'Begin now',
  endNow: 'End now',
  unknownField: 'The form has changed. Please go back and open it again',
  yes: 'Yes',
  no: 'No',
  chosen: (title: string) => `${title}, chosen`,
  agree: 'I agree',
  agreed: 'Agreed',
  yuan: 'yuan',
  yuanOf: (amount: number) => `${amount} yuan`,
  chooseDay: 'Choose a day',
  chooseTime: 'Choose a time',
  clear: 'Leave out',
  addRow: 'Add a line',
  rowTitle: (n: number) => `Line ${n}`,
  rowDue: 'By which day (may be left out)',
  rowTime: 'By what time (may be left out)',
  removeRow: (n: number) => `Remove line ${n}`,
  noRows: 'Nothing on the list is still open',
  overdueRow: 'overdue',
  locate: 'It is here: find the place',
  located: (metres?: number) =>
    metres === undefined ? 'Place found' : `Place found, within about ${Math.round(metres)} m`,
  locating: 'Finding the place',
  searchPerson: 'Part of the name',
  searchWhole: 'The whole name, to the letter',
  searchMatter: 'The number of the matter',
  find: 'Find',
  searching: 'Looking',
  nobody: 'Nobody found, try another word',
  noMatter: 'No matter has this number, please check',
  unreachable:
    'No network, so nothing can be looked up. What you wrote is kept; choose when there is signal.',
  remove: (name: string) => `Remove ${name}`,
  ownerGroups: {
    person: 'People',
    post: 'Posts',
    area: 'All grid workers of a place',
    department: 'Departments',
  },
  areaFirst: 'First choose below where it is',
  filterOwners: 'Type a name to find',
  areaOf: (name: string) => `Grid workers of ${name}`,
  openTasks: (number: number) =>
    number > 0 ? `${count(number, 'task')} in hand` : 'nothing in hand',
  otherAreas: 'Other villages',
  showAll: (number: number) => `All ${number}`,
}
