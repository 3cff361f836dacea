/** A line of a prompt's field list. */
export interface ListedField {
  name: string
  type: string
  description: string
}

const entry = /^\d+\. `(\w+)` \((.*?)\):(?: (.*))?$/

/** The fields of a numbered list; lines between two entries belong to the description before them. */
export function readFields(list: string): ListedField[] {
  const fields: ListedField[] = []
  for (const line of list.split('\n')) {
    const match = entry.exec(line)
    const last = fields.at(-1)
    if (match !== null) {
      fields.push({ name: match[1] ?? '', type: match[2] ?? 'str', description: match[3] ?? '' })
    } else if (last !== undefined && line.trim() !== '') last.description += `\n${line}`
  }
  return fields
}
