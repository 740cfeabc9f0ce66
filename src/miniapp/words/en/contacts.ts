import type { Words } from '../words'

export const contacts: Words['contacts'] = {
  title: 'Find my grid worker',
  of: (area: string) => `Duty telephones of ${area}`,
  call: 'Call',
  callWho: (role: string, name: string) => `Call ${role} ${name}`,
  callFailed: (phone: string) => `The call did not go out. The number is ${phone}`,
  here: 'Find by where I am',
  locating: 'Locating',
  choose: 'Choose another village',
  chooseTownship: 'First the township',
  chooseVillage: 'Then the village',
  noAreas:
    'There is no connection, so nothing can be chosen. Please try again where there is signal.',
  noPlace: 'The phone does not know where it is. Please choose township and village.',
  none: 'No duty telephone is registered here yet. In an emergency call 110, 119 or 120; for public services 12345.',
  only: 'To find the grid worker of your village, locate yourself or choose the village.',
  guest: 'Signed in you see the grid worker of your village and the telephone.',
  kept: (time: string) => `No connection. This was kept on the phone ${time}.`,
}
