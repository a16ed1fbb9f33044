/** Of x^16 + x^15 + x^2 + 1, for each byte: https://www.rfc-editor.org/rfc/rfc9639#section-9.3 */
const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 8
  for (let bit = 0; bit < 8; bit++) rest = (rest & 0x8000) === 0 ? rest << 1 : (rest << 1) ^ 0x8005
  return rest
})

/**
 * A frame of FLAC without what stands behind it: nothing says how long it is, so that readers take all as far as the next. With its check
 * sum behind it the sum of everything is 0. `undefined` where that is nowhere so, since something stands within it.
 */
export function wholeFlacFrame(frame: Uint8Array): Uint8Array | undefined {
  let sum = 0
  let end = 0
  for (let at = 0; at < frame.length; at++) {
    sum = ((sum << 8) & 0xffff) ^ (table[(sum >> 8) ^ (frame[at] ?? 0)] ?? 0)
    if (sum === 0) end = at + 1
  }
  if (end === 0) return undefined
  return end === frame.length ? frame : frame.subarray(0, end)
}
