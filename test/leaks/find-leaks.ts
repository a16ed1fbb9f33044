import { sampleOwner } from '../../src/sandbox/samples/sample-files.ts'
import type { RecordedRequest, SandboxServer } from '../../src/sandbox/server.ts'
import type { Canaries } from './canaries.ts'

export interface Findings {
  /** `platform method: place` of everything that should have stayed with its sender, once each. */
  readonly leaks: ReadonlySet<string>
  /** The places whose canaries reached a partner and may. */
  readonly arrived: ReadonlySet<string>
  /** How many files went to a partner. */
  readonly files: number
}

/** What a bot tells the sender's own platform so as to answer it: an id of its own that comes back. */
const answers = new Set([
  'getFile',
  'GET file',
  'answerCallbackQuery',
  'leaveChat',
  'POST callback',
  'DELETE webhook',
])

export interface Search {
  readonly servers: readonly SandboxServer[]
  readonly from: SandboxServer['platform']
  readonly canaries: Canaries
  /** Whether what stands at this place of an update may be told to the partner on that platform. */
  readonly mayPass: (place: string, to: SandboxServer['platform']) => boolean
}

/** Goes through every request to anybody, once each. */
export class LeakSearch {
  readonly #search: Search
  readonly #read = new Map<SandboxServer, number>()
  readonly #leaks = new Set<string>()
  readonly #arrived = new Set<string>()
  #files = 0

  constructor(search: Search) {
    this.#search = search
    // What was asked before, such as for the menu, is none of anybody's.
    for (const server of search.servers) this.#read.set(server, server.requests.length)
  }

  go(): Findings {
    for (const server of this.#search.servers) {
      for (const request of server.requests.slice(this.#read.get(server)))
        this.#examine(server.platform, request)
      this.#read.set(server, server.requests.length)
    }
    return { leaks: this.#leaks, arrived: this.#arrived, files: this.#files }
  }

  #examine(platform: SandboxServer['platform'], request: RecordedRequest): void {
    const { canaries, mayPass, from } = this.#search
    const { method, person } = request
    // The updates themselves come as an answer; what is asked for with them is a number.
    if (method === 'getUpdates') return
    if (platform === from && answers.has(method)) return
    const files = bytesIn(request.body)
    this.#files += files.length
    const sent = sentIn(request, files)
    for (const { place, sender } of canaries.findIn(sent)) {
      if (person === sender) continue
      if (person !== undefined && mayPass(place, platform)) this.#arrived.add(place)
      else this.#leaks.add(`${platform} ${method}: ${place}`)
    }
    if (owner.some((name) => sent.includes(name)))
      this.#leaks.add(`${platform} ${method}: the owner of a sample file`)
  }
}

const owner = [sampleOwner, sampleOwner.replace(' ', '_')].flatMap((name) => [
  name,
  // Exif and ID3 write two bytes for each letter.
  Buffer.from(name, 'utf16le').toString('latin1'),
])

/** Everything that the platform is told, as one text: names and types of files, and their bytes, among it. */
function sentIn({ method, body }: RecordedRequest, files: readonly string[]): string {
  // Discord's markdown puts backslashes before what it could take for marks.
  const words = (JSON.stringify(body) ?? '').replaceAll('\\', '')
  return [method, words, ...files].join('\n')
}

function bytesIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return []
  if ('bytes' in body && body.bytes instanceof Uint8Array) {
    // A paper goes as it is, after its sender was asked.
    if ('name' in body && /^(?:SPOILER_)?document-\d+\.pdf$/.test(String(body.name))) return []
    return [Buffer.from(body.bytes).toString('latin1')]
  }
  return Object.values(body).flatMap(bytesIn)
}
