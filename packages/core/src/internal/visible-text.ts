const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** A text that a terminal shows as it is: control characters but tab and newline are spelt out. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(control, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(2, '0')
    return `\\x${code}`
  })
}
