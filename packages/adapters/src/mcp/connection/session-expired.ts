import { MCPError } from '../mcp-error.ts'

/** The server does not know our session any more and did nothing; `failure` is for the user. */
export class SessionExpired extends Error {
  readonly failure: MCPError

  constructor(failure: MCPError) {
    super(failure.message)
    this.failure = failure
  }

  /** The error itself, or what it means when there was a session. Some servers answer 400 for 404. */
  static from(error: Error, hadSession: boolean): Error {
    if (!hadSession || !MCPError.is(error)) return error
    const { status, message } = error
    const isGone = status === 404 || (status === 400 && /session/i.test(message))
    return isGone ? new SessionExpired(error) : error
  }
}
