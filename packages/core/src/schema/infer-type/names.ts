import type { SpecialTypes } from '../special/special-types.ts'

type PrefixedSpecialTypes = {
  [Name in keyof SpecialTypes as `dspy.${Name}`]: SpecialTypes[Name]
}

/** The TypeScript type of each name a type expression may use on its own. */
export interface TypeNames extends SpecialTypes, PrefixedSpecialTypes {
  str: string
  string: string
  int: number
  float: number
  number: number
  bool: boolean
  boolean: boolean
  list: unknown[]
  List: unknown[]
  Array: unknown[]
  tuple: unknown[]
  Tuple: unknown[]
  dict: Record<string, unknown>
  Dict: Record<string, unknown>
  Record: Record<string, unknown>
  Any: unknown
  any: unknown
  unknown: unknown
  None: null
  null: null
  true: true
  True: true
  false: false
  False: false
}
