import { isPredictor } from '@ockham/core'

const mostCharacters = 6000
// Minified code has far longer lines.
const mostCharactersPerLine = 100

/** The source of a program's class, where an LM can read it: short, not minified, and no predictor of ours. */
export function readableSource(program: object): string | undefined {
  if (isPredictor(program)) return undefined
  const source = Function.prototype.toString.call(program.constructor)
  const isReadable =
    source.startsWith('class') &&
    source.length <= mostCharacters &&
    source.length / source.split('\n').length <= mostCharactersPerLine
  return isReadable ? source : undefined
}
