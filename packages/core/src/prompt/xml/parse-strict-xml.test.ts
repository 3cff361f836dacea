import { expect, test } from 'vitest'
import { parseStrictXML } from './parse-strict-xml.ts'
import { serializeElement } from './serialize-element.ts'

/** The content of a reply as ElementTree would write it; undefined for a reply that is not well-formed. */
function read(reply: string): string | undefined {
  const root = parseStrictXML(reply)
  return root && root.text + root.children.map(serializeElement).join('')
}

// Recorded from Python 3.11's xml.etree.ElementTree, which DSPy reads with.
test.each([
  ['text', 'a &amp; b', 'a & b'],
  ['a CDATA section', '<a><![CDATA[x < y & z]]></a>', '<a>x &lt; y &amp; z</a>'],
  ['a comment', '<a>x<!-- c -->y</a>', '<a>xy</a>'],
  ['a processing instruction', '<a>x<?p q?>y</a>', '<a>xy</a>'],
  ['character references', '<a>&#65;&#x1F5FC;&#13;</a>', '<a>A🗼\r</a>'],
  ['named references', '<a>&quot;&apos;&gt;</a>', '<a>"\'&gt;</a>'],
  ['line ends', '<a>x\r\ny\rz</a>', '<a>x\ny\nz</a>'],
  ['attributes', `<a b='"' c="&lt;&#10;\n" />`, '<a b="&quot;" c="&lt;&#10; " />'],
  ['an empty element', '<a></a>', '<a />'],
  ['a tail', '<a/>x > y', '<a />x &gt; y'],
  ['a bound prefix', '<p:a xmlns:p="u" p:b="1"/>', '<ns0:a xmlns:ns0="u" ns0:b="1" />'],
  ['a default namespace', '<a xmlns="u"><b/></a>', '<ns0:a xmlns:ns0="u"><ns0:b /></ns0:a>'],
  [
    'a well-known namespace',
    '<a xmlns="http://www.w3.org/1999/xhtml" xml:lang="e"/>',
    '<html:a xmlns:html="http://www.w3.org/1999/xhtml" xml:lang="e" />',
  ],
])('%s reads as ElementTree reads it', (_what, reply, written) => {
  expect(read(reply)).toBe(written)
})

test.each([
  ['an ampersand', 'AT&T'],
  ['an unknown entity', '&nbsp;'],
  ['a lone bracket', 'a < b'],
  ['a tag that is not closed', '<a>'],
  ['crossed tags', '<a><b></a></b>'],
  ['a prefix that is not bound', '<p:a/>'],
  ['a binding of the prefix xml', '<a xmlns:xml="u"/>'],
  ['a binding to nothing', '<a xmlns:p=""/>'],
  ['one attribute in two prefixes', '<a xmlns:p="u" xmlns:q="u" p:b="" q:b=""/>'],
  ['an attribute given twice', '<a b="" b=""/>'],
  ['an attribute without quotes', '<a b=1/>'],
  ['a document type', '<!DOCTYPE a>'],
  ['an XML declaration', '<?xml version="1.0"?>'],
  ['the end of a CDATA section', ']]>'],
  ['two dashes in a comment', '<!-- a -- b -->'],
  ['a control character', 'a\x0cb'],
  ['a reference to none', '&#0;'],
  ['half a surrogate pair', '\ud800'],
  ['the end of the root', '</reply><reply>'],
])('%s is not well-formed', (_what, reply) => {
  expect(read(reply)).toBeUndefined()
})

test('nesting that no stack holds is not read', () => {
  expect(read('<a>'.repeat(100_000) + '</a>'.repeat(100_000))).toBeUndefined()
  expect(read('<a>'.repeat(400) + '</a>'.repeat(400))).toBeDefined()
})
