import type { Design } from "../../design/design.ts";
import { dotenvValue } from "../encode.ts";
import { type Setting, settingsOf, variableOf } from "../settings-catalog.ts";

function entry(design: Design, setting: Setting): string {
  const value = setting.example?.(design) ?? setting.default ?? "";
  const line = `${variableOf(setting, design)}=${dotenvValue(value)}`;
  // What has an example is needed to start; the rest shows its default and stays out of the way.
  return `# ${setting.meaning}.\n${setting.example ? line : `# ${line}`}\n`;
}

/** `.env.example`: every setting with its meaning; what a local start needs is set, every default is shown. */
export const envExample = (design: Design): string =>
  `# Copy to .env for local work. No value here is a secret of any deployment.\n\n${settingsOf(design)
    .map((setting) => entry(design, setting))
    .join("\n")}`;
