import { gzipSync } from 'node:zlib'
import { canary } from './canary.ts'
import type { CorpusFile } from './corpus-file.ts'

const still = (k: unknown): object => ({ a: 0, k })

/** A disc that wanders, drawn by somebody who signs everything. */
export function lottie(side: number, name = canary): string {
  const wander = [
    { t: 0, s: [100, side / 2, 0], i: { x: 0.8, y: 1 }, o: { x: 0.2, y: 0 }, n: name },
    { t: 30, s: [side - 100, side / 2, 0] },
  ]
  return JSON.stringify({
    v: name,
    tgs: 1,
    nm: name,
    fr: 30,
    ip: 0,
    op: 30,
    w: side,
    h: side,
    ddd: 0,
    meta: { a: name, g: name },
    markers: [{ cm: name, tm: 0, dr: 1 }],
    secret: name,
    fonts: { list: [{ fName: name }] },
    assets: [{ id: name, nm: name, layers: [layer(name, still([side / 2, side / 2, 0]))] }],
    layers: [
      layer(name, { a: 1, k: wander, x: `var ${name.replace('-', '_')} = '${name}'` }),
      {
        ddd: 0,
        ind: 2,
        ty: 0,
        nm: name,
        refId: name,
        sr: 1,
        ks: transform(still([0, 0, 0])),
        w: side,
        h: side,
        ip: 0,
        op: 30,
        st: 0,
        bm: 0,
      },
    ],
  })
}

const transform = (p: object): object => ({
  o: still(100),
  r: still(0),
  p,
  a: still([0, 0, 0]),
  s: still([100, 100, 100]),
})

const layer = (name: string, p: object): object => ({
  ddd: 0,
  ind: 1,
  ty: 4,
  nm: name,
  mn: name,
  ln: name,
  cl: name,
  sr: 1,
  ks: transform(p),
  ao: 0,
  shapes: [
    {
      ty: 'gr',
      nm: name,
      it: [
        { ty: 'el', nm: name, d: 1, s: still([120, 120]), p: still([0, 0]) },
        { ty: 'fl', nm: name, mn: name, c: still([1, 0, 0, 1]), o: still(100), r: 1 },
        { ty: 'tr', nm: name, ...transform(still([0, 0])), sk: still(0), sa: still(0) },
      ],
    },
  ],
  ip: 0,
  op: 30,
  st: 0,
  bm: 0,
})

export function lotties(): readonly CorpusFile[] {
  const named = gzipSync(lottie(512))
  // The header may name the file it was made of: https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1
  const withName = Buffer.concat([
    named.subarray(0, 3),
    Buffer.from([0x08]),
    named.subarray(4, 10),
    Buffer.from(`${canary}\0`),
    named.subarray(10),
  ])
  return [
    { name: 'named.tgs', bytes: withName, form: 'sticker', frames: 20 },
    { name: 'discord.json', bytes: Buffer.from(lottie(320)), form: 'sticker', frames: 20 },
  ]
}
