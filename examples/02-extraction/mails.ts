/** A mail, and the order in it. */
export interface Mail {
  mail: string
  customer: string
  items: { product: string; quantity: number }[]
  total: number
  delivery: 'standard' | 'express' | 'pickup'
  wishes: string[]
}

export const mails: [Mail, ...Mail[]] = [
  {
    mail: 'Hello, please send me 3 desk lamps and 1 oak table. I pay 412.50 euros, and I need it express. Thank you! Ana Ruiz',
    customer: 'Ana Ruiz',
    items: [
      { product: 'desk lamps', quantity: 3 },
      { product: 'oak table', quantity: 1 },
    ],
    total: 412.5,
    delivery: 'express',
    wishes: [],
  },
  {
    mail: 'Hi, I order 12 folding chairs, 480 euros in all. I will pick it up myself. Note: call before noon. Ben Stone',
    customer: 'Ben Stone',
    items: [{ product: 'folding chairs', quantity: 12 }],
    total: 480,
    delivery: 'pickup',
    wishes: ['call before noon'],
  },
  {
    mail: 'Good day, please send 2 wool rugs and 5 cushions for 1,310.00 euros. No hurry. Chloe Martin',
    customer: 'Chloe Martin',
    items: [
      { product: 'wool rugs', quantity: 2 },
      { product: 'cushions', quantity: 5 },
    ],
    total: 1310,
    delivery: 'standard',
    wishes: [],
  },
  {
    mail: 'Dear team, send me 1 floor mirror, 89.90 euros, express please. Note: wrap it as a gift. Dai Nguyen',
    customer: 'Dai Nguyen',
    items: [{ product: 'floor mirror', quantity: 1 }],
    total: 89.9,
    delivery: 'express',
    wishes: ['wrap it as a gift'],
  },
  {
    mail: 'Please send 40 hangers and 2 wardrobes at 760 euros. No hurry at all. Eva Lind',
    customer: 'Eva Lind',
    items: [
      { product: 'hangers', quantity: 40 },
      { product: 'wardrobes', quantity: 2 },
    ],
    total: 760,
    delivery: 'standard',
    wishes: [],
  },
]
