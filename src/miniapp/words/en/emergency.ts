import type { Words } from '../words'

export const emergency: Words['emergency'] = {
  title: 'Emergency',
  first: 'People first: call now',
  numbers: [
    { number: '110', who: 'Police' },
    { number: '119', who: 'Fire and rescue' },
    { number: '120', who: 'Ambulance' },
  ],
  then: 'After the call, tell the township',
}
