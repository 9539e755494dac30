"use client";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "./button.tsx";
import type { MenuProps } from "./menu.tsx";

const Menu = lazy(() => import("./menu.tsx").then((loaded) => ({ default: loaded.Menu })));

/** A menu whose code (40 kB) comes when it is first opened: for pages where most people never do. */
export function LazyMenu(props: Omit<MenuProps, "defaultOpen">) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <IconButton
      label={props.label}
      aria-haspopup="menu"
      aria-expanded={false}
      className="w-[2.375rem]"
      onClick={() => setWanted(true)}
    >
      {props.trigger}
    </IconButton>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Menu {...props} defaultOpen />
    </Suspense>
  ) : (
    button
  );
}
