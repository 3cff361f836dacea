import type { WallCall } from '../wall-call.ts'
import { pieces, rightAnswer } from './answers.ts'
import type { Behaviour } from './behaviour.ts'

/** The bytes of a stream, as its wire writes them. */
export type Script = (call: WallCall) => string | Uint8Array | readonly (string | Uint8Array)[]

/** What becomes of the connection after the last byte. */
export type Ending = 'end' | 'cut' | 'reset' | 'silence'

/** Begins a stream, writes a script, and leaves it as told. */
export function streams(
  script: Script,
  ending: Ending = 'end',
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return async (call) => {
    await call.head(200, { 'content-type': call.wire.contentType, ...headers })
    const bytes = script(call)
    const list = typeof bytes === 'string' || bytes instanceof Uint8Array ? [bytes] : bytes
    for (const piece of list) await call.write(piece)
    await leave(call, ending)
  }
}

/** Ends a call that has been answered as far as it will be. */
export async function leave(call: WallCall, ending: Ending): Promise<void> {
  if (ending === 'end') call.end()
  else if (ending === 'silence') await call.silence()
  else {
    // What was written reaches the client first.
    await call.sleep(20)
    if (ending === 'cut') call.cut()
    else call.reset()
  }
}

/** The beginning of a stream: half of the right answer. */
export function half({ wire }: WallCall): string {
  const list = pieces(rightAnswer)
  return (
    wire.opening +
    list
      .slice(0, list.length / 2)
      .map(wire.delta)
      .join('')
  )
}

/** All of the right answer's text, without anything that ends it. */
export function text({ wire }: WallCall): string {
  return wire.opening + pieces(rightAnswer).map(wire.delta).join('')
}

/** A whole stream, and the bill for it. */
export function whole(call: WallCall): string {
  call.bill()
  const { finish, usage, done } = call.wire
  return text(call) + finish + usage + done
}
