import { Refusal } from './job.ts'

/** A Lottie animation in which nothing but the drawing is left. */
export interface Lottie {
  readonly json: string
  readonly width: number
  readonly height: number
  readonly framesPerSecond: number
  readonly frames: number
}

type Json = null | boolean | number | string | readonly Json[] | JsonObject
interface JsonObject {
  readonly [key: string]: Json
}

/** Everything that draws: https://lottiefiles.github.io/lottie-docs. Names, notes, markers, expressions, fonts and texts do not. */
const topKeys = new Set('tgs fr ip op w h ddd assets layers'.split(' '))
const keys = new Set(
  (
    'id layers refId w h fr ip op st sr ty ind parent ks ddd hd td tt tp bm ao ct tm cp hasMask masksProperties shapes sw sh sc ef en ' +
    'a k s r o p x y z sk sa rx ry rz or i t e to ti n l mode inv pt f it c lc lj ml ml2 d g m mm ir is os sy np v b ix'
  ).split(' '),
)

/** The only words that a drawing needs. Names of its parts are made anew. */
const words: Readonly<Record<string, RegExp>> = {
  ty: /^[a-z]{2}$/,
  mode: /^[a-z]$/,
  n: /^[a-z]$/,
  sc: /^#[0-9a-f]{3,8}$/i,
}

const deepest = 100
const longestSide = 4096
const mostSeconds = 60
const mostFramesPerSecond = 120

/** Reads a Lottie animation and builds it anew. Refuses what is none, and pictures within it. */
export function cleanLottie(bytes: Uint8Array): Lottie {
  const source = parse(bytes)
  const [width, height, framesPerSecond, first, last] = ['w', 'h', 'fr', 'ip', 'op'].map((key) =>
    numberOf(source[key]),
  )
  if (!width || !height || !framesPerSecond || first === undefined || last === undefined)
    throw new Refusal('unreadable')
  const frames = Math.floor(last - first)
  if (frames < 1 || width < 1 || height < 1 || framesPerSecond < 0) throw new Refusal('unreadable')
  if (
    Math.max(width, height) > longestSide ||
    framesPerSecond > mostFramesPerSecond ||
    frames / framesPerSecond > mostSeconds
  )
    throw new Refusal('too-complex')
  refusePictures(source['assets'])
  return {
    json: JSON.stringify(rebuild(source)),
    width,
    height,
    framesPerSecond,
    frames,
  }
}

const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(bytes: Uint8Array): JsonObject {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isJson(json, 0) && isObject(json) && Array.isArray(json['layers'])) return json
  } catch {
    // Not JSON at all.
  }
  throw new Refusal('unreadable')
}

/** What JSON.parse gives is JSON; how deep, it does not say. */
function isJson(value: unknown, depth: number): value is Json {
  if (depth > deepest) throw new Refusal('too-complex')
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every((part) => isJson(part, depth + 1))
}

/** They would have to be cleaned as pictures are, and no platform's own stickers have them. */
function refusePictures(assets: Json | undefined): void {
  if (!Array.isArray(assets)) return
  const hasPicture = assets.some((asset: Json) => isObject(asset) && typeof asset['p'] === 'string')
  if (hasPicture) throw new Refusal('cannot-be-cleaned')
}

function rebuild(source: JsonObject): JsonObject {
  const names = new Map<string, string>()
  const newName = (name: string): string => {
    const known = names.get(name) ?? `part${names.size + 1}`
    names.set(name, known)
    return known
  }
  const word = (key: string, text: string): string | undefined => {
    if (key === 'id' || key === 'refId') return newName(text)
    return words[key]?.test(text) ? text : undefined
  }
  const part = (value: Json, key: string): Json | undefined => {
    if (typeof value === 'string') return word(key, value)
    if (typeof value !== 'object' || value === null) return value
    if (!isObject(value)) return value.flatMap((item) => part(item, key) ?? [])
    return object(value, keys)
  }
  const object = (value: JsonObject, known: ReadonlySet<string>): JsonObject =>
    Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => {
        const kept = known.has(key) ? part(item, key) : undefined
        return kept === undefined ? [] : [[key, kept]]
      }),
    )
  // A version that every player knows stands for the program that made it.
  return { v: '5.5.2', ...object(source, topKeys) }
}
