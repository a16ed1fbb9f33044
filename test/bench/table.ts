/** Columns of plain text, the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number): number =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0))
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => (at === 0 ? cell.padEnd(width(at)) : cell.padStart(width(at))))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => (line === '' ? '\n' : `  ${line}\n`))
    .join('')
}

/** Three significant digits, or all of them before the point. */
export function figure(value: number): string {
  const size = Math.abs(value)
  if (size >= 100) return value.toFixed(0)
  return value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3)
}
