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
  /** What to write for each part; the one that the prompt is about comes first. */
  readonly parts: readonly [ProposedPart, ...ProposedPart[]]
}

/** A predictor, and the rules for it. */
export interface ProposedPart extends ProposedRules {
  readonly table: Table
}

/** The reply in the form that the prompt asks for: its fields, a fenced block, or plain text. */
export function writeProposal(request: ProposalRequest): string {
  const { text, fields } = request
  if (fields.length === 0) return fencedIfAsked(instructions(request.parts[0]), text)
  const format = text.includes('Respond with a JSON object') ? 'json' : 'chat'
  return writeFields(
    fields.map((field) => [field.name, fieldValue(field, request)] as const),
    format,
  )
}

const sideField =
  /reason|thought|discussion|summary|observation|description|module$|prefix|analysis/i

function fieldValue({ name, type }: OutputField, request: ProposalRequest): unknown {
  const [part] = request.parts
  const lines = part.added.map(writeRule)
  if (type.startsWith('dict')) return advice(request)
  if (type.startsWith('list')) return lines
  if (type === 'bool') return true
  if (type === 'int' || type === 'float') return 1
  if (sideField.test(name)) return 'Parcels are described by words, and some of the words matter.'
  if (/rule|advice/i.test(name)) return lines.join('\n')
  return fencedIfAsked(instructions(part), request.text)
}

function instructions({ table, kept, added }: ProposedPart): string {
  return writeInstructions(table, [...kept, ...added])
}

function advice({ text, parts }: ProposalRequest): Record<string, string> {
  return Object.fromEntries(
    parts.map(({ table, added }) => [predictorPath(text, table), added.map(writeRule).join('\n')]),
  )
}

/** The predictor as the prompt calls it, when it does. */
function predictorPath(text: string, table: Table): string {
  return new RegExp(`\\b${table.name}\\b(?:\\.\\w+)*`).exec(text)?.[0] ?? 'self'
}

function fencedIfAsked(written: string, text: string): string {
  return text.includes('```') ? `\`\`\`\n${written}\n\`\`\`` : written
}
