import { readBlocks } from './read-blocks.ts'
import type { Task } from './task.ts'

const reminder =
  /(?:^|\n\n)Respond with (?:the corresponding output fields|a JSON object in the following order)[\s\S]*$/

/** The input values of the turn to answer, without the reminder that ends it. */
export function readInputs(text: string, task: Task): Map<string, string> {
  return readBlocks(text.replace(reminder, ''), task.inputs, task.wire === 'xml' ? 'xml' : 'chat')
}
