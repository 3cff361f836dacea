import { type Rule, writeRule } from '../lexicon/rule.ts'
import type { Table } from '../lexicon/table.ts'
import type { OutputField } from '../prompt/output-field.ts'
import { writeFields } from '../prompt/write-fields.ts'
import type { ProposedRules } from './propose-rules.ts'

/** Instructions with rules, one on a line, as programs have them. */
export function writeInstructions(table: Table, rules: readonly Rule[]): string {
  return [table.task, ...rules.map((rule) => `- ${writeRule(rule)}`)].join('\n')
}

/** What is to be written, and the prompt that asks for it. */
export interface ProposalRequest {
  readonly text: string
  readonly fields: readonly OutputField[]
  readonly table: Table
  readonly rules: ProposedRules
}

/** The reply in the form that the prompt asks for: its fields, a fenced block, or plain text. */
export function writeProposal(request: ProposalRequest): string {
  const { text, fields } = request
  if (fields.length === 0) return fencedIfAsked(instructions(request), text)
  const format = text.includes('Respond with a JSON object') ? 'json' : 'chat'
  return writeFields(
    fields.map((field) => [field.name, fieldValue(field, request)] as const),
    format,
  )
}

const sideField =
  /reason|thought|discussion|summary|observation|description|module$|prefix|analysis/i

function fieldValue({ name, type }: OutputField, request: ProposalRequest): unknown {
  const lines = request.rules.added.map(writeRule)
  if (type.startsWith('dict')) return { [predictorPath(request)]: lines.join('\n') }
  if (type.startsWith('list')) return lines
  if (type === 'bool') return true
  if (type === 'int' || type === 'float') return 1
  if (sideField.test(name)) return 'Parcels are described by words, and some of the words matter.'
  if (/rule|advice/i.test(name)) return lines.join('\n')
  return fencedIfAsked(instructions(request), request.text)
}

function instructions({ table, rules }: ProposalRequest): string {
  return writeInstructions(table, [...rules.kept, ...rules.added])
}

/** The predictor as the prompt calls it, when it does. */
function predictorPath({ text, table }: ProposalRequest): string {
  return new RegExp(`\\b${table.name}\\b(?:\\.\\w+)*`).exec(text)?.[0] ?? 'self'
}

function fencedIfAsked(written: string, text: string): string {
  return text.includes('```') ? `\`\`\`\n${written}\n\`\`\`` : written
}
