import type { Signature } from '../../signature/signature.ts'

/**
 * One way of finding output fields in a reply: raw values by field name, texts or parsed JSON.
 * An empty map means that the reply is not written this way.
 */
export type Reading = (signature: Signature, text: string) => ReadonlyMap<string, unknown>
