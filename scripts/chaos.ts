import { clockRows } from "./chaos/clock-rows.ts";
import { dockerRows } from "./chaos/docker-rows.ts";
import { longRows } from "./chaos/long-rows.ts";
import type { Row, Scale } from "./chaos/row.ts";
import { schemaRows } from "./chaos/schema-rows.ts";
import { setStage } from "./chaos/stage.ts";
import { storeRows } from "./chaos/store-rows.ts";
import { webRows } from "./chaos/web-rows.ts";
import { workerRows } from "./chaos/worker-rows.ts";

/** Every row of HARDENING's suite that we have; `npm run chaos -- C1 C3 --quick` runs some of them, smaller. */
const rows: readonly Row[] = [
  ...workerRows,
  ...webRows,
  ...storeRows,
  ...dockerRows,
  ...clockRows,
  ...schemaRows,
  ...longRows,
];

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const scale: Scale = process.argv.includes("--quick") ? "quick" : "full";
const unknown = asked.filter((id) => !rows.some((row) => row.id === id));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(", ")}. There are: ${rows.map(({ id }) => id).join(", ")}.`);
  process.exit(2);
}

const chosen = rows.filter(({ id }) => asked.length === 0 || asked.includes(id));
const stage = await setStage(10);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void stage.close().finally(() => process.exit(130)));
let failed = 0;
try {
  for (const row of chosen) {
    const missing = (await row.missing?.()) ?? null;
    if (missing) {
      console.log(`${row.id.padEnd(4)} skipped  ${row.fault}: ${missing}`);
      continue;
    }
    const begun = Date.now();
    const { pass, numbers } = await row.run(stage, scale);
    if (!pass) failed++;
    const listed = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
    console.log(
      `${row.id.padEnd(4)} ${pass ? "pass   " : "FAIL   "}  ${row.fault}  (${Math.round((Date.now() - begun) / 1000)} s)`,
    );
    console.log(`${" ".repeat(14)}${listed.join(" · ")}`);
  }
} finally {
  await stage.close();
}
process.exit(failed > 0 ? 1 : 0);
