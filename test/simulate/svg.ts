/** A picture that follows the reader's light or dark preference. */
export interface Picture {
  readonly title: string
  readonly subtitle: string
  readonly width: number
  readonly height: number
  /** The names of the series, in the order of their colours. */
  readonly legend: readonly string[]
  readonly body: readonly string[]
}

/** Where the body may begin, below title, subtitle and legend. */
export const headHeight = 96
export const margin = 24

// Colours after Okabe and Ito, told apart by the colour-blind; lighter ones on dark ground.
const style = `
svg { --ground: #ffffff; --ink: #1b1f24; --faint: #57606a; --rule: #d8dee4;
  --s0: #9a6700; --s1: #0969a8; --s2: #1a7f4b; --s3: #a8327e; }
@media (prefers-color-scheme: dark) {
  svg { --ground: #0f1419; --ink: #e6edf3; --faint: #9aa5b1; --rule: #313943;
    --s0: #e3a73a; --s1: #5cb3f0; --s2: #4cc38a; --s3: #ea86c4; }
}
text { font: 12px system-ui, sans-serif; fill: var(--ink);
  paint-order: stroke; stroke: var(--ground); stroke-width: 3px; stroke-linejoin: round; }
.title { font-size: 18px; font-weight: 600; }
.panel { font-size: 13px; font-weight: 600; }
.faint { fill: var(--faint); }
.end { text-anchor: end; }
.middle { text-anchor: middle; }
.rule { stroke: var(--rule); stroke-width: 1; }
.curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
${[0, 1, 2, 3].map((series) => `.curve.s${series} { stroke: var(--s${series}); }\n.bar.s${series} { fill: var(--s${series}); }`).join('\n')}
`

export function render({ title, subtitle, width, height, legend, body }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" fill="var(--ground)"/>`,
    text(margin, 36, title, 'title'),
    text(margin, 57, subtitle, 'faint'),
    ...keys(legend),
    ...body,
    '</svg>\n',
  ].join('\n')
}

/** Roughly what a letter of the legend takes. */
const letterWidth = 7

function keys(legend: readonly string[]): readonly string[] {
  let x = margin
  return legend.flatMap((name, series) => {
    const at = x
    x += 44 + name.length * letterWidth
    return [bar(at, 70, 14, 10, series), text(at + 20, 79, name)]
  })
}

export function text(x: number, y: number, content: string, classes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" class="${classes}">${escaped(content)}</text>`
}

export function bar(x: number, y: number, width: number, height: number, series: number): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}" class="bar ${colour(series)}"/>`
}

export function rule(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="rule"/>`
}

export function curve(points: readonly (readonly [number, number])[], series: number): string {
  const places = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')
  return `<polyline points="${places}" class="curve ${colour(series)}"/>`
}

const colour = (series: number): string => `s${series % 4}`

const round = (value: number): string => String(Math.round(value * 10) / 10)

const escaped = (content: string): string =>
  content.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
