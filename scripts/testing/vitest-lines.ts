import type { Reporter, SerializedError, TestModule } from "vitest/node";
import { addTally, fileLine, noTests, type Tally, writeTally } from "./tally.ts";

const total = noTests();

function tallyOf(module: TestModule): Tally {
  const tally: Tally = { ...noTests(), failed: module.errors().length };
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (test.diagnostic()?.flaky)
      tally.unsteady.push({ name: `${module.relativeModuleId}: ${test.fullName}`, reason: messages(result.errors) });
    if (result.state === "passed") tally.passed++;
    else if (result.state === "skipped")
      tally.skipped.push({
        name: `${module.relativeModuleId}: ${test.fullName}`,
        reason: result.note ?? "no reason given",
      });
    else tally.failed++;
  }
  return tally;
}

const messages = (errors: readonly { message: string }[] = []) => errors.map(({ message }) => message).join("\n");

/** Where it happened in our own files; the runner's inside is of no help. */
const framesOf = ({ stack }: { stack?: string }) =>
  stack
    ?.split("\n")
    .filter((line) => /^\s+at .*\//.test(line) && !line.includes("node_modules"))
    .join("\n");

/** One line for each test file; then each failure with its message, difference and place. */
class LineReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tally = tallyOf(module);
    addTally(total, tally);
    console.log(fileLine(module.relativeModuleId, tally, module.diagnostic().duration));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const error of [...unhandled, ...modules.flatMap((module) => module.errors())])
      console.log(error.stack ?? error.message);
    for (const module of modules) {
      for (const test of module.children.allTests("failed")) {
        console.log(`\n✗ ${module.relativeModuleId}: ${test.fullName}`);
        for (const error of test.result().errors ?? [])
          console.log([error.message, error.diff, framesOf(error)].filter(Boolean).join("\n"));
      }
    }
    writeTally({ ...total, failed: total.failed + unhandled.length });
  }
}

export { LineReporter as default };
