import { isRecord } from '../../internal/is-record.ts'
import type { FieldType } from '../field-type.ts'
import type { JSONObject } from '../json-object.ts'
import { mismatch } from '../mismatch.ts'
import { present } from './present.ts'
import { optional, required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'

/** One quotation; indexes count characters of the document's text, the end is exclusive. */
interface Citation {
  readonly type: string
  readonly citedText: string
  readonly documentIndex: number
  readonly documentTitle?: string
  readonly startCharIndex: number
  readonly endCharIndex: number
  readonly supportedText?: string
}

const citation: FieldType = {
  kind: 'model',
  name: 'Citation',
  properties: [
    optional('type', { kind: 'str' }, 'char_location'),
    required('cited_text', { kind: 'str' }),
    required('document_index', { kind: 'int' }),
    optional('document_title'),
    required('start_char_index', { kind: 'int' }),
    required('end_char_index', { kind: 'int' }),
    optional('supported_text'),
  ],
}

/** `{ citations }`, a list of them, or one. */
export const citationsForm: SpecialForm = {
  read(value) {
    const citations = list(value).map(readCitation)
    const found = citations.filter((one) => one !== undefined)
    return found.length === citations.length && (found.length > 0 || isEmptyList(value))
      ? { ok: true, value: { citations: found } }
      : mismatch(
          'citations like { "citations": [{ "cited_text": …, "document_index": … }] }',
          value,
        )
  },
  write: (value) => ({
    citations: list(value).flatMap((one) => {
      const read = readCitation(one)
      return read ? [writeCitation(read)] : []
    }),
  }),
  model: {
    kind: 'model',
    name: 'Citations',
    properties: [required('citations', { kind: 'list', item: citation })],
  },
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return []
  const { citations } = value
  return Array.isArray(citations) ? citations : [value]
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(isRecord(value) ? value['citations'] : value)
}

function readCitation(value: unknown): Citation | undefined {
  if (!isRecord(value)) return undefined
  const citedText = textMember(value, 'citedText', 'cited_text')
  const documentIndex = index(value['documentIndex'] ?? value['document_index'])
  const startCharIndex = index(value['startCharIndex'] ?? value['start_char_index'])
  const endCharIndex = index(value['endCharIndex'] ?? value['end_char_index'])
  if (citedText === undefined || documentIndex === undefined) return undefined
  if (startCharIndex === undefined || endCharIndex === undefined) return undefined
  return {
    type: textMember(value, 'type') ?? 'char_location',
    citedText,
    documentIndex,
    startCharIndex,
    endCharIndex,
    ...present({
      documentTitle: textMember(value, 'documentTitle', 'document_title'),
      supportedText: textMember(value, 'supportedText', 'supported_text'),
    }),
  }
}

function index(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}

function writeCitation(one: Citation): JSONObject {
  return {
    type: one.type,
    cited_text: one.citedText,
    document_index: one.documentIndex,
    start_char_index: one.startCharIndex,
    end_char_index: one.endCharIndex,
    ...(one.documentTitle ? { document_title: one.documentTitle } : {}),
    ...(one.supportedText ? { supported_text: one.supportedText } : {}),
  }
}
