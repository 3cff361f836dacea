import { AdapterParseError, ChatAdapter, JSONAdapter, Predict, XMLAdapter } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'

/** Imperfect replies as real models give them, for two fields: a class and a number. */
const recoverable: Record<string, string> = {
  'labels, clean': 'category: billing\nconfidence: 0.9',
  'capitalised labels': 'Category: billing\nConfidence: 0.9',
  'lead-in prose, then labels': 'Sure, here is my answer.\n\nCategory: billing\nConfidence: 0.9',
  'class in another case': 'category: Billing\nconfidence: 0.9',
  'bold labels': '**Category:** billing\n**Confidence:** 0.9',
  'bold label before the colon': '**Category**: billing\n**Confidence**: 0.9',
  'quoted value': 'category: "billing"\nconfidence: 0.9',
  'per cent': 'category: billing\nconfidence: 90%',
  'space before the colon': 'category : billing\nconfidence : 0.9',
  bullets: '- Category: billing\n- Confidence: 0.9',
  'JSON, clean': '{"category": "billing", "confidence": 0.9}',
  'lead-in prose, then JSON': 'Here is the JSON:\n{"category": "billing", "confidence": 0.9}',
  'JSON, class in another case': '{"category": "Billing", "confidence": 0.9}',
  'JSON, number as a string': '{"category": "billing", "confidence": "0.9"}',
  'JSON, per cent': '{"category": "billing", "confidence": "90%"}',
  'JSON, other key case': '{"Category": "billing", "Confidence": 0.9}',
  'fenced JSON': '```json\n{"category": "billing", "confidence": 0.9}\n```',
  'trailing comma': '{"category": "billing", "confidence": 0.9,}',
  'single quotes': "{'category': 'billing', 'confidence': 0.9}",
  'truncated JSON': '{"category": "billing", "confidence": 0.9',
  'JSON wrapped once more': '{"response": {"category": "billing", "confidence": 0.9}}',
  'DSPy markers':
    '[[ ## category ## ]]\nbilling\n\n[[ ## confidence ## ]]\n0.9\n\n[[ ## completed ## ]]',
  'DSPy markers on one line':
    '[[ ## category ## ]] billing [[ ## confidence ## ]] 0.9 [[ ## completed ## ]]',
  'DSPy markers, bold class': '[[ ## category ## ]]\n**billing**\n\n[[ ## confidence ## ]]\n0.9',
  'XML tags': '<category>billing</category>\n<confidence>0.9</confidence>',
}

const hopeless: Record<string, [reply: string, field: string]> = {
  'refusal in plain prose': ['I am sorry, but I cannot help with billing questions.', 'category'],
  'refusal inside the markers': [
    '[[ ## category ## ]]\nI cannot say.\n\n[[ ## confidence ## ]]\n0.9',
    'category',
  ],
  'unknown class': ['{"category": "refund", "confidence": 0.9}', 'category'],
  'no number': ['{"category": "billing", "confidence": "fairly sure"}', 'confidence'],
  'missing field': ['category: billing', 'confidence'],
  'empty reply': ['', 'category'],
}

const adapters = {
  ChatAdapter: new ChatAdapter(),
  JSONAdapter: new JSONAdapter(),
  XMLAdapter: new XMLAdapter(),
}
const names = ['ChatAdapter', 'JSONAdapter', 'XMLAdapter'] as const
const classify = new Predict("ticket -> category: 'billing' | 'technical', confidence: float")

for (const name of names) {
  test.each(Object.entries(recoverable))(
    `${name}: %s gives the typed value with one call`,
    async (_shape, reply) => {
      const lm = new MockLM([reply])
      const prediction = await classify({ ticket: '…' }, { lm, adapter: adapters[name] })
      expect(prediction).toEqual({ category: 'billing', confidence: 0.9 })
      expect(lm.requests).toHaveLength(1)
    },
  )

  test.each(Object.entries(hopeless))(
    `${name}: %s is a typed error that names the field`,
    async (_shape, [reply, field]) => {
      const lm = new MockLM([reply, reply])
      const error = await classify({ ticket: '…' }, { lm, adapter: adapters[name] }).catch(
        (caught: unknown) => caught,
      )
      expect(AdapterParseError.is(error) && error.field).toBe(field)
      expect(AdapterParseError.is(error) && error.text).toBe(reply)
    },
  )
}
