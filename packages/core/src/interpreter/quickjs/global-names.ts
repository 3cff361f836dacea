const words =
  'await break case catch class const continue debugger default delete do else enum export extends false ' +
  'finally for function if implements import in instanceof interface let new null package private protected ' +
  'public return static super switch this throw true try typeof var void while with yield arguments eval'

const builtins =
  'AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError ' +
  'FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array ' +
  'InternalError Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp ' +
  'Set SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array ' +
  'Uint8ClampedArray WeakMap WeakRef WeakSet console decodeURI decodeURIComponent encodeURI encodeURIComponent ' +
  '__proto__ escape globalThis isFinite isNaN parseFloat parseInt print undefined unescape'

const taken: ReadonlySet<string> = new Set(`${words} ${builtins}`.split(' '))

/** Why a name cannot be given to code, as the end of a sentence; undefined if it can. */
export function nameProblem(name: string): string | undefined {
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) {
    return `has a name that is no identifier of JavaScript: ${JSON.stringify(name)}.`
  }
  if (taken.has(name)) return `has a name that JavaScript uses itself: ${name}.`
  return undefined
}
