/**
 * The fixed phrases of DSPy 3.3.1's prompts (dspy/adapters/base.py, chat_adapter.py, json_adapter.py,
 * xml_adapter.py; dspy/predict/multi_chain_comparison.py):
 * a wire format that tuned programs depend on, so they are copied to the byte and stand only here.
 */
export const protocol = {
  inputFields: 'Your input fields are:',
  outputFields: 'Your output fields are:',
  constraints: 'Constraints: ',
  structure:
    'All interactions will be structured in the following way, with the appropriate values filled in.',
  objective: 'In adhering to this structure, your objective is: ',
  objectiveIndent: '        ',
  incompleteDemo:
    'This is an example of the task, though some input or output fields are not supplied.',
  notSupplied: 'Not supplied for this particular example. ',
  note: '        # note: the value you produce ',
  noteBool: 'must be True or False',
  noteLiteral: 'must exactly match (no extra characters) one of: ',
  noteEnum: 'must be one of: ',
  noteSchema: 'must adhere to the JSON schema: ',
  typeDescription: (name: string, description: string): string =>
    `\n    Type description of ${name}: ${description}`,
  code: (language: string): string =>
    'Code represented in a string, specified in the `code` field. If this is an output field, the code ' +
    `field should follow the markdown code block format, e.g. \n\`\`\`${language.toLowerCase()}\n{code}\n\`\`\`\n` +
    `Programming language: ${language}`,
  document:
    'A document containing text content that can be referenced and cited. Include the full text content and optionally a title for proper referencing.',
  citations:
    'Citations with quoted text and source references. Include the exact text being cited and information about its source.',
  toolCallsType:
    'Tool calls must be a JSON object with `tool_calls`, a list of calls. Each call must include `name` and `args`. Example: {"tool_calls": [{"name": "search", "args": {"query": "cats"}}]}',
  noteNumber: (type: string): string => `must be a single ${type} value`,
  validPython: (type: string): string => ` (must be formatted as a valid Python ${type})`,
  toolCalls: ' (must be a JSON object like {"tool_calls": [{"name": "...", "args": {...}}]})',
  header: (name: string): string => `[[ ## ${name} ## ]]`,
  headed: (name: string, content: string): string => `[[ ## ${name} ## ]]\n${content}`,
  completed: '[[ ## completed ## ]]',
  chatRespond: 'Respond with the corresponding output fields, starting with the field ',
  chatEnd: ', and then ending with the marker for `[[ ## completed ## ]]`.',
  jsonInputs: 'Inputs will have the following structure:',
  jsonOutputs: 'Outputs will be a JSON object with the following fields.',
  jsonRespond: 'Respond with a JSON object in the following order of fields: ',
  tagged: (name: string, content: string): string => `<${name}>\n${content}\n</${name}>`,
  xmlRespond: 'Respond with the corresponding output fields wrapped in XML tags ',
  xmlNested: ' Use this nested XML structure: ',
  xmlAnyValue: '...',
  attempt: (rationale: string, answer: string): string =>
    `«I'm trying to ${rationale} I'm not sure but my prediction is ${answer}»`,
  attemptField: `\${reasoning attempt}`,
  rationaleField: `\${corrected reasoning}`,
} as const
