import { contentBounds } from './content-bounds.ts'

/** A text without its margins, as Python's `str.strip` gives it. */
export function strip(text: string): string {
  return text.slice(...contentBounds(text))
}
