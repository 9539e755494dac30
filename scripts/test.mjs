// First step of `npm test`; see start.mjs.
import { handOver } from "./hand-over.mjs";
import { ensureInstalled } from "./install.mjs";

if (ensureInstalled()) handOver("run-tests.ts");
