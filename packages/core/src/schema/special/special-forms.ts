import type { SpecialName } from '../field-type.ts'
import { audioForm } from './audio-form.ts'
import { citationsForm } from './citations-form.ts'
import { codeForm } from './code-form.ts'
import { documentForm } from './document-form.ts'
import { fileForm } from './file-form.ts'
import { historyForm } from './history-form.ts'
import { imageForm } from './image-form.ts'
import { reasoningForm } from './reasoning-form.ts'
import type { SpecialForm } from './special-form.ts'
import { toolCallForm } from './tool-call-form.ts'
import { toolCallsForm } from './tool-calls-form.ts'
import { toolForm } from './tool-form.ts'

/** DSPy's own types. */
export const specialForms: Readonly<Record<SpecialName, SpecialForm>> = {
  History: historyForm,
  Image: imageForm,
  Audio: audioForm,
  File: fileForm,
  Document: documentForm,
  Code: codeForm,
  Reasoning: reasoningForm,
  Citations: citationsForm,
  Tool: toolForm,
  ToolCall: toolCallForm,
  ToolCalls: toolCallsForm,
}
