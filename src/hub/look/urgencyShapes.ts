import type { Urgency } from '@domain/kind/kind'

/** Triangle with a mark, diamond, disc, ring: told apart without colour and at 14 pixels. A 16 by 16 box. */
export const urgencyShapes: Readonly<Record<Urgency, string>> = {
  U1: 'M8 0.5 L15.8 15 H0.2 Z M7.1 5.5 V10 H8.9 V5.5 Z M7.1 11.4 V13.2 H8.9 V11.4 Z',
  U2: 'M8 0.5 L15.5 8 L8 15.5 L0.5 8 Z',
  U3: 'M8 1.5 A6.5 6.5 0 1 0 8 14.5 A6.5 6.5 0 1 0 8 1.5 Z',
  U4: 'M8 1.5 A6.5 6.5 0 1 0 8 14.5 A6.5 6.5 0 1 0 8 1.5 Z M8 4 A4 4 0 1 1 8 12 A4 4 0 1 1 8 4 Z',
}
