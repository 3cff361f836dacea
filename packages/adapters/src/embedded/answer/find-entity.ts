const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const patterns: readonly (readonly [name: RegExp, entity: RegExp])[] = [
  [/e_?mail/i, /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/],
  [/\b(url|link|website)\b|_url$|_link$/i, /https?:\/\/[^\s)>\]]+/],
  [/phone|mobile|fax/i, /\+?\d[\d\s().-]{6,20}\d/],
  [
    /date|^when$|^due|_day$|deadline/i,
    new RegExp(
      `\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}\\.? ${month}(?: \\d{4})?|${month} \\d{1,2}(?:, \\d{4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow`,
      'i',
    ),
  ],
  [
    /price|amount|cost|fee/i,
    /[$€£]\s?\d[\d,.]{0,20}\d|\d[\d,.]{0,20}\s?(?:USD|EUR|GBP|dollars|euros)/i,
  ],
  [/(^|_)(id|code|sku|number|reference)$/i, /#?\b(?=[\w-]{0,40}\d)[A-Z0-9][\w-]{2,}\b/],
  [
    /name|person|author|^who$|customer|city|country|company/i,
    /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/u,
  ],
]

/** The email, date, name, number … that a field's name asks for: null when the text has none, undefined when the name asks for nothing of the kind. */
export function findEntity(name: string, text: string): string | null | undefined {
  const wanted = patterns.find(([names]) => names.test(name))
  if (wanted === undefined) return undefined
  return wanted[1].exec(text)?.[0] ?? null
}
