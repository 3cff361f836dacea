import { SignatureError } from '../errors/signature-error.ts'
import { cleanDoc } from '../internal/clean-doc.ts'
import type { FieldType } from '../schema/field-type.ts'
import { defaultInstructions } from './default-instructions.ts'
import type { AddInput, AddOutput, FieldsOf, WithoutField } from './edit-types.ts'
import type { Field, FieldDefinition, FieldOptions } from './field.ts'
import { fieldOptions, makeField } from './make-field.ts'

/** What a signature is made of. */
export interface SignatureParts {
  readonly instructions?: string | undefined
  /** True takes an empty text for instructions, in place of the default. */
  readonly mayBeBare?: boolean
  readonly fields: readonly Field[]
  /** Field types by the names that type expressions may use. */
  readonly named?: ReadonlyMap<string, FieldType>
}

/** A typed task: what goes in, what comes out, and the instructions; every edit returns a new one. */
export class Signature<Inputs extends object = object, Outputs extends object = object> {
  readonly instructions: string
  readonly inputs: FieldsOf<Inputs, 'input'>
  readonly outputs: FieldsOf<Outputs, 'output'>
  readonly inputFields: readonly Field[]
  readonly outputFields: readonly Field[]
  private readonly named: ReadonlyMap<string, FieldType>
  /** Carries the types of the values; never present at run time. */
  declare readonly valueTypes?: { inputs: Inputs; outputs: Outputs }

  constructor(parts: SignatureParts) {
    this.inputFields = parts.fields.filter((field) => field.side === 'input')
    this.outputFields = parts.fields.filter((field) => field.side === 'output')
    checkNames(parts.fields)
    // The maps hold exactly the fields whose names the type parameters list.
    this.inputs = byName(this.inputFields) as FieldsOf<Inputs, 'input'>
    this.outputs = byName(this.outputFields) as FieldsOf<Outputs, 'output'>
    // DSPy's rule: no text brings the default, a text of nothing but spaces is one.
    this.instructions =
      parts.instructions || parts.mayBeBare
        ? cleanDoc(parts.instructions ?? '')
        : defaultInstructions(names(this.inputFields), names(this.outputFields))
    this.named = parts.named ?? new Map()
  }

  /** The same fields under other instructions; an empty text brings the default back, as in DSPy. */
  withInstructions(instructions: string): Signature<Inputs, Outputs> {
    return new Signature({ instructions, fields: this.fields(), named: this.named })
  }

  /** Adds a field before the others of its side; a field is an output unless it says `side: 'input'`. */
  prepend<const Name extends string, const Definition extends FieldDefinition>(
    name: Name,
    field: Definition,
  ): Signature<AddInput<Inputs, Name, Definition>, AddOutput<Outputs, Name, Definition>> {
    return this.insert(0, name, field)
  }

  /** Adds a field after the others of its side; a field is an output unless it says `side: 'input'`. */
  append<const Name extends string, const Definition extends FieldDefinition>(
    name: Name,
    field: Definition,
  ): Signature<AddInput<Inputs, Name, Definition>, AddOutput<Outputs, Name, Definition>> {
    return this.insert(-1, name, field)
  }

  /** Adds a field at a position of its side; a negative one counts from behind the last. */
  insert<const Name extends string, const Definition extends FieldDefinition>(
    index: number,
    name: Name,
    field: Definition,
  ): Signature<AddInput<Inputs, Name, Definition>, AddOutput<Outputs, Name, Definition>> {
    const added = makeField(name, field, this.named)
    const side = added.side === 'input' ? [...this.inputFields] : [...this.outputFields]
    const position = index < 0 ? index + side.length + 1 : index
    if (position < 0 || position > side.length) {
      throw new SignatureError(
        `Cannot insert \`${name}\` at ${index}: the signature has ${side.length} ${added.side} fields.`,
        name,
      )
    }
    side.splice(position, 0, added)
    const others = added.side === 'input' ? this.outputFields : this.inputFields
    return this.rebuild([...side, ...others])
  }

  /** Leaves a field out; a name the signature does not have changes nothing. */
  delete<const Name extends string>(
    name: Name,
  ): Signature<WithoutField<Inputs, Name>, WithoutField<Outputs, Name>> {
    return this.rebuild(this.fields().filter((field) => field.name !== name))
  }

  /** Changes what is said of a field. */
  withField(
    name: (keyof Inputs | keyof Outputs) & string,
    options: FieldOptions,
  ): Signature<Inputs, Outputs> {
    return this.describe(name, options)
  }

  /** `withField` for a name that is only known at run time. */
  describe(name: string, options: FieldOptions): Signature<Inputs, Outputs> {
    if (!this.fields().some((field) => field.name === name)) {
      throw new SignatureError(`The signature has no field \`${name}\`.`, name)
    }
    return this.rebuild(
      this.fields().map((field) =>
        field.name === name ? { ...field, ...fieldOptions(field, options) } : field,
      ),
    )
  }

  /** What a saved state says in place of this: instructions, also empty ones, and all descriptions by name. */
  restored(
    instructions: string,
    descriptions: ReadonlyMap<string, string>,
  ): Signature<Inputs, Outputs> {
    const fields = this.fields().map(({ description: _own, ...field }) => {
      const description = descriptions.get(field.name)
      return description === undefined ? field : { ...field, description }
    })
    return new Signature({ instructions, mayBeBare: true, fields, named: this.named })
  }

  private fields(): Field[] {
    return [...this.inputFields, ...this.outputFields]
  }

  // Edits keep the text of the instructions, as DSPy does; the caller states the types that result.
  private rebuild<I extends object, O extends object>(fields: readonly Field[]): Signature<I, O> {
    return new Signature({ instructions: this.instructions, fields, named: this.named })
  }
}

function names(fields: readonly Field[]): string[] {
  return fields.map((field) => field.name)
}

function byName(fields: readonly Field[]): Record<string, Field> {
  return Object.fromEntries(fields.map((field) => [field.name, field]))
}

function checkNames(fields: readonly Field[]): void {
  const seen = new Set<string>()
  for (const { name } of fields) {
    if (seen.has(name)) {
      throw new SignatureError(
        `The field \`${name}\` appears twice; give each field its own name.`,
        name,
      )
    }
    seen.add(name)
  }
}
