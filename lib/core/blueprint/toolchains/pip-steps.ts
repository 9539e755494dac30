import type { Design } from "../../design/design.ts";
import { action } from "../documents/actions.ts";
import { minimums } from "../versions.ts";
import type { Step } from "./toolchain.ts";

/** What both pip choices share: a virtual environment made by hand, and a pip that knows dependency groups. */
export const virtualEnvironment = ({ floor }: Design): readonly string[] => [
  `python${floor.text} -m venv .venv`,
  ". .venv/bin/activate",
  `python -m pip install --upgrade "pip>=${minimums.pip}"`,
];

/** Interpreters ship older pips than dependency groups need, so the first step renews it. */
export const pipSetup = (python: string): readonly Step[] => [
  { uses: action("actions/setup-python"), with: { "python-version": python } },
  { name: "Renew pip", run: `python -m pip install --upgrade "pip>=${minimums.pip}"` },
];

/** Lines of a Dockerfile that make the environment which its second stage takes over. */
export const venvInImage: readonly string[] = ["ENV PIP_NO_CACHE_DIR=1", "RUN python -m venv /srv/.venv"];

/** As {@link virtualEnvironment}, where `python` is the only interpreter. */
export const containerEnvironment: readonly string[] = [
  "python -m venv .venv",
  ". .venv/bin/activate",
  `python -m pip install --upgrade "pip>=${minimums.pip}"`,
];
