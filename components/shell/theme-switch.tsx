"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { THEMES, type Theme } from "./theme-choice.ts";

const FACE = {
  system: { label: "as the system", Icon: Monitor },
  light: { label: "light", Icon: Sun },
  dark: { label: "dark", Icon: Moon },
} as const;

const YEAR = 31_536_000;

/** The theme lives in a cookie, so that the server draws the right one and nothing flashes. */
function keep(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
}

/** Goes round the three themes; what it is and what comes next stand in its name. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState<Theme>(initial);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  const { Icon } = FACE[theme];
  const turn = () => {
    keep(next);
    setTheme(next);
  };
  return (
    <IconButton label={`Theme: ${FACE[theme].label}. Change to ${FACE[next].label}`} onClick={turn}>
      <Icon aria-hidden className="size-4" />
    </IconButton>
  );
}
