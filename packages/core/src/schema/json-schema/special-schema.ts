import { assertNever } from '../../internal/assert-never.ts'
import type { SpecialName } from '../field-type.ts'
import type { JSONObject } from '../json-object.ts'

/** The schema of a special type's values as a reply would hold them. */
export function specialSchema(name: SpecialName): JSONObject {
  switch (name) {
    case 'Code':
    case 'Reasoning':
      return { type: 'string' }
    case 'ToolCalls':
      return {
        properties: {
          tool_calls: {
            items: {
              properties: { name: { type: 'string' }, args: { type: 'object' } },
              required: ['name', 'args'],
              type: 'object',
            },
            type: 'array',
          },
        },
        required: ['tool_calls'],
        type: 'object',
      }
    case 'History':
    case 'Image':
    case 'Audio':
    case 'File':
    case 'Document':
    case 'Tool':
      return { type: 'object' }
    default:
      return assertNever(name)
  }
}
