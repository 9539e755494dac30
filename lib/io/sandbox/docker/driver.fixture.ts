import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import type { SandboxDriver } from "../driver.ts";
import { dockerDriver } from "./docker-driver.ts";
import { openEngine } from "./engine.ts";

const { image, reason } = inject("sandbox");

/** The driver of the validation image, open while the tests of the importing file run; without one they are skipped. */
export let driver: SandboxDriver;

beforeAll(async () => {
  if (image) driver = dockerDriver((await openEngine({ image })).engine!, image);
});
beforeEach(({ skip }) => {
  if (reason) skip(reason);
});
afterAll(() => driver?.close());
