// Retrieval first: find the passages that matter, then answer from them, and measure both steps.
import { embeddedEmbedding, embedding, lmFromEnv } from '@ockham/adapters'
import * as ockham from '@ockham/core'
import { handbook, questions } from './handbook.ts'
import { standIn } from './stand-in.ts'

// Offline words are counted and a stand-in answers; set LLM_MODEL, and EMBEDDING_MODEL, for real models.
const { LLM_MODEL, EMBEDDING_MODEL } = process.env
ockham.configure({ lm: LLM_MODEL ? lmFromEnv() : standIn() })
const embedder = new ockham.Embedder(
  EMBEDDING_MODEL ? embedding(EMBEDDING_MODEL) : embeddedEmbedding(),
)

class Handbook extends ockham.Module<{ question: string }, { answer: string; pages: number[] }> {
  search = new ockham.Embeddings({ corpus: handbook, embedder, k: 3 })
  respond = new ockham.ChainOfThought(
    ockham.signature('question, passages: list[str] -> answer', {
      instructions: 'Answer from the passages, or say that they do not tell.',
    }),
  )

  async forward({ question }: { question: string }) {
    const { passages, indices } = await this.search({ query: question })
    const { answer } = await this.respond({ question, passages })
    return { answer, pages: indices }
  }
}

const ask = new Handbook()
const [first] = questions
console.log(`question: ${first.question}`)
for await (const event of ockham.streamify(ask)({ question: first.question }))
  if (event.type === 'field' && event.field === 'answer') process.stdout.write(event.delta)

const devset = questions.map((row) => ockham.example(row, { inputs: ['question'] }))
const found = await ockham.evaluate(ask, {
  devset,
  metric: ({ page }, { pages }) => pages.includes(page),
})
const answered = await ockham.evaluate(ask, {
  devset,
  metric: ({ page }, { answer }) => answer.includes(handbook[page] ?? '?'),
})
console.log(`\n\nOf ${devset.length} questions the right page is among the three found for`)
console.log(`${Math.round(found.score * devset.length)}, and quoted in the answer for`)
console.log(`${Math.round(answered.score * devset.length)}.`)
