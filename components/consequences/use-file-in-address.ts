import { useEffect, useState } from "react";

const PREFIX = "#file:";

/** The file that is open in the drawer stands in the address, `#file:pyproject.toml`, so that it can be linked to. */
export function useFileInAddress(): [string | null, (path: string | null) => void] {
  const [path, setPath] = useState<string | null>(null);
  useEffect(() => {
    const read = () =>
      setPath(location.hash.startsWith(PREFIX) ? decodeURIComponent(location.hash.slice(PREFIX.length)) : null);
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  const open = (next: string | null) => {
    history.replaceState(
      history.state,
      "",
      next === null ? location.pathname + location.search : `${PREFIX}${encodeURIComponent(next)}`,
    );
    setPath(next);
  };
  return [path, open];
}
