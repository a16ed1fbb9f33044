// How several pictures stand together.

const rowsOf = {
  1: [1],
  2: [2],
  3: [1, 2],
  4: [2, 2],
  5: [2, 3],
  6: [3, 3],
  7: [2, 2, 3],
  8: [2, 3, 3],
  9: [3, 3, 3],
  10: [1, 3, 3, 3],
}
const mostInRow = 3

/** How many pictures each row has. */
export function gridRows(count) {
  if (count in rowsOf) return rowsOf[count]
  const first = count % mostInRow
  const full = Array.from({ length: Math.floor(count / mostInRow) }, () => mostInRow)
  return first === 0 ? full : [first, ...full]
}

/** The items, row by row. */
export function inRows(items) {
  let at = 0
  return gridRows(items.length).map((length) => items.slice(at, (at += length)))
}
