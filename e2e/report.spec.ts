import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { examples } from "#lib/core/catalog/examples.ts";
import { REPORT_FORMS } from "#lib/core/report/forms.ts";
import { walkedReport } from "#lib/core/report/walked.fixture.ts";

const [large, small] = ["clinic-booking", "overbooking-study"].map((name) => {
  const answers = examples.find(({ id }) => id === name)?.answers;
  return answers ? REPORT_FORMS.html.write(walkedReport(answers)) : "";
}) as [string, string];

test("the page of a report has no fault for those who hear or enlarge it", async ({ page }) => {
  test.setTimeout(120_000);
  // Every kind of block; thousands of cells more are the same a thousand times.
  await page.setContent(small);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(" ")}`)).toEqual(
    [],
  );
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("it shows its charts, leads to its sections, asks for nothing and prints", async ({ page }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.setContent(large);
    for (const chart of ["Scores of review 1", "Total over all reviews", "Checks by file"])
      await expect(page.getByRole("img", { name: new RegExp(`^${chart}`) })).toBeVisible();
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(wide).toBeLessThanOrEqual(seen as number);
    await page.getByRole("link", { name: "Next steps" }).click();
    await expect(page.getByRole("heading", { name: "Next steps" })).toBeInViewport();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation")).toBeHidden();
    expect(requests.filter((url) => !url.startsWith("about:"))).toEqual([]);
  });
});
