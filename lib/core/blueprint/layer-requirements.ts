import type { Layer } from "./define-artifact.ts";

/** What every file of a layer must do, said in its sub-prompt (python-standard 0.4, 1.0, 2.9). */
export const LAYER_REQUIREMENTS: Partial<Record<Layer, readonly string[]>> = {
  domain: [
    "Pure rules without I/O: time and ids are arguments. Every limit of every field holds at creation and at change.",
    "A change needs the version it was based on and raises it by one; only declared transitions happen; one that has already happened is idempotent.",
  ],
  service: [
    "One transaction per public method. The version is checked inside the UPDATE itself; a stale one raises the domain's error.",
    "A value that must be unique and is taken raises the domain's conflict error, also when two requests race.",
  ],
  db: ["Typed queries only, values always as bound parameters. Constraints mirror the domain's limits."],
  api: [
    "Routes stay thin: parse, call the service, map the result. Every error is `application/problem+json`; a 500 tells nothing of the inside.",
    "Request bodies refuse unknown fields and bound every string and list.",
  ],
  platform: [
    "Read the environment only through the settings object that is passed in. No secret reaches a log line or an error message.",
  ],
  entry: ["Exit codes: 0 done, 2 wrong usage, other values only as documented. Logs go to standard error."],
  tests: [
    "Deterministic: no sleep, no network, no clock of the machine; names say behaviour and condition (`test_<behaviour>_<condition>`).",
    "A test fails when the behaviour it names is broken.",
  ],
  module: [
    "Do what the docstrings and signatures promise, completely; raise a specific exception for input that cannot be served.",
  ],
};
