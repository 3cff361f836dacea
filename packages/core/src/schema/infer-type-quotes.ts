import type { Hide } from './infer-type-marks.ts'

type Quote = "'" | '"'

interface Escapes {
  n: '\n'
  t: '\t'
  r: '\r'
}

/** Reads to the closing quote: `{ content, rest }` with the escapes undone, or `{ problem }`. */
type ReadQuoted<Text extends string, Mark extends Quote, Done extends string = ''> =
  Text extends `${infer Content}${Mark}${infer After}`
    ? Content extends `${infer Before}\\${string}`
      ? Text extends `${Before}\\${infer Escaped}${infer Rest}`
        ? ReadQuoted<
            Rest,
            Mark,
            `${Done}${Before}${Escaped extends keyof Escapes ? Escapes[Escaped] : Escaped}`
          >
        : never
      : { content: `${Done}${Content}`; rest: After }
    : { problem: `Unclosed quote: ${Mark}${Done}${Text}` }

type MaskOne<
  Done extends string,
  Before extends string,
  Mark extends Quote,
  After extends string,
> = ReadQuoted<After, Mark> extends infer Read
  ? Read extends { content: infer Content extends string; rest: infer Rest extends string }
    ? Mask<Rest, `${Done}${Before}'${Hide<Content>}'`>
    : Read
  : never

type Mask<Text extends string, Done extends string> = Text extends `${infer Before}'${infer After}`
  ? Before extends `${infer Earlier}"${string}`
    ? Text extends `${Earlier}"${infer Later}`
      ? MaskOne<Done, Earlier, '"', Later>
      : never
    : MaskOne<Done, Before, "'", After>
  : Text extends `${infer Before}"${infer After}`
    ? MaskOne<Done, Before, '"', After>
    : `${Done}${Text}`

/**
 * Text in which the grammar's characters inside quotes are hidden, so that what follows may split
 * without looking at quotes, or `{ problem }` when a quote is not closed.
 */
export type MaskQuotes<Text extends string> = Text extends `${string}${Quote}${string}`
  ? Mask<Text, ''>
  : Text
