import type { AnyProgram, ProgramOutputs } from '../module/program.ts'

/** How deep types look for predictors. */
type Depth = readonly [0, 0, 0, 0, 0, 0]

type Less<D extends readonly unknown[]> = D extends readonly [unknown, ...infer Rest] ? Rest : []

type IsAny<Value> = 0 extends 1 & Value ? true : false

interface Found<Predictor extends string, Outputs extends object> {
  predictor: Predictor
  outputs: Outputs
}

/** The predictors that a program's type shows, by path, as `namedPredictors` finds them; never for a plain function. */
export type ProgramPredictors<P> = P extends { readonly $predictor: true } & AnyProgram
  ? Found<'self', ProgramOutputs<P>>
  : P extends { readonly $module: true }
    ? Members<P, '', Depth>
    : never

type Members<P, Prefix extends string, D extends readonly unknown[]> = D extends []
  ? never
  : { [Name in keyof P & string]: Inside<P[Name], `${Prefix}${Name}`, Less<D>> }[keyof P & string]

type Inside<Value, Path extends string, D extends readonly unknown[]> =
  IsAny<Value> extends true
    ? never
    : Value extends { readonly $predictor: true } & AnyProgram
      ? Found<Path, ProgramOutputs<Value>>
      : Value extends { readonly $module: true }
        ? Members<Value, `${Path}.`, D>
        : Value extends readonly (infer Item)[]
          ? Inside<Item, `${Path}[${number}]`, D>
          : Value extends (...given: never) => unknown
            ? never
            : Value extends Readonly<Record<string, infer Item>>
              ? Inside<Item, `${Path}['${string}']`, D>
              : never

/** The name and the value's type of every output of the predictors that are found. */
export type ProgramFields<P> = FieldsOf<ProgramPredictors<P>>

type FieldsOf<Each> =
  Each extends Found<infer Predictor, infer Outputs>
    ? {
        [Name in keyof Outputs & string]: {
          predictor: Predictor
          field: Name
          value: Outputs[Name]
        }
      }[keyof Outputs & string]
    : never
