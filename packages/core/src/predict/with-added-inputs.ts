import type { Predictor } from '../module/predictor.ts'
import { currentScope } from '../settings/scope.ts'
import type { Signature } from '../signature/signature.ts'

/** What a predictor is asked with. */
interface Asked {
  signature: Signature
  inputs: Readonly<Record<string, unknown>>
}

/** A predictor's signature and inputs with those that the programs around it add for this call. */
export function withAddedInputs(
  predictor: Predictor,
  inputs: Readonly<Record<string, unknown>>,
): Asked {
  const added = currentScope().addedInputs?.get(predictor)
  let asked: Asked = { signature: predictor.signature, inputs }
  for (const { name, value, ...field } of added ?? []) {
    const free = freeName(asked.signature, name)
    asked = {
      signature: asked.signature.append(free, { ...field, name: free, side: 'input' }),
      inputs: { ...asked.inputs, [free]: value },
    }
  }
  return asked
}

// A signature may have a field of that name by itself.
function freeName(signature: Signature, name: string): string {
  const taken = Object.hasOwn(signature.inputs, name) || Object.hasOwn(signature.outputs, name)
  return taken ? freeName(signature, `${name}_`) : name
}
