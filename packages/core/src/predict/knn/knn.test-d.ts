import { expectTypeOf, test } from 'vitest'
import { type Example, example } from '../../example/example.ts'
import { Embedder } from '../../retrieval/embedder/embedder.ts'
import { KNN } from './knn.ts'

const embedder = new Embedder((texts) => texts.map(() => [1]))

test('inputs and what is found have the types of the examples', () => {
  const trainset = [example({ question: 'q', answer: 'a' }, { inputs: ['question'] })]
  const knn = new KNN(1, trainset, embedder)
  expectTypeOf(knn({ question: 'q' })).resolves.toEqualTypeOf<
    Example<{ question: string; answer: string }, 'question'>[]
  >()
  // @ts-expect-error: the input is missing
  void knn({})
  // @ts-expect-error: a label is no input
  void knn({ question: 'q', answer: 'a' })
  // @ts-expect-error: rows that are no examples do not tell their inputs
  void new KNN(1, [{ question: 'q' }], embedder)
})
