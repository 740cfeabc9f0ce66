import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { createDice } from '../campaign/dice'

/** One request as the line saw it. */
export type Trip = {
  readonly path: string
  /** Of its body, as many as left the phone. */
  upBytes: number
  cut: boolean
}

/** After so many bytes, up or down, the connection is gone; a cut down comes after the server has it all. */
export type Cut = { readonly way: 'up' | 'down'; readonly after: number }

type Weather = {
  /** Each way, for all connections together; none: as fast as this machine. */
  readonly bytesPerSecond?: number
  /** Asked once per request, with the length of its body. */
  readonly cut?: (path: string, bodyBytes: number) => Cut | undefined
}

/** A radio between a browser and a server: real connections, slow and broken off in the middle when told to be. */
export type WeakLine = {
  readonly url: string
  become(weather: Weather): void
  /** Since the last change of weather. */
  trips(): readonly Trip[]
  close(): Promise<void>
}

export async function openWeakLine(serverUrl: string): Promise<WeakLine> {
  const { hostname, port } = new URL(serverUrl)
  let weather: Weather = {}
  let trips: Trip[] = []
  const open = new Set<Socket>()
  const up = makeLane(() => weather.bytesPerSecond)
  const down = makeLane(() => weather.bytesPerSecond)
  const server = createServer((phone) => {
    const far = connect(Number(port), hostname)
    for (const end of [phone, far]) keep(open, end)
    const watch = watchTrips((path, bodyBytes) => {
      const trip: Trip = { path, upBytes: 0, cut: false }
      trips.push(trip)
      return { trip, cut: weather.cut?.(path, bodyBytes) }
    })
    const breakOff = () => {
      watch.noteCut()
      phone.destroy()
      far.destroy()
    }
    void carry({ from: phone, to: far, lane: up, room: watch.goesUp, breakOff })
    void carry({ from: far, to: phone, lane: down, room: watch.comesDown, breakOff })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become(next) {
      weather = next
      trips = []
    },
    trips: () => trips,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const end of open) end.destroy()
      await closed
    },
  }
}

/** Every so-manyth request to the backend ends somewhere on its way, up or down; the same seed breaks the same ones. */
export function cutEvery(nth: number, seed: number): NonNullable<Weather['cut']> {
  const dice = createDice(seed)
  let asked = 0
  return (path, bodyBytes) => {
    if (!path.startsWith('/api/') || ++asked % nth !== 0) return undefined
    const way = dice.oneOf(['up', 'down'] as const)
    return { way, after: way === 'up' ? dice.between(0, bodyBytes) : dice.between(0, ANSWER_BYTES) }
  }
}

const ANSWER_BYTES = 300

function keep(open: Set<Socket>, socket: Socket): void {
  open.add(socket)
  // A broken connection is what this line is for.
  socket.on('error', () => undefined)
  socket.on('close', () => open.delete(socket))
}

type Way = {
  readonly from: Socket
  readonly to: Socket
  readonly lane: (bytes: number) => Promise<void>
  /** How many of these bytes still pass. */
  readonly room: (data: Buffer) => number
  readonly breakOff: () => void
}

/** About what a radio sends at once. */
const PIECE_BYTES = 512

async function carry({ from, to, lane, room, breakOff }: Way): Promise<void> {
  try {
    for await (const data of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < data.length; at += PIECE_BYTES) {
        const piece = data.subarray(at, at + PIECE_BYTES)
        const passes = room(piece)
        await lane(passes)
        to.write(piece.subarray(0, passes))
        if (passes < piece.length) return breakOff()
      }
    }
    to.end()
  } catch {
    // The other direction broke it off.
    to.destroy()
  }
}

/** One after another through the same air, each piece as long as it takes. */
function makeLane(bytesPerSecond: () => number | undefined) {
  let last: Promise<void> = Promise.resolve()
  return (bytes: number): Promise<void> => {
    const rate = bytesPerSecond()
    if (rate === undefined) return Promise.resolve()
    last = last.then(
      () => new Promise((resolve) => void setTimeout(resolve, (bytes / rate) * 1000)),
    )
    return last
  }
}

type Begin = (path: string, bodyBytes: number) => { trip: Trip; cut: Cut | undefined }

/** Reads just enough of HTTP to know where a request begins; a browser sends the next one after the answer. */
function watchTrips(begin: Begin) {
  let now: ReturnType<Begin> | undefined
  let head: Buffer | undefined = Buffer.alloc(0)
  let bodyLeft = 0
  let downBytes = 0
  function readHead(piece: Buffer): Buffer {
    head = Buffer.concat([head ?? Buffer.alloc(0), piece])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return Buffer.alloc(0)
    const words = head.subarray(0, end).toString()
    bodyLeft = Number(/\r\ncontent-length: *(\d+)/i.exec(words)?.[1] ?? 0)
    now = begin(words.split(' ')[1] ?? '', bodyLeft)
    downBytes = 0
    const body = head.subarray(end + 4)
    head = undefined
    return body
  }
  function goesUp(piece: Buffer): number {
    if (head === undefined && bodyLeft === 0) head = Buffer.alloc(0)
    const body = head === undefined ? piece : readHead(piece)
    if (!now) return piece.length
    const left = now.cut?.way === 'up' ? now.cut.after - now.trip.upBytes : Infinity
    const passes = Math.min(body.length, left)
    now.trip.upBytes += passes
    bodyLeft -= body.length
    // Even where the whole body would pass, a cut up is a cut before the server has heard the end of it.
    const ends = passes === left && left !== Infinity
    return ends ? Math.max(0, piece.length - body.length + passes - 1) : piece.length
  }
  function comesDown(piece: Buffer): number {
    downBytes += piece.length
    if (now?.cut?.way !== 'down' || downBytes < now.cut.after) return piece.length
    return Math.max(0, piece.length - (downBytes - now.cut.after) - 1)
  }
  return { goesUp, comesDown, noteCut: () => now && (now.trip.cut = true) }
}
