import type { Behaviour } from './behaviour.ts'

/** How an error response looks. */
export interface FailureOptions {
  headers?: Readonly<Record<string, string>>
  message?: string
  /** Instead of the error body of the wire. */
  body?: string
}

/** Answers with an error. */
export function fails(status: number, code = '', options: FailureOptions = {}): Behaviour {
  const { headers = {}, message = `the wall says ${status}`, body } = options
  return (call) =>
    call.send(
      status,
      { 'content-type': 'application/json', ...headers },
      body ?? call.wire.error(status, code, message),
    )
}

/** Answers with an error that is a web page. */
export function failsWithPage(status: number): Behaviour {
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`
  return fails(status, '', { headers: { 'content-type': 'text/html' }, body })
}
