// First step of `npm start` and `npm run dev`: any Node from 20 on, nothing installed yet. It installs, then hands over to
// the Node that comes with the dependencies.
import { handOver } from "./hand-over.mjs";
import { ensureInstalled } from "./install.mjs";

if (ensureInstalled()) handOver("serve.ts");
