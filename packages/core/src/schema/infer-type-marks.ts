/** Each character that means something to the grammar, with its stand-in inside quotes. */
type Marks = [
  [',', '\uE000'],
  ['|', '\uE001'],
  ['[', '\uE002'],
  [']', '\uE003'],
  ['(', '\uE004'],
  [')', '\uE005'],
  ['<', '\uE006'],
  ['>', '\uE007'],
  [':', '\uE008'],
  ["'", '\uE009'],
]

type Replace<Text extends string, From extends string, To extends string, Done extends string = ''> =
  Text extends `${infer Before}${From}${infer After}`
    ? Replace<After, From, To, `${Done}${Before}${To}`>
    : `${Done}${Text}`

type ReplaceAll<Text extends string, Pairs, From extends 0 | 1, To extends 0 | 1> = Pairs extends [
  infer Pair extends [string, string],
  ...infer Rest,
]
  ? ReplaceAll<Replace<Text, Pair[From], Pair[To]>, Rest, From, To>
  : Text

/** Text from inside quotes, with the characters that mean something to the grammar hidden. */
export type Hide<Text extends string> = Text extends `${string}${Marks[number][0]}${string}`
  ? ReplaceAll<Text, Marks, 0, 1>
  : Text

/** Text with its hidden characters shown again. */
export type Unmask<Text extends string> = Text extends `${string}${Marks[number][1]}${string}`
  ? ReplaceAll<Text, Marks, 1, 0>
  : Text

