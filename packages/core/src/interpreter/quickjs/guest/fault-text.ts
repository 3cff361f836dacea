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
