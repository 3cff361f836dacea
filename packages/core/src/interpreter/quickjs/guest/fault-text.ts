/** An error of the code, and where it happened. */
export interface Fault {
  readonly name: string
  readonly message: string
  readonly line?: number | undefined
}

/** An error as code's author reads it: name, message, and the line with its text. */
export function faultText({ name, message, line }: Fault, code: string): string {
  const what = name === '' ? `Uncaught ${message}` : message === '' ? name : `${name}: ${message}`
  if (line === undefined) return what
  const text =
    code
      .split(/\r\n|[\n\r\u2028\u2029]/)
      [line - 1]?.trim()
      .slice(0, 120) ?? ''
  return text === '' ? `${what} (line ${line})` : `${what} (line ${line}: ${text})`
}

/** The line of the innermost call in a file, from the stack of a QuickJS error. */
export function lineIn(stack: string, file: string): number | undefined {
  const at = stack.indexOf(`${file}:`)
  const line = at < 0 ? 0 : Number.parseInt(stack.slice(at + file.length + 1), 10)
  return line > 0 ? line : undefined
}
