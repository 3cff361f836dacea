import type { Unmask } from './marks.ts'
import type { Trim } from './trim.ts'

type Opening = '[' | '(' | '<'
type Closing = ']' | ')' | '>'

// The depth is a text with one character for each open bracket: texts are cheap to compare,
// tuples are not. Which bracket closes which is left to the reader of the piece.
type Open<
  Text extends string,
  Mark extends Opening,
  Depth extends string,
> = Text extends `${string}${Mark}${infer Rest}` ? Open<Rest, Mark, `${Depth}+`> : Depth

type Close<
  Text extends string,
  Mark extends Closing,
  Depth extends string,
> = Text extends `${string}${Mark}${infer Rest}`
  ? Depth extends `+${infer Less}`
    ? Close<Rest, Mark, Less>
    : 'unopened'
  : Depth

type DepthAfter<
  Text extends string,
  Depth extends string,
> = Text extends `${string}${Opening | Closing}${string}`
  ? Close<
      Text,
      ']',
      Close<Text, ')', Close<Text, '>', Open<Text, '[', Open<Text, '(', Open<Text, '<', Depth>>>>>
    >
  : Depth

type Unmatched<
  What extends string,
  Text extends string,
> = `${What} bracket in \`${Unmask<Trim<Text>>}\``

type Deep<
  Text extends string,
  Separator extends string,
  Pending extends string,
  Depth extends string,
> = Text extends `${infer Head}${Separator}${infer Tail}`
  ? DepthAfter<Head, Depth> extends infer Now extends string
    ? Now extends ''
      ? { head: `${Pending}${Head}`; tail: Tail }
      : Now extends 'unopened'
        ? Unmatched<'Unopened', `${Pending}${Head}`>
        : Deep<Tail, Separator, `${Pending}${Head}${Separator}`, Now>
    : never
  : DepthAfter<Text, Depth> extends infer Now
    ? Now extends ''
      ? { head: `${Pending}${Text}`; tail: null }
      : Now extends 'unopened'
        ? Unmatched<'Unopened', `${Pending}${Text}`>
        : Unmatched<'Unclosed', `${Pending}${Text}`>
    : never

/**
 * Cuts masked text at the first separator outside all brackets: `{ head, tail }`, with the tail
 * `null` when there is no such separator, or a message when brackets do not match.
 */
export type CutTopLevel<
  Text extends string,
  Separator extends string,
> = Text extends `${infer Head}${Separator}${infer Tail}`
  ? Head extends `${string}${Opening}${string}`
    ? Deep<Text, Separator, '', ''>
    : { head: Head; tail: Tail }
  : Text extends `${string}${Opening}${string}`
    ? Deep<Text, Separator, '', ''>
    : { head: Text; tail: null }
