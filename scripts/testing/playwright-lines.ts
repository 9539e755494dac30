import type { FullResult, Reporter, Suite, TestCase, TestError, TestResult } from "@playwright/test/reporter";
import { addTally, fileLine, noTests, type Tally, writeTally } from "./tally.ts";

interface FileTally {
  tally: Tally;
  open: number;
  milliseconds: number;
}

const reasonOf = (test: TestCase) =>
  test.annotations.find(({ type }) => type === "skip" || type === "fixme")?.description ?? "no reason given";

/** One line for each browser test file, failures in full, numbers for `npm test`. */
class LineReporter implements Reporter {
  files = new Map<string, FileTally>();
  root: Suite | undefined;
  outside = 0;

  fileOf(test: TestCase): string {
    return `${test.parent.project()?.name ?? "e2e"}: ${test.location.file.replace(`${process.cwd()}/`, "")}`;
  }

  onBegin(_config: unknown, root: Suite): void {
    this.root = root;
    for (const test of root.allTests()) {
      const file = this.fileOf(test);
      const entry = this.files.get(file) ?? { tally: noTests(), open: 0, milliseconds: 0 };
      entry.open++;
      this.files.set(file, entry);
    }
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const entry = this.files.get(this.fileOf(test));
    const again = result.retry < test.retries && !test.ok();
    if (!entry || again) return;
    entry.open--;
    entry.milliseconds += result.duration;
    if (test.outcome() === "skipped")
      entry.tally.skipped.push({ name: `${this.fileOf(test)}: ${test.title}`, reason: reasonOf(test) });
    else if (test.ok()) {
      entry.tally.passed++;
      if (test.outcome() === "flaky") {
        const reason = test.results.flatMap(({ errors }) => errors.map(({ message }) => message)).join("\n");
        entry.tally.unsteady.push({ name: `${this.fileOf(test)}: ${test.title}`, reason });
      }
    } else {
      entry.tally.failed++;
      console.log(`\n✗ ${this.fileOf(test)}: ${test.title}`);
      for (const error of result.errors) console.log(error.stack ?? error.message ?? "");
    }
    if (entry.open === 0) console.log(fileLine(this.fileOf(test), entry.tally, entry.milliseconds));
  }

  onError(error: TestError): void {
    this.outside++;
    console.log(error.stack ?? error.message ?? "");
  }

  onEnd(_result: FullResult): void {
    const total = { ...noTests(), failed: this.outside };
    for (const { tally, open } of this.files.values()) addTally(total, { ...tally, failed: tally.failed + open });
    writeTally(total);
  }
}

export { LineReporter as default };
