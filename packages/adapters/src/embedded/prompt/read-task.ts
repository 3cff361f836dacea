import type { LMMessage } from '@ockham/core'
import { shapeOfField } from '../shape/shape-of-field.ts'
import { messageText } from './message-text.ts'
import { readDemonstrations } from './read-demonstrations.ts'
import { readFields } from './read-fields.ts'
import { readNotes } from './read-notes.ts'
import { section } from './section.ts'
import type { OutputField, Task, Wire } from './task.ts'

const inputsIntro = 'Your input fields are:\n'
const outputsIntro = 'Your output fields are:\n'
const structureIntro = 'All interactions will be structured in the following way'
const objectiveIntro = 'In adhering to this structure, your objective is:'

/** The task that a prompt's messages (all but the last user turn) set, or undefined for plain prose. */
export function readTask(messages: readonly LMMessage[], reminder: string): Task | undefined {
  const system = messages.find((message) => message.role === 'system')
  if (system === undefined) return undefined
  const text = messageText(system)
  const inputList = section(text, inputsIntro, outputsIntro)
  const outputList = section(text, outputsIntro, structureIntro)
  const structure = section(text, structureIntro, objectiveIntro)
  if (inputList === undefined || outputList === undefined || structure === undefined) {
    return undefined
  }
  const notes = readNotes(structure)
  const outputs: OutputField[] = readFields(outputList).map((field) => ({
    ...field,
    shape: shapeOfField(field.type, field.description, notes.get(field.name) ?? ''),
  }))
  const inputs = readFields(inputList).map((field) => field.name)
  const wire = wireOf(structure, reminder)
  return {
    wire,
    instructions: readInstructions(section(text, objectiveIntro, '\u0000') ?? ''),
    inputs,
    outputs,
    demonstrations: readDemonstrations(messages, inputs, outputs, wire),
  }
}

function wireOf(structure: string, reminder: string): Wire {
  if (reminder.includes('Respond with a JSON object in the following order')) return 'json'
  if (structure.includes('Outputs will be a JSON object')) return 'json'
  return structure.includes('[[ ## ') ? 'chat' : 'xml'
}

function readInstructions(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^ {8}/, ''))
    .join('\n')
    .trim()
}
