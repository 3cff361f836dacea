// The types of quickjs-emscripten name the global that neither our `lib` nor @types/node declares.
declare global {
  namespace WebAssembly {
    interface Module {}
    interface Memory {
      readonly buffer: ArrayBuffer
    }
    interface Instance {}
    type Imports = object
    type Exports = object
  }
}

export {}
