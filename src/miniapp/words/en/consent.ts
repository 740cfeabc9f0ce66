import type { Words } from '../words'

export const consent: Words['consent'] = {
  title: 'Before anything of yours is used',
  text: 'A report uses the camera, the microphone and the location. Only the township centre gets them, to deal with this matter. Without your consent you can still read everything.',
  contract: 'Read the full statement',
  agree: 'I agree',
  refuse: 'I do not agree',
}
