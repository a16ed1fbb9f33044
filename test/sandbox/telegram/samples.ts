import { InputFile } from 'grammy'

import { sampleFile, type SampleName } from '../../../src/sandbox/samples/sample-files.ts'

/** As a bot uploads it. */
export function sample(name: SampleName): InputFile {
  return new InputFile(sampleFile(name).bytes, sampleFile(name).name)
}

/** Not as a Buffer, which equals no Uint8Array in tests. */
export function sampleBytes(name: SampleName): Uint8Array {
  return new Uint8Array(sampleFile(name).bytes)
}
