import { htmlText } from './html-text.ts'

/** What a page is made of. */
export interface HTMLPage {
  /** As text. */
  readonly title: string
  readonly style: string
  /** None by default. */
  readonly script?: string
  /** As HTML, behind the title. */
  readonly body: string
}

/** One HTML page that needs nothing else: even what slipped through could neither run nor load anything. */
export function htmlPage({ title, style, script, body }: HTMLPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<h1><bdi>${htmlText(title)}</bdi></h1>
${body}
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`
}

function policy(style: string, script: string | undefined): string {
  const scripts = script === undefined ? '' : `; script-src '${digest(script)}'`
  return `default-src 'none'; style-src '${digest(style)}'${scripts}`
}

function digest(text: string): string {
  const { createHash } = process.getBuiltinModule('node:crypto')
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
