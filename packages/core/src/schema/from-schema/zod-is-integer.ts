import type * as zod from 'zod/v4/core'

/** Whether a zod 4 number takes whole numbers only. */
export function zodIsInteger({ _zod: { def } }: zod.$ZodType): boolean {
  const formats = [def, ...(def.checks ?? []).map((check) => check._zod.def)]
  return formats.some((one) => {
    const format: unknown = Reflect.get(one, 'format')
    return typeof format === 'string' && format.includes('int')
  })
}
