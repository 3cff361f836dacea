import { protocol } from '../protocol.ts'
import type { SchemaShape, ShapeDocument } from './schema-shape.ts'

/** The nested tags that a value of a shape is written in, with dots where its texts stand. */
export function outline(tag: string, { root, definitions }: ShapeDocument): string {
  const write = (name: string, shape: SchemaShape, seen: readonly string[]): string => {
    const { reference, options, properties } = shape
    if (reference !== undefined) {
      const target = seen.includes(reference) ? undefined : definitions.get(reference)
      return target ? write(name, target, [...seen, reference]) : leaf(name)
    }
    const option = options?.find(({ type }) => type !== 'null') ?? options?.[0]
    if (option) return write(name, option, seen)
    if (shape.type === 'array') {
      return `<${name}>${write('item', shape.item ?? {}, seen)}</${name}>`
    }
    if (!properties || properties.size === 0) return leaf(name)
    const members = [...properties].map(([member, inner]) => write(member, inner, seen))
    return `<${name}>${members.join('')}</${name}>`
  }
  return write(tag, root, [])
}

function leaf(name: string): string {
  return `<${name}>${protocol.xmlAnyValue}</${name}>`
}
