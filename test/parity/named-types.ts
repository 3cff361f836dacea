import { z } from 'zod'

const Address = z.object({ street: z.string(), zip_code: z.string() })

/** The named types of the recordings, as a TypeScript user would write them. */
export const namedTypes = {
  Address,
  Person: z.object({
    name: z.string(),
    age: z.number().int(),
    tags: z.array(z.string()).default([]),
    nickname: z.string().nullable().default(null),
    address: Address.nullable().default(null),
  }),
  Item: z.object({
    sku: z.string().describe('stock keeping unit'),
    quantity: z.number().int().min(0),
    price: z.number(),
  }),
  Color: z.enum({ RED: 'red', GREEN: 'green', DARK_BLUE: 'dark blue' }),
  Priority: z.enum({ LOW: 'low', HIGH: 'high' }),
}
