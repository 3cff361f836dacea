import { OptionError } from '../../errors/option-error.ts'
import type { ModelColumns, ResolvedColumns } from './outcome-columns.ts'

const placeholder = '{model}'

/** The columns of each model in a table whose lines hold all models; throws `OptionError` for one that is missing. */
export function columnsOfModels(
  header: readonly string[],
  columns: ResolvedColumns,
): Map<string, ModelColumns> {
  const models = columns.models ?? namedModels(header, columns)
  if (models.length === 0) {
    throw new OptionError(
      'models',
      `are not found: no column is named like ${templatesOf(columns).join(' or ')}. The table has: ${header.join(', ')}.`,
    )
  }
  const present = new Set(header)
  return new Map(models.map((model) => [model, columnsOf(model, columns.ofModels, present)]))
}

function columnsOf(model: string, templates: ModelColumns, present: Set<string>): ModelColumns {
  const column = (option: keyof ModelColumns): string | undefined => {
    const name = templates[option]?.replace(placeholder, () => model)
    if (name === undefined || present.has(name)) return name
    throw new OptionError(
      option,
      `asks for the column "${name}", which the table does not have; pass the \`models\` that it has.`,
    )
  }
  return {
    answer: column('answer'),
    score: column('score'),
    cost: column('cost'),
    latency: column('latency'),
  }
}

function namedModels(header: readonly string[], columns: ResolvedColumns): string[] {
  const { example, inputs, label } = columns
  const others = new Set([example, ...inputs, label])
  const templates = templatesOf(columns)
  // A bare {model} fits every column, so the models are told by the others.
  const telling = templates.filter((template) => template !== placeholder)
  const names = (telling.length > 0 ? telling : templates).flatMap((template) => {
    const [start = '', end = ''] = template.split(placeholder)
    return header
      .filter((name) => !others.has(name) && name.length > start.length + end.length)
      .filter((name) => name.startsWith(start) && name.endsWith(end))
      .map((name) => name.slice(start.length, name.length - end.length))
  })
  return [...new Set(names)]
}

function templatesOf({ ofModels }: ResolvedColumns): string[] {
  return Object.values(ofModels).filter((template) => template !== undefined)
}
