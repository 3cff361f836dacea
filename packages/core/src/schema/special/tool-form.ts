import { isRecord } from '../../internal/is-record.ts'
import { pythonText } from '../../internal/python-text.ts'
import { mismatch } from '../mismatch.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'

/** `{ name, description, parameters }`; prompts tell of it in one sentence, as `str(tool)` does. */
export const toolForm: SpecialForm = {
  read(value) {
    const isTool = isRecord(value) && typeof value['name'] === 'string'
    return isTool && isRecord(value['parameters'])
      ? { ok: true, value }
      : mismatch('a tool { name, parameters }', value)
  },
  write(value) {
    if (!isRecord(value)) return ''
    const description = textMember(value, 'description')
    const told = description
      ? `, whose description is <desc>${description}</desc>.`.replaceAll('\n', '  ')
      : '.'
    const parameters = isRecord(value['parameters']) ? value['parameters']['properties'] : {}
    return `${textMember(value, 'name')}${told} It takes arguments ${pythonText(parameters ?? {})}.`
  },
}
