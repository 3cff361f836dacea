import { currentScope } from '../../settings/scope.ts'

/** Tells a stream that what it showed of a predictor's call is void. */
export async function takeBack(predictor: object): Promise<void> {
  const { sink } = currentScope()
  await sink?.emit({ type: 'restart', predictor: sink.nameOf(predictor) })
}
