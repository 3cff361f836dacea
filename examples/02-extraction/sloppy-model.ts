import { MockLM } from '@ockham/core/testing'
import { mails } from './mails.ts'

interface Found {
  customer: string
  items: { product: string; quantity: number }[]
  total: string
  delivery: string
  wishes: string[]
}

/** How models write an answer when nobody holds them to the notation they were asked for. */
const notations: ((found: Found) => string)[] = [
  (found) => `${fields(found)}\n\n[[ ## completed ## ]]`,
  (found) => `Sure! Here is the order:\n\`\`\`json\n${JSON.stringify(found, null, 2)}\n\`\`\``,
  (found) => fields(found).replaceAll('"', "'"),
  (found) => JSON.stringify(found).replace(/}$/, ',}'),
  (found) =>
    `<customer>${found.customer}</customer><items>${JSON.stringify(found.items)}</items>` +
    `<total>${found.total}</total><delivery>${found.delivery}</delivery><wishes>${JSON.stringify(found.wishes)}</wishes>`,
]

/** Stands in for a model: it reads a mail with regular expressions, and answers each in another notation. */
export function sloppyModel(): MockLM {
  return new MockLM(({ messages }) => {
    const asked = JSON.stringify(messages.at(-1)?.content)
    const index = mails.findIndex(({ mail }) => asked.includes(mail))
    const write = notations[index] ?? notations[0]
    return write?.(read(mails[index]?.mail ?? asked)) ?? ''
  })
}

function read(mail: string): Found {
  const [, total = ''] = /([\d.,]+) euros/.exec(mail) ?? []
  const ordered = mail.slice(0, mail.indexOf(total))
  const items = [...ordered.matchAll(/(\d+) ([a-z ]+?)(?= and | for | at |[.,]|$)/g)]
  return {
    customer: /(\p{Lu}\p{L}+ \p{Lu}\p{L}+)$/u.exec(mail)?.[1] ?? '',
    items: items.map(([, quantity, product = '']) => ({ product, quantity: Number(quantity) })),
    total: `€${total}`,
    delivery: mail.includes('express')
      ? 'Express'
      : mail.includes('pick it up')
        ? 'PICKUP'
        : 'standard',
    wishes: [...mail.matchAll(/Note: ([^.]+)\./g)].map(([, wish = '']) => wish),
  }
}

function fields(found: Found): string {
  const sections = Object.entries(found).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return `[[ ## ${name} ## ]]\n${text}`
  })
  return sections.join('\n\n')
}
