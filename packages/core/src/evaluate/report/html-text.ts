import { visibleText } from '../../internal/visible-text.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
// They turn the text around them too; marks of Arabic and Hebrew, which do not, stay.
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** A text as HTML that shows it and does nothing else, in elements and in quoted attributes alike. */
export function htmlText(text: string): string {
  return visibleText(text)
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
    .replaceAll(turning, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
}
