const constants: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['None', null],
  ['True', true],
  ['False', false],
])
/** Beyond this many characters a bare literal is improbable, and trying costs too much. */
const longestLiteral = 5000
const number = /^[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const hexadecimal = /^0[xX][\da-fA-F]+$/
const quoted = /^'(?:[^'\\\n]|\\.)*'$|^"(?:[^"\\\n]|\\.)*"$/s
const items = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[^,'"]+/gs
const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', '\n': '' }

/** Reads a bare Python literal as `ast.literal_eval` does: a constant, a number, a string or a tuple of them; undefined when it is none. */
export function readPythonLiteral(text: string): unknown {
  if (text.length > longestLiteral) return undefined
  const trimmed = text.trim()
  const atom = readAtom(trimmed)
  if (atom !== undefined || !trimmed.includes(',')) return atom
  const values: unknown[] = []
  for (const [item] of trimmed.matchAll(items)) {
    if (item.trim() === '') continue
    const value = readAtom(item.trim())
    if (value === undefined) return undefined
    values.push(value)
  }
  const isWhole = countCommas(trimmed) === values.length - (trimmed.endsWith(',') ? 0 : 1)
  return isWhole ? values : undefined
}

function readAtom(text: string): unknown {
  if (constants.has(text)) return constants.get(text)
  if (number.test(text) && !/^[+-]?0\d/.test(text)) return Number(text.replaceAll('_', ''))
  if (hexadecimal.test(text)) return Number(text)
  return quoted.test(text) ? plainText(text.slice(1, -1)) : undefined
}

function plainText(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gis, (whole, byte, unit, char) => {
    const code: unknown = byte ?? unit
    if (typeof code === 'string') return String.fromCharCode(Number.parseInt(code, 16))
    if (typeof char !== 'string') return whole
    return controls[char] ?? (/[\\'"]/.test(char) ? char : whole)
  })
}

/** Commas between items; those inside quotes do not count. */
function countCommas(text: string): number {
  return text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gs, '').split(',').length - 1
}
