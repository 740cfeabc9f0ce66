export type Lanes = {
  /** There may be something to do in this lane; takes what is due, as far as the lane has room. */
  fill(lane: string): void
  /** Resolves once nothing is being claimed or done. */
  idle(): Promise<void>
  /** Takes nothing more; what is in hand is finished. */
  close(): void
}

export type LaneWork<Item> = {
  readonly atOnceMax: number
  claim(lane: string, limit: number): Promise<readonly Item[]>
  work(item: Item): Promise<void>
  onFault(error: unknown): void
}

type Lane = { working: number; claiming: boolean; askedAgain: boolean }

/** Each destination has its own lane with its own room, so that one that never answers fills only its own. */
export function makeLanes<Item>({ atOnceMax, claim, work, onFault }: LaneWork<Item>): Lanes {
  const lanes = new Map<string, Lane>()
  const underWay = new Set<Promise<void>>()
  let closed = false

  function track(task: Promise<void>): void {
    const tracked: Promise<void> = task.catch(onFault).finally(() => underWay.delete(tracked))
    underWay.add(tracked)
  }

  function fill(name: string): void {
    const lane = laneOf(lanes, name)
    // What was written while a claim was reading may have been missed by it.
    if (lane.claiming) lane.askedAgain = true
    else if (!closed && lane.working < atOnceMax) track(take(name, lane))
  }

  async function take(name: string, lane: Lane): Promise<void> {
    lane.claiming = true
    lane.askedAgain = false
    const items = await claim(name, atOnceMax - lane.working).finally(() => (lane.claiming = false))
    lane.working += items.length
    for (const item of items) track(workOn(name, lane, item))
    if (lane.askedAgain) fill(name)
  }

  async function workOn(name: string, lane: Lane, item: Item): Promise<void> {
    await work(item).finally(() => lane.working--)
    fill(name)
  }

  return {
    fill,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
    close: () => void (closed = true),
  }
}

function laneOf(lanes: Map<string, Lane>, name: string): Lane {
  const lane = lanes.get(name) ?? { working: 0, claiming: false, askedAgain: false }
  lanes.set(name, lane)
  return lane
}
