/** Dice that fall the same way for the same seed (mulberry32), so that a run that failed can be run again. */
export type Dice = ReturnType<typeof createDice>

export function createDice(seed: number) {
  let state = seed >>> 0
  function roll(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1))
  return {
    roll,
    between,
    /** True so many times of a hundred. */
    chance: (percent: number) => roll() * 100 < percent,
    oneOf: <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T,
    bytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(roll() * 256)),
  }
}
