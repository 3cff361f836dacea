type Break = '\n' | '\t' | '\r'

// Spaces go first because they are nearly all there is; each form tried costs the compiler time.
type TrimStart<Text extends string> = Text extends ` ${infer Rest}`
  ? TrimStart<Rest>
  : Text extends `${Break}${infer Rest}`
    ? TrimStart<Rest>
    : Text

type TrimEnd<Text extends string> = Text extends `${infer Rest} `
  ? TrimEnd<Rest>
  : Text extends `${infer Rest}${Break}`
    ? TrimEnd<Rest>
    : Text

/** Text without the white space around it. */
export type Trim<Text extends string> = Text extends `${string}${' ' | Break}${string}`
  ? TrimEnd<TrimStart<Text>>
  : Text
