import type { Hide } from './marks.ts'

type Quote = "'" | '"'
type Break = '\n' | '\t' | '\r'

interface Escapes {
  n: '\n'
  t: '\t'
  r: '\r'
}

/** Reads to the closing quote: `{ content, rest }` with the escapes undone, or `{ problem }`. */
type ReadQuoted<
  Text extends string,
  Mark extends Quote,
  Done extends string = '',
> = Text extends `${infer Content}${Mark}${infer After}`
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

type MaskOne<Done extends string, Before extends string, Mark extends Quote, After extends string> =
  ReadQuoted<After, Mark> extends infer Read
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

// Most texts have neither double quotes nor escapes; for them one step a quote is enough.
type MaskPlain<
  Text extends string,
  Done extends string,
> = Text extends `${infer Before}'${infer Content}'${infer Rest}`
  ? MaskPlain<Rest, `${Done}${Before}'${Hide<Content>}'`>
  : Text extends `${string}'${infer Open}`
    ? { problem: `Unclosed quote: '${Open}` }
    : `${Done}${Text}`

type Spaced<
  Text extends string,
  Mark extends Break,
  Done extends string = '',
> = Text extends `${infer Before}${Mark}${infer After}`
  ? Spaced<After, Mark, `${Done}${Before} `>
  : `${Done}${Text}`

type WithSpaces<Text> = Text extends `${string}${Break}${string}`
  ? Spaced<Spaced<Spaced<Text, '\n'>, '\t'>, '\r'>
  : Text

/**
 * Text in which the grammar's characters inside quotes are hidden and the white space outside is
 * spaces, so that what follows may split without looking; `{ problem }` when a quote is not closed.
 */
export type MaskQuotes<Text extends string> = WithSpaces<
  Text extends `${string}${'"' | '\\'}${string}`
    ? Mask<Text, ''>
    : Text extends `${string}'${string}`
      ? MaskPlain<Text, ''>
      : Text
>
