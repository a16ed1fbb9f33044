import type { SandboxPerson, SeenFileKind, SendOptions } from '../person.ts'
import { sampleFile, type SampleName } from '../samples/sample-files.ts'

interface Sample {
  readonly kind: SeenFileKind
  readonly names: readonly SampleName[]
}

/** Samples beyond one of each kind, put together from the files that are there. */
const samples: ReadonlyMap<string, Sample> = new Map([
  ['album', { kind: 'photo', names: ['photo.jpg', 'photo.jpg', 'photo.jpg'] }],
  ['sticker-tgs', { kind: 'sticker', names: ['sticker.tgs'] }],
  ['sticker-webm', { kind: 'sticker', names: ['sticker.webm'] }],
  ['sticker-lottie', { kind: 'sticker', names: ['sticker.json'] }],
  ['sticker-gif', { kind: 'sticker', names: ['animation.gif'] }],
])

/** Throws on what the person's app would not send. */
export function sendSample(person: SandboxPerson, what: string, options: SendOptions): void {
  const sample = samples.get(what)
  if (sample === undefined) person.send(what, options)
  else person.sendFiles(sample.kind, sample.names.map(sampleFile), options)
}
