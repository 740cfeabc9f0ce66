import type { Words } from '../words'

export const voice: Words['voice'] = {
  start: 'Say it instead',
  stop: 'Done',
  listening: (seconds: number, max: number) =>
    `Listening, ${seconds} s. Tap when done (at most ${max} s)`,
  listen: (seconds: number) => `Voice, ${seconds} s: listen`,
  remove: (n: number) => `Remove voice ${n}`,
  removeShort: 'Remove',
  notPlayed: 'It could not be played. The voice is still here and will be sent.',
  notKept: 'It was not kept; the phone may be full. Please say it again, or write it.',
  nothingHeard: 'Nothing was heard. Please say it again, or write it.',
  denied: 'The microphone may not be used',
  deniedNext: 'Allow it to say your report, or write and take photos instead.',
  openPermissions: 'Open permissions',
  film: 'Film',
  filmOf: (seconds: number) => `Film, ${seconds} s`,
  filmTooLarge: 'The film is too large to send. Please film no longer than 15 seconds.',
  of: 'Voice',
  play: 'Listen',
  transcript: (words: string) => `Heard: ${words}`,
}
