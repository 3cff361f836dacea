import { expect, test } from 'vitest'
import { Module } from '../module/module.ts'
import { Predict } from '../predict/predict.ts'
import { runTool } from '../predict/tools/run-tool.ts'
import { tool } from '../schema/special/define-tool.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { collect } from './__fixtures__/collect.ts'
import { StatusMessageProvider } from './status-message-provider.ts'
import { streamify } from './streamify.ts'

class Forecast extends Module<{ city: string }, { answer: string }> {
  say = new Predict('city, weather -> answer')
  override async forward({ city }: { city: string }) {
    const { value } = await runTool(
      tool({ name: 'weather', description: '', execute: () => `rain in ${city}` }),
      {},
    )
    return this.say({ city, weather: String(value) })
  }
}

const lm = (): MockLM => new MockLM({ answer: 'It rains.' })

test('by default only tools are told of', async () => {
  const events = await collect(streamify(new Forecast())({ city: 'Paris' }, { lm: lm() }))
  const told = events.filter(({ type }) => type === 'status' || type.startsWith('tool'))
  expect(told).toMatchObject([
    { type: 'tool-start', tool: 'weather' },
    { type: 'status', message: 'Calling tool weather...' },
    { type: 'status', message: 'The tool has answered; passing its result on to the LM...' },
    { type: 'tool-end', value: 'rain in Paris', isError: false },
  ])
})

test('a provider words what it overrides, and the rest stays as it is', async () => {
  class Words extends StatusMessageProvider {
    override moduleStartStatusMessage(instance: object, inputs: unknown) {
      return `${instance.constructor.name} of ${JSON.stringify(inputs)}`
    }
    override moduleEndStatusMessage(outputs: unknown) {
      return `gave ${JSON.stringify(outputs)}`
    }
    override lmStartStatusMessage() {
      return 'asking'
    }
    override lmEndStatusMessage(outputs: unknown, instance: object) {
      return `${Reflect.get(instance, 'model')} answered ${Reflect.get(Object(outputs), 'model')}`
    }
    override toolEndStatusMessage() {
      return undefined
    }
  }
  const program = streamify(new Forecast(), { statusMessages: new Words() })
  const events = await collect(program({ city: 'Paris' }, { lm: lm() }))
  expect(events.flatMap((event) => (event.type === 'status' ? [event.message] : []))).toEqual([
    'Forecast of {"city":"Paris"}',
    'Calling tool weather...',
    'Predict of {"city":"Paris","weather":"rain in Paris"}',
    'asking',
    'mock/mock answered mock/mock',
    'gave {"answer":"It rains."}',
    'gave {"answer":"It rains."}',
  ])
})
