/** Every limit of the send queue, with its name. */
export const queueRules = {
  /** Waiting on one phone; beyond it a person is asked to find signal first. */
  itemsMax: 200,
  uploadsAtOnce: 2,
  retryBaseMs: 2_000,
  retryMaxMs: 5 * 60_000,
  /** Sent items stay visible until this many newer ones were sent. */
  sentKept: 20,
  /** How often in one go a server may say that a photo goes on elsewhere. */
  offsetCorrectionsMax: 3,
  /** A photo whose hash the server denies this often is damaged on the phone. */
  hashFailuresMax: 3,
} as const
