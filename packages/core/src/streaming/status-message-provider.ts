/**
 * Words for what a program is doing; extend it and override what should be said otherwise, or at all. Where a
 * method returns undefined nothing is said. (dspy.streaming.StatusMessageProvider)
 */
export class StatusMessageProvider {
  /** A tool is about to run. */
  toolStartStatusMessage(instance: object, _inputs: unknown): string | undefined {
    const name: unknown = Reflect.get(instance, 'name')
    return `Calling tool ${typeof name === 'string' ? name : 'unnamed'}...`
  }

  /** A tool has ended; of one that failed, `outputs` is undefined. */
  toolEndStatusMessage(_outputs: unknown, _instance: object): string | undefined {
    return 'The tool has answered; passing its result on to the LM...'
  }

  /** A module, which may be a predictor, begins. */
  moduleStartStatusMessage(_instance: object, _inputs: unknown): string | undefined {
    return undefined
  }

  /** A module has ended. */
  moduleEndStatusMessage(_outputs: unknown, _instance: object): string | undefined {
    return undefined
  }

  /** An LM is about to be called; `inputs` is the request. */
  lmStartStatusMessage(_instance: object, _inputs: unknown): string | undefined {
    return undefined
  }

  /** An LM has answered; `outputs` is the response. */
  lmEndStatusMessage(_outputs: unknown, _instance: object): string | undefined {
    return undefined
  }
}
