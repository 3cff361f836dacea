/** Words too common in English to tell one text from another. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at be because been before being below
  between both but by can could did do does doing don't down during each few for from further had
  has have having he her here hers him his how i i'd i'll i'm i've if in into is it it's its itself
  just let's me more most my myself of off on once only or other our ours out over own same she so
  some such than that that's the their theirs them then there there's these they they're this those
  through to too under until up upon us very was we we're we've were what when where which while who
  whom why will with would you you're your yours yourself may might shall should must hi hello dear
  regards please`.split(/\s+/),
)
