import Taro from '@tarojs/taro'

const POOL_BYTES = 1024
const REFILL_BELOW = 128

type RandomValues = {
  getRandomValues?: (options: { length: number }) => Promise<{ randomValues: ArrayBuffer }>
}

/**
 * Ids are minted in one step, but WeChat hands out good randomness only later. So a pool is filled ahead; until it is,
 * Math.random stands in, which for ids that also carry a millisecond is weak but not wrong.
 */
export function createEntropyPool(): (length: number) => Uint8Array {
  let pool = new Uint8Array(0)
  const refill = () => {
    const source = (Taro as RandomValues).getRandomValues
    source?.({ length: POOL_BYTES }).then(
      ({ randomValues }) => (pool = new Uint8Array(randomValues)),
      () => undefined,
    )
  }
  refill()
  return (length) => {
    const taken = pool.slice(0, length)
    pool = pool.slice(length)
    if (pool.length < REFILL_BELOW) refill()
    return taken.length === length ? taken : diceBytes(length)
  }
}

function diceBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256))
}
