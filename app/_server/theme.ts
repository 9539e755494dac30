import "server-only";
import { cookies } from "next/headers";
import { THEMES, type Theme } from "#components/shell/theme-choice.ts";

/** The theme this browser chose; "system" when it chose none. */
export async function readTheme(): Promise<Theme> {
  const chosen = (await cookies()).get("theme")?.value;
  return THEMES.find((theme) => theme === chosen) ?? "system";
}
