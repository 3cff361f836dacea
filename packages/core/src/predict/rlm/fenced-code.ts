/** Code out of a reply, or why there is none. */
export type FencedCode =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: string }

const javascript = ['javascript', 'js', 'mjs', 'ecmascript']
// Backticks inside code stand within a line; those of a fence end one, or begin it.
const opening = /```([\w+#.-]*)[ \t]*\n/
const closing = /(?:^|\n)[ \t]*```/

/** The code in the first Markdown fence of a text, or all of it where it has none; a fence of another language is refused. */
export function fencedCode(text: string, language: string): FencedCode {
  const inner = withoutOuterFences(text.trim())
  const open = opening.exec(inner)
  if (!open) return { ok: true, code: inner }
  const label = (open[1] ?? '').toLowerCase()
  if (!labelsOf(language).includes(label)) {
    return {
      ok: false,
      reason: `Expected ${language} and got a fence of \`${label}\`. Write ${language}.`,
    }
  }
  const body = inner.slice(open.index + open[0].length)
  const close = closing.exec(body)
  const code = close ? body.slice(0, close.index) : body.replace(/```\s*$/, '')
  return { ok: true, code: code.trim() }
}

function labelsOf(language: string): string[] {
  const label = language.toLowerCase()
  return ['', label, ...(javascript.includes(label) ? javascript : [])]
}

// Some LMs put a fence around the fence.
function withoutOuterFences(text: string): string {
  const lines = text.split('\n')
  const isBare = (index: number): boolean => lines[index]?.trim() === '```'
  let depth = 0
  while (depth < lines.length / 2 && isBare(depth) && isBare(lines.length - 1 - depth)) depth += 1
  return lines
    .slice(depth, lines.length - depth)
    .join('\n')
    .trim()
}
