/** A value a label can be. */
export type ChoiceOption = string | number | boolean | null

/** One named value inside an object. */
export interface ShapeProperty {
  name: string
  description: string
  shape: AnswerShape
}

/** What a field's answer must look like, as far as the prompt tells. */
export type AnswerShape =
  | { kind: 'text'; maximumLength?: number }
  | { kind: 'choice'; options: ChoiceOption[] }
  | { kind: 'boolean' }
  | { kind: 'number'; integer: boolean; minimum?: number; maximum?: number }
  | { kind: 'list'; item: AnswerShape; minimum: number; maximum: number }
  | { kind: 'tuple'; items: AnswerShape[] }
  | { kind: 'object'; properties: ShapeProperty[] }
  | { kind: 'map'; value: AnswerShape }
  | { kind: 'optional'; inner: AnswerShape }
  | { kind: 'null' }
