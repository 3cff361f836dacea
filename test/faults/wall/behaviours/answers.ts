import type { WallCall } from '../wall-call.ts'
import type { Behaviour } from './behaviour.ts'

/** What every good answer of the wall says: letters of one to four bytes. */
export const rightAnswer = 'The right answer: Grüße, 東京 🦜 and 42.'

/** The pieces in which a text is streamed; code points stay whole. */
export function pieces(text: string): string[] {
  return text.match(/.{1,4}/gsu) ?? []
}

/** The right answer, in the way that was asked for. */
export const answers: Behaviour = async (call) => {
  if (!call.streamed) return answerWhole(call)
  const { wire } = call
  await call.head(200, { 'content-type': wire.contentType })
  await call.write(wire.opening)
  for (const piece of pieces(rightAnswer)) await call.write(wire.delta(piece))
  call.bill()
  await call.write(wire.finish + wire.usage + wire.done)
  call.end()
}

/** The right answer in one piece, whatever was asked for. */
export async function answerWhole(call: WallCall): Promise<void> {
  call.bill()
  await call.send(200, { 'content-type': 'application/json' }, call.wire.whole(rightAnswer))
}
