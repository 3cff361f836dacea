import { anthropicWire } from './anthropic-wire.ts'
import { geminiWire } from './gemini-wire.ts'
import { ollamaWire } from './ollama-wire.ts'
import { openaiWire } from './openai-wire.ts'
import type { Wire } from './wire.ts'

/** Every wire the wall speaks. */
export const wires: readonly Wire[] = [openaiWire, anthropicWire, ollamaWire, geminiWire]
