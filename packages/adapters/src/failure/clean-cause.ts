import { redact } from './redact.ts'

const deepest = 8

/**
 * The error itself when nothing in it, nor in anything it holds, is a secret; else one with its name
 * and message alone. A server may quote the key it was sent, and a logger prints causes too.
 */
export function cleanCause(error: unknown, secrets: readonly string[]): Error | undefined {
  if (!(error instanceof Error)) return undefined
  const { inspect } = process.getBuiltinModule('node:util')
  const shown = inspect(error, { depth: deepest, showHidden: true, maxStringLength: null })
  const headers = 'headers' in error && error.headers instanceof Headers ? error.headers : []
  const text = `${shown} ${JSON.stringify([...headers])}`
  if (redact(text, secrets) === text) return error
  const clean = new Error(redact(error.message, secrets))
  clean.name = error.name
  // What retries go by: a code of the system, and never one that a server made up.
  const code = 'code' in error ? String(error.code) : ''
  if (/^[A-Z][A-Z_]+$/.test(code)) Object.assign(clean, { code })
  return clean
}
