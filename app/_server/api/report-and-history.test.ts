import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test, vi } from "vitest";
import { POST as render } from "#app/api/v1/render/route.ts";
import { POST as report } from "#app/api/v1/report/route.ts";
import { GET as schema } from "#app/api/v1/schema/route.ts";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import { REPORT_FORMS } from "#lib/core/report/forms.ts";
import { answersReport } from "#lib/wizard/reporting.ts";

const { answers } = examples[0] as Example;
vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost:1/none");

const context = { params: Promise.resolve(undefined) };
const asked = (path: string): Request =>
  new Request(`http://localhost:3000/api/v1/${path}`, {
    method: "POST",
    headers: { host: "localhost:3000", "content-type": "application/json" },
    body: JSON.stringify(answers),
  });

test("the report comes in each form as from the command line, and its JSON is what the published schema says", async () => {
  for (const [form, { mediaType, write }] of Object.entries(REPORT_FORMS)) {
    const answer = await report(asked(`report?format=${form}`), context);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, mediaType]);
    expect(await answer.text()).toBe(write(answersReport(answers)));
  }
  const published = await schema(new Request("http://localhost:3000/api/v1/schema?of=report"), context);
  const validate = new Ajv2020().compile((await published.json()) as object);
  expect(validate(await (await report(asked("report"), context)).json())).toBe(true);
  expect((await report(asked("report?format=pdf"), context)).status).toBe(400);
});

test("a history, its author and a report make other bytes with another tag; without them nothing changes", async () => {
  const tags = new Set<string>();
  for (const query of ["", "?history=1", "?report=1", "?history=1&report=1", "?history=1&author=Ada%20%3Ca%40b.c%3E"]) {
    const [first, second] = await Promise.all([
      render(asked(`render${query}`), context),
      render(asked(`render${query}`), context),
    ]);
    expect(first.status).toBe(200);
    expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
    tags.add(first.headers.get("etag") ?? "");
  }
  expect(tags.size).toBe(5);
  const plain = await render(asked("render?history=0&report=0"), context);
  expect([...tags][0]).toBe(plain.headers.get("etag"));
  expect((await render(asked("render?history=yes"), context)).status).toBe(400);
});
