"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Menu } from "../ui/menu.tsx";
import { THEMES, type Theme } from "./theme-choice.ts";


const FACE = {
  system: { label: "As the system", Icon: Monitor },
  light: { label: "Light", Icon: Sun },
  dark: { label: "Dark", Icon: Moon },
} as const;

const YEAR = 31_536_000;

/** The theme lives in a cookie, so that the server draws the right one and nothing flashes. */
function keep(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
}

export function ThemeMenu({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState<Theme>(initial);
  const { Icon } = FACE[theme];
  return (
    <Menu
      label={`Theme: ${FACE[theme].label.toLowerCase()}`}
      trigger={<Icon aria-hidden className="size-4" />}
      entries={THEMES.map((id) => {
        const Entry = FACE[id].Icon;
        return {
          label: FACE[id].label,
          icon: <Entry aria-hidden className="size-4 text-ink-soft" />,
          ...(id === theme ? { hint: "now" } : {}),
          onSelect: () => {
            keep(id);
            setTheme(id);
          },
        };
      })}
    />
  );
}
