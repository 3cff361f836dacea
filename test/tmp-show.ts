import { ChainOfThought, Predict, Module, inspectHistory, collectSpans, formatSpans, context } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  async forward({ question }: { question: string }) {
    const { query } = await this.plan({ question })
    return this.respond({ question, passages: [query] })
  }
}
const rag = new RAG()
const lm = new MockLM({ query: 'a query', reasoning: 'so', answer: 'Because\u001b[31m red' }, { costUSD: 0.000213 })
const { spans } = await collectSpans(() => rag({ question: 'why?' }, { lm }))
rag.inspectHistory(1, { color: true })
console.log(formatSpans(spans, { color: true, adapters: true }))
console.log(formatSpans(spans))
console.log(JSON.stringify(spans, null, 1).slice(0, 1500))
