import {
  ADTS,
  AdtsOutputFormat,
  BufferSource,
  FLAC,
  FlacOutputFormat,
  Input,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  Mp3OutputFormat,
  Mp4OutputFormat,
  MovOutputFormat,
  OGG,
  OggOutputFormat,
  QTFF,
  WAVE,
  WEBM,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny'
import type { InputAudioTrack, InputTrack, InputVideoTrack, OutputFormat } from 'mediabunny'
import { Refusal } from './job.ts'
import { withoutTags } from './stray-tags.ts'

/** Sound or moving pictures that could be opened: one track of each at most. Subtitles, data, covers and all else are not looked at. */
export interface Recording extends Disposable {
  readonly video: InputVideoTrack | undefined
  readonly audio: InputAudioTrack | undefined
  readonly container: Container
}

/** What it is written into again. */
export interface Container {
  readonly format: OutputFormat
  readonly type: string
}

const formats = [MP4, QTFF, WEBM, MATROSKA, OGG, MP3, WAVE, FLAC, ADTS, MPEG_TS]

export async function openRecording(bytes: Uint8Array<ArrayBuffer>): Promise<Recording> {
  const input = await open(bytes)
  try {
    const format = await input.getFormat()
    const videos = await input.getVideoTracks()
    const video = await firstKnown(videos)
    const audio = await firstKnown(await input.getAudioTracks())
    // A picture on the sleeve of a song comes as a video of one frame that no decoder knows; a film of an unknown kind is not its sound.
    const isFilm = videos.length > 0 && video === undefined && !(await isSleeve(videos))
    if ((video === undefined && audio === undefined) || isFilm)
      throw new Refusal('cannot-be-cleaned')
    const container = await containerFor(video, audio, {
      isWebM: format === WEBM || format === MATROSKA,
      isAdts: format === ADTS,
    })
    return { video, audio, container, [Symbol.dispose]: () => input.dispose() }
  } catch (error) {
    input.dispose()
    throw error instanceof Refusal ? error : new Refusal('unreadable')
  }
}

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Input> {
  const input = new Input({ source: new BufferSource(bytes), formats })
  const format = await input.getFormat().catch(() => undefined)
  if (format !== MP3 && format !== ADTS) return input
  input.dispose()
  return new Input({ source: new BufferSource(withoutTags(bytes)), formats: [format] })
}

async function firstKnown<T extends InputTrack>(tracks: readonly T[]): Promise<T | undefined> {
  for (const track of tracks) if ((await track.getCodec()) !== null) return track
  return undefined
}

const longestSleeveSeconds = 0.1

async function isSleeve(videos: readonly InputVideoTrack[]): Promise<boolean> {
  for (const video of videos)
    if ((await video.computeDuration()) > longestSleeveSeconds) return false
  return true
}

const mp4 = new Mp4OutputFormat({ fastStart: 'in-memory' })
const mov = { format: new MovOutputFormat({ fastStart: 'in-memory' }), type: 'video/quicktime' }
const webm = new WebMOutputFormat()

async function containerFor(
  video: InputVideoTrack | undefined,
  audio: InputAudioTrack | undefined,
  source: { readonly isWebM: boolean; readonly isAdts: boolean },
): Promise<Container> {
  const sound = (await audio?.getCodec()) ?? undefined
  if (video) return videoContainer((await video.getCodec()) ?? '', sound, source.isWebM)
  switch (sound) {
    case 'mp3':
      return { format: new Mp3OutputFormat(), type: 'audio/mpeg' }
    case 'opus':
    case 'vorbis':
      return { format: new OggOutputFormat(), type: 'audio/ogg' }
    case 'flac':
      return { format: new FlacOutputFormat(), type: 'audio/flac' }
    case 'aac':
      return source.isAdts
        ? { format: new AdtsOutputFormat(), type: 'audio/aac' }
        : { format: mp4, type: 'audio/mp4' }
    default: {
      const wave = new WavOutputFormat()
      if (wave.getSupportedCodecs().some((codec) => codec === sound))
        return { format: wave, type: 'audio/wav' }
      throw new Refusal('cannot-be-cleaned')
    }
  }
}

/** Everybody plays MP4; what is not made for it stays what it is. */
function videoContainer(codec: string, sound: string | undefined, isWebM: boolean): Container {
  const canWebM =
    ['vp8', 'vp9', 'av1'].includes(codec) &&
    (sound === undefined || ['opus', 'vorbis'].includes(sound))
  if (canWebM && (isWebM || codec === 'vp8')) return { format: webm, type: 'video/webm' }
  const isPlain = sound === undefined || ['aac', 'mp3', 'opus', 'ac3', 'eac3'].includes(sound)
  if (codec !== 'vp8' && codec !== 'prores' && isPlain) return { format: mp4, type: 'video/mp4' }
  if (codec === 'avc' || codec === 'hevc' || codec === 'prores') return mov
  throw new Refusal('cannot-be-cleaned')
}
