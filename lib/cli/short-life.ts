import { setFlagsFromString } from "node:v8";

// A command lives for a moment: optimising the formatter's WebAssembly would take longer than running it once, and most
// of its functions are never called.
for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering", "--wasm-lazy-validation"])
  setFlagsFromString(flag);
