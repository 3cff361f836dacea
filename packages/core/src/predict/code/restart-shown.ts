import type { Predictor } from '../../module/predictor.ts'
import { currentScope } from '../../settings/scope.ts'

/** Takes back what a stream has shown of a predictor's call that failed and is made again. */
export async function restartShown(predictor: Predictor): Promise<void> {
  const { sink } = currentScope()
  await sink?.emit({ type: 'restart', predictor: sink.nameOf(predictor) })
}
