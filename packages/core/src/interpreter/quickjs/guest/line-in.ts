/** The line of the innermost call in a file, from the stack of a QuickJS error. */
export function lineIn(stack: string, file: string): number | undefined {
  const at = stack.indexOf(`${file}:`)
  const line = at < 0 ? 0 : Number.parseInt(stack.slice(at + file.length + 1), 10)
  return line > 0 ? line : undefined
}
