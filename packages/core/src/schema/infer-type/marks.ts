/** Each character that means something to the grammar, with its stand-in inside quotes. */
interface Marks {
  ',': '\uE000'
  '|': '\uE001'
  '[': '\uE002'
  ']': '\uE003'
  '(': '\uE004'
  ')': '\uE005'
  '<': '\uE006'
  '>': '\uE007'
  ':': '\uE008'
  "'": '\uE009'
  '\n': '\uE00A'
  '\t': '\uE00B'
  '\r': '\uE00C'
}

type StandIns = { [Mark in keyof Marks as Marks[Mark]]: Mark }

type Swap<
  Text extends string,
  Pairs,
  Done extends string = '',
> = Text extends `${infer First}${infer Rest}`
  ? Swap<Rest, Pairs, `${Done}${First extends keyof Pairs ? Pairs[First] & string : First}`>
  : Done

/** Text from inside quotes, with the characters that mean something to the grammar hidden. */
export type Hide<Text extends string> = Text extends `${string}${keyof Marks}${string}`
  ? Swap<Text, Marks>
  : Text

/** Text with its hidden characters shown again. */
export type Unmask<Text extends string> = Text extends `${string}${keyof StandIns}${string}`
  ? Swap<Text, StandIns>
  : Text
