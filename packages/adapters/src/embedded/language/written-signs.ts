const signs: readonly (readonly [sign: RegExp, word: string])[] = [
  [/[$€£¥]\s?\d|\d\s?(?:[$€£¥]|usd|eur|gbp)(?!\w)|(?<![\d.])\d+[.,]\d{2}(?![\d.])/i, 'money'],
  [/\w@\w/, 'email'],
  [/https?:\/\/|www\./i, 'website'],
  [/(?<!\d)\d{1,2}(?::\d{2}|\s?[ap]m)(?!\w)/i, 'hour'],
  [/\?\s*$/, 'question'],
  [/!{2,}|\b[A-Z]{4,}\b/, 'urgent'],
]

/** Words for what a text shows by its signs: an amount in a currency reads as `money`. */
export function writtenSigns(text: string): string[] {
  return signs.filter(([sign]) => sign.test(text)).map(([, word]) => word)
}
