import type { CallOptions } from '../../settings/call-options.ts'
import type { AnyProgram } from '../program.ts'

/** One run to be made; an example is run on the fields that it marks as inputs. */
export interface BatchItem {
  readonly program: AnyProgram
  readonly inputs: object
  readonly options?: CallOptions | undefined
}
