import { decodeEntities } from './decode-entities.ts'

const attribute = /(?<=^|\s)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attributes written in an opening tag. */
export function attributesIn(text: string): [name: string, value: string][] {
  if (!text.includes('=')) return []
  return [...text.matchAll(attribute)].map(([, name = '', double, single]) => [
    name,
    decodeEntities((double ?? single ?? '').replaceAll(/[\t\n\r]/g, ' ')),
  ])
}
