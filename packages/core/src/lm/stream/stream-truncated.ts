import { LMStreamTruncatedError } from '../../errors/lm-stream-truncated-error.ts'

/** The error of a stream that ended before its `finish` event. */
export function streamTruncated(model?: string): LMStreamTruncatedError {
  const subject = model === undefined ? 'The stream' : `The stream of ${model}`
  return new LMStreamTruncatedError(
    `${subject} ended without its \`finish\` event, so the reply may be incomplete. ` +
      'Try again, or wrap the LM in `retrying(lm)` or `fallback(lm, other)`.',
    { model },
  )
}
