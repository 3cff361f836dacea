// Conversation: a chat that remembers, streams, is saved, and goes on later.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { lmFromEnv } from '@ockham/adapters'
import { configure, History, Predict, signature, streamify } from '@ockham/core'
import { standIn } from './stand-in.ts'

const online = process.env['LLM_MODEL'] !== undefined
configure({ lm: online ? lmFromEnv() : standIn() })
if (!online) console.log('(offline: a stand-in answers; set LLM_MODEL to talk to a real model)')

const guide = new Predict(
  signature('history: History, message -> reply', {
    instructions: 'You are the guide of a small museum of clocks. Be brief and friendly.',
  }),
)
const reply = streamify(guide)

/** Says something, shows the reply as it comes, and returns the history with this turn. */
async function say(history: History, message: string): Promise<History> {
  const stream = reply({ history, message })
  process.stdout.write('guide: ')
  for await (const event of stream) if (event.type === 'field') process.stdout.write(event.delta)
  process.stdout.write('\n')
  const turn = { message, reply: (await stream.prediction).reply }
  // A new history for each turn: who holds an old one can go on from there.
  return new History([...history.messages, turn].slice(-20))
}

// A conversation is data: it can be kept anywhere and taken up again.
const file = join(tmpdir(), `museum-${process.pid}.json`)
const restore = () => new History(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [])
let history = restore()

if (process.stdin.isTTY) {
  const input = createInterface(process.stdin, process.stdout)
  for await (const message of input) history = await say(history, message)
} else {
  for (const message of ['Hello, I am Ana.', 'When was the oldest clock made?']) {
    console.log(`you:   ${message}`)
    history = await say(history, message)
  }
  writeFileSync(file, JSON.stringify(history))
  console.log(`\n(${history.messages.length} turns saved, and loaded by someone else)\n`)
  console.log('you:   What is my name, and what did I ask?')
  await say(restore(), 'What is my name, and what did I ask?')
}
