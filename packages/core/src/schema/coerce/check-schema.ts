import type { Coerced } from '../coerced.ts'
import type { StandardSchema } from '../standard-schema.ts'

/** Passes a value through a schema, with its refinements and transforms. */
export function checkSchema(schema: StandardSchema | undefined, value: unknown): Coerced {
  if (schema === undefined) return { ok: true, value }
  try {
    return judge(schema['~standard'].validate(value))
  } catch (error) {
    // A transform that throws at a value refuses it.
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

function judge(result: ReturnType<StandardSchema['~standard']['validate']>): Coerced {
  if (result instanceof Promise) {
    // Nobody waits for it, so its failure must not go unhandled.
    result.catch(() => undefined)
    return {
      ok: false,
      reason: 'the schema is asynchronous, which is not supported, or threw an error',
    }
  }
  if (result.issues === undefined) return { ok: true, value: result.value }
  const issues = result.issues.slice(0, 3).map(({ message, path }) => {
    const where = (path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))
    return where.length > 0 ? `"${where.join('.')}": ${message}` : message
  })
  return { ok: false, reason: issues.join('; ') || 'the schema refuses the value' }
}
