/** Rows of cells as lines of text, every column as wide as its widest cell; `numbers` are the columns to align at the right. */
export function alignedColumns(
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const padded = (cell: string, column: number): string => {
    const width = widths[column] ?? 0
    return numbers.includes(column) ? cell.padStart(width) : cell.padEnd(width)
  }
  return rows
    .map((row) => row.map(padded).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}
