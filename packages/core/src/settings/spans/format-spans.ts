import { type TextStyle, textStyle } from '../../internal/text-style.ts'
import { visibleText } from '../../internal/visible-text.ts'
import { durationText } from '../printing/duration-text.ts'
import { usageText } from '../printing/usage-text.ts'
import type { TraceSpan } from './trace-span.ts'

/** How spans are printed. */
export interface FormatSpansOptions {
  /** By default colours are used when standard output is a terminal, as NO_COLOR and FORCE_COLOR say. */
  readonly color?: boolean
  /** Shows formatting and parsing too; without it only where they failed. */
  readonly adapters?: boolean
}

/** Spans as an indented tree, a line each: what ran, how long it took, and what it used. */
export function formatSpans(spans: readonly TraceSpan[], options: FormatSpansOptions = {}): string {
  const style = textStyle(options.color, process.stdout)
  return treeLines(spans, style, options.adapters === true).join('\n')
}

function treeLines(spans: readonly TraceSpan[], style: TextStyle, adapters: boolean): string[] {
  const shown = spans.filter(({ kind, error }) => adapters || error || !kind.startsWith('adapter'))
  return shown.flatMap((span) => [
    spanLine(span, style),
    ...treeLines(span.children, style, adapters).map((line) => `  ${line}`),
  ])
}

function spanLine(
  { kind, name, error, durationMs, usage, costUSD }: TraceSpan,
  style: TextStyle,
): string {
  const facts = [
    durationMs === undefined ? 'running' : durationText(durationMs),
    ...(usage ? [usageText(usage, costUSD)] : []),
  ]
  const failure = error && style('red', visibleText(`  ${error.name}: ${firstLine(error.message)}`))
  const title = `${style('cyan', kind)} ${style('bold', visibleText(name))}`
  return `${title}  ${style('dim', facts.join(' · '))}${failure ?? ''}`
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
