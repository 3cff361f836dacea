/** The styles that printed inspections use. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

/** Puts a text in a style, or leaves it plain. */
export type TextStyle = (style: Style, text: string) => string

/** Where text is written to: a stream, or anything that takes text. */
export interface TextTarget {
  write(text: string): unknown
}

/**
 * Styles for a target: coloured if asked for, and by default where Node would colour it, which is on a
 * terminal and as NO_COLOR and FORCE_COLOR say. Node's own function, loaded on first use: at import it
 * costs 10 ms.
 */
export function textStyle(color: boolean | undefined, target?: TextTarget): TextStyle {
  const { styleText } = process.getBuiltinModule('node:util')
  const { Stream } = process.getBuiltinModule('node:stream')
  const stream = target instanceof Stream.Writable ? target : undefined
  const colored = color ?? (stream !== undefined && styleText('red', 'x', { stream }) !== 'x')
  return colored
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text
}
