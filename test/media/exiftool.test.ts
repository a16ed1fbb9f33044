// A second opinion on what is left in files: that of the program that people look for such things with.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { platforms } from '../../src/core/platform.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeCorpus } from './corpus/corpus.ts'
import { createMediaScene } from './scene.ts'

const isThere = spawnSync('exiftool', ['-ver']).status === 0
const isCi = process.env['CI'] === 'true'

/** What a format cannot be read without, or what says no more than which program made the file: ours. */
const technical = new Set(
  [
    // Of the file that exiftool is given, and of its own reckoning.
    'SourceFile ExifToolVersion FileName Directory FileSize FileModifyDate FileAccessDate FileInodeChangeDate FilePermissions FileType',
    'FileTypeExtension MIMEType ImageSize Megapixels AvgBitrate Rotation VideoFrameRate',
    // JPEG, PNG, WebP, GIF, AVIF.
    'JFIFVersion ResolutionUnit XResolution YResolution ImageWidth ImageHeight EncodingProcess BitsPerSample ColorComponents',
    'YCbCrSubSampling BitDepth ColorType Compression Filter Interlace PixelsPerUnitX PixelsPerUnitY PixelUnits SignificantBits Transparency',
    'Palette WebP_Flags VP8Version HorizontalScale VerticalScale AlphaPreprocessing AlphaFiltering AlphaCompression AlphaIsUsed',
    'BackgroundColor AnimationLoopCount FrameCount Duration GIFVersion HasColorMap ColorResolutionDepth BitsPerPixel AnimationIterations',
    'TransparentColor PrimaryItemReference MetaImageSize ImageSpatialExtent ImagePixelDepth AV1ConfigurationVersion ChromaFormat',
    'ChromaSamplePosition ColorPrimaries TransferCharacteristics MatrixCoefficients VideoFullRangeFlag ColorProfiles',
    // MP4 and QuickTime: the time is that of the cleaning, and the names are the program's.
    'MajorBrand MinorVersion CompatibleBrands MovieHeaderVersion CreateDate ModifyDate TimeScale PreferredRate PreferredVolume',
    'PreviewTime PreviewDuration PosterTime SelectionTime SelectionDuration CurrentTime NextTrackID TrackHeaderVersion',
    'TrackCreateDate TrackModifyDate TrackID TrackDuration TrackLayer TrackVolume MatrixStructure SourceImageWidth SourceImageHeight',
    'MediaHeaderVersion MediaCreateDate MediaModifyDate MediaTimeScale MediaDuration MediaLanguageCode HandlerType',
    'HandlerDescription HandlerClass HandlerVendorID GraphicsMode OpColor CompressorID CompressorName VendorID Balance AudioFormat AudioChannels',
    'AudioBitsPerSample AudioSampleRate MediaDataSize MediaDataOffset PixelAspectRatio HEVCConfigurationVersion GeneralProfileSpace',
    'GeneralTierFlag GeneralProfileIDC GenProfileCompatibilityFlags ConstraintIndicatorFlags GeneralLevelIDC',
    'MinSpatialSegmentationIDC ParallelismType BitDepthLuma BitDepthChroma AverageFrameRate ConstantFrameRate NumTemporalLayers TemporalIDNested',
    'BufferSize MaxBitrate AverageBitrate CleanApertureDimensions ProductionApertureDimensions EncodedPixelsDimensions',
    // Matroska.
    'EBMLVersion EBMLReadVersion DocType DocTypeVersion DocTypeReadVersion TimecodeScale TimestampScale MuxingApp WritingApp TrackNumber TrackUID TrackType',
    'TrackLanguage CodecID VideoCodecID AudioCodecID VideoScanType DefaultDuration CodecDelay SeekPreRoll TrackUsed TrackForced TrackLacing TrackDefault',
    'DisplayWidth DisplayHeight DisplayUnit AlphaMode OutputAudioSampleRate SeekID SeekPosition CodecDecodeAll CodecName',
    // MP3, FLAC, Ogg, WAV, AAC.
    'MPEGAudioVersion AudioLayer AudioBitrate SampleRate ChannelMode MSStereo IntensityStereo CopyrightFlag OriginalMedia Emphasis VBRFrames',
    'VBRBytes VBRScale BlockSizeMin BlockSizeMax FrameSizeMin FrameSizeMax Channels TotalSamples MD5Signature Vendor NominalBitrate MinBitrate',
    'VorbisVersion OpusVersion OutputGain Encoding NumChannels AvgBytesPerSec ProfileType',
  ]
    .join(' ')
    .split(' '),
)

it.runIf(isThere || isCi)(
  'finds nothing but what the format needs',
  async () => {
    await using scene = createMediaScene()
    const folder = temporaryFolder()
    for (const { name, bytes, form } of await makeCorpus())
      for (const platform of platforms)
        for (const wanted of [form, 'document'] as const) {
          if (wanted === 'document' && bytes[0] === 0x7b) continue
          const file = await scene.prepare(Uint8Array.from(bytes), wanted, platform)
          const place = path.join(folder, name, `${platform}-${wanted}`)
          mkdirSync(place, { recursive: true })
          writeFileSync(path.join(place, file.name), file.bytes)
        }
    const found = execFileSync('exiftool', ['-json', '-a', '-r', folder], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      // The names of folders have words of the corpus in them.
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const surprises = new Set<string>()
    const reports: unknown = JSON.parse(found)
    if (!Array.isArray(reports)) throw new Error('exiftool reports a list')
    expect(reports.length).toBeGreaterThan(150)
    for (const report of reports as readonly Record<string, unknown>[])
      for (const [tag, value] of Object.entries(report))
        if (!technical.has(tag))
          surprises.add(
            `${tag} = ${String(value)} in ${String(report['SourceFile']).slice(folder.length)}`,
          )
    expect([...surprises]).toEqual([])
  },
  120_000,
)
