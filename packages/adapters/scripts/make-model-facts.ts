// Makes data/model-facts.json: what models can do, and their limits, from the list that LiteLLM keeps
// (https://github.com/BerriAI/litellm, MIT License, Copyright (c) 2023 Berri AI), and what they cost from the
// installed @pydantic/genai-prices (MIT License, Copyright (c) Pydantic Services Inc. 2025 to present), or from
// LiteLLM where that has no price. Facts only, of the chat models of providers that `lm()` reaches. The prices
// are a copy that spares most programs the 40 ms of loading the price list; a test compares every one of them.
// Run with `pnpm facts` after an update of the price list, or with another wheel and its hash.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { factRow } from './fact-row.ts'
import { listedFacts } from './listed-facts.ts'
import type { LiteLLMEntry } from './litellm-entry.ts'
import { litellmRates } from './litellm-rates.ts'
import { snapshotProviders } from './snapshot-providers.ts'
import { unzipFile } from './unzip-file.ts'

const version = '1.109.1'
const wheel =
  'https://files.pythonhosted.org/packages/30/5b/05ec8f224dd31cc294a5e0483fd6385d8991ffe4c0312978f5924ac053a5/' +
  `litellm-${version}-cp310-abi3-manylinux_2_28_x86_64.whl`
const sha256 = '1c8b4dd671fa0cd0850aa751678704ff77e595fb1e6085b2dc3be39ee19bdaaf'
// The day the wheel was taken.
const taken = '2026-11-21'
// Tunings, price classes, patterns, copies of a model for one region, and what does not answer in text.
const otherThings = new RegExp(
  '^ft:|container|^together-ai-|\\*|^sample_spec$|^azure/(?:eu|us|apac|global|global-standard)/|' +
    'lyria|-tts|flux|-image|ocr|llama-?guard|prompt-guard',
  'i',
)
const target = new URL('../data/model-facts.json', import.meta.url)

const entries = await download()
const table = withoutRepetition(rows(entries))
const providers = Object.fromEntries(
  [...table].map(([name, models]) => [name, Object.fromEntries([...models].sort(byName))]),
)
const sources = [
  `litellm ${version}, MIT License, Copyright (c) 2023 Berri AI`,
  '@pydantic/genai-prices, MIT License, Copyright (c) Pydantic Services Inc. 2025 to present',
]
writeFileSync(target, `${JSON.stringify({ sources, taken, providers }, null, 2)}\n`)

async function download(): Promise<Record<string, LiteLLMEntry>> {
  const response = await fetch(wheel)
  if (!response.ok) throw new Error(`${wheel}: HTTP ${response.status}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) throw new Error(`The wheel has the hash ${found}, not ${sha256}.`)
  const file = unzipFile(bytes, 'litellm/model_prices_and_context_window_backup.json')
  return JSON.parse(file.toString('utf8')) as Record<string, LiteLLMEntry>
}

function rows(list: Record<string, LiteLLMEntry>): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>()
  for (const [name, entry] of Object.entries(list)) {
    const provider = snapshotProviders[entry.litellm_provider ?? '']
    if (provider === undefined || !isWanted(name, entry)) continue
    const models = found.get(provider) ?? new Map<string, string>()
    found.set(provider, models)
    const model = withoutProvider(name, entry)
    const row = rowOf(provider, model, entry)
    if (row !== '') models.set(model, row)
  }
  return found
}

function rowOf(provider: string, model: string, entry: LiteLLMEntry): string {
  const listed = listedFacts(provider, model)
  // LiteLLM's figure may be of the input alone, the price list's of an older state: the larger is the whole.
  const contexts = [Number(entry.max_input_tokens), listed?.contextTokens ?? 0].filter(Boolean)
  const contextTokens = contexts.length > 0 ? Math.max(...contexts) : undefined
  const rates = listed?.rates ?? litellmRates(entry)
  return factRow(entry, contextTokens, rates === 'later' ? undefined : rates)
}

function isWanted(name: string, entry: LiteLLMEntry): boolean {
  const isChat = entry.mode === 'chat' || (entry.mode === 'responses' && !name.includes('/'))
  return isChat && !otherThings.test(name)
}

function withoutProvider(name: string, { litellm_provider = '' }: LiteLLMEntry): string {
  const folders = [litellm_provider, snapshotProviders[litellm_provider] ?? '', 'bedrock']
  const folder = folders.find((prefix) => name.startsWith(`${prefix}/`))
  return folder === undefined ? name : name.slice(folder.length + 1)
}

// What Azure passes on has the facts of the original, which are looked up there.
function withoutRepetition(
  table: Map<string, Map<string, string>>,
): Map<string, Map<string, string>> {
  const azure = table.get('azure') ?? new Map<string, string>()
  for (const [name, row] of azure) {
    if (!row.includes('$') && table.get('openai')?.get(name) === row) azure.delete(name)
  }
  return table
}

function byName([first]: [string, string], [second]: [string, string]): number {
  return first < second ? -1 : 1
}
