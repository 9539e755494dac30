import type { Lifecycle } from "#lib/core/catalog/structure/resource.ts";

export interface Box {
  name: string;
  x: number;
  y: number;
  width: number;
}

export interface Arrow {
  /** SVG path from border to border. */
  path: string;
  label: string;
  x: number;
  y: number;
}

export interface Diagram {
  width: number;
  height: number;
  boxes: Box[];
  arrows: Arrow[];
}

const HEIGHT = 28;
const ROW = 68;
const GAP = 96;
const MARGIN = 16;
/** Width of one monospaced character at 11 px, with a little air. */
const CHARACTER = 6.8;

/** Places states in columns by their distance from the first one, and moves as curves between them. */
export function layoutLifecycle({ states, transitions }: Lifecycle): Diagram {
  const depth = distances({ states, transitions });
  const columns: string[][] = [];
  for (const state of states) {
    const at = depth.get(state) ?? 0;
    columns[at] = [...(columns[at] ?? []), state];
  }
  const width = Math.max(64, ...states.map((state) => state.length * CHARACTER + 24));
  const labelRoom = Math.max(GAP, ...transitions.map(({ name }) => name.length * CHARACTER + 28));
  const rows = Math.max(1, ...columns.map((column) => column?.length ?? 0));
  const boxes = columns.flatMap((column, at) =>
    (column ?? []).map(
      (name, row): Box => ({
        name,
        width,
        x: MARGIN + at * (width + labelRoom),
        y: MARGIN + 20 + row * ROW + ((rows - column.length) * ROW) / 2,
      }),
    ),
  );
  const place = new Map(boxes.map((box) => [box.name, box]));
  const used = new Map<string, number>();
  const arrows = transitions.flatMap(({ name, from, to }) =>
    from.flatMap((source) => {
      const [a, b] = [place.get(source), place.get(to)];
      if (!a || !b) return [];
      const key = [source, to].sort().join("\n");
      const turn = used.get(key) ?? 0;
      used.set(key, turn + 1);
      return [arrow(a, b, name, turn)];
    }),
  );
  return {
    boxes,
    arrows,
    width: MARGIN * 2 + columns.length * width + (columns.length - 1) * labelRoom,
    height: MARGIN * 2 + 28 + rows * ROW - (ROW - HEIGHT) + 12,
  };
}

function distances({ states, transitions }: Lifecycle): Map<string, number> {
  const depth = new Map<string, number>();
  let edge = states.slice(0, 1);
  for (let at = 0; edge.length > 0; at += 1) {
    for (const state of edge) depth.set(state, at);
    const next = transitions.filter(({ from }) => from.some((state) => edge.includes(state))).map(({ to }) => to);
    edge = [...new Set(next)].filter((state) => !depth.has(state) && states.includes(state));
  }
  const last = Math.max(0, ...depth.values());
  for (const state of states) if (!depth.has(state)) depth.set(state, last);
  return depth;
}

function arrow(a: Box, b: Box, label: string, turn: number): Arrow {
  const middle = HEIGHT / 2;
  if (a === b) {
    const x = a.x + a.width / 2;
    return {
      label,
      path: `M${x - 14} ${a.y} C${x - 18} ${a.y - 24}, ${x + 18} ${a.y - 24}, ${x + 14} ${a.y}`,
      x,
      y: a.y - 20,
    };
  }
  if (b.x > a.x) {
    const [x1, y1, x2, y2] = [a.x + a.width, a.y + middle, b.x - 1, b.y + middle];
    const bend = turn * 14;
    return {
      label,
      path: `M${x1} ${y1} C${x1 + 36} ${y1 - bend}, ${x2 - 36} ${y2 - bend}, ${x2} ${y2}`,
      x: (x1 + x2) / 2,
      y: (y1 + y2) / 2 - 5 - bend,
    };
  }
  if (b.x === a.x) {
    const down = b.y > a.y;
    const x = a.x + a.width / 2 + turn * 16;
    const [y1, y2] = down ? [a.y + HEIGHT, b.y - 1] : [a.y, b.y + HEIGHT + 1];
    return { label, path: `M${x} ${y1} L${x} ${y2}`, x: x + 4 + label.length * 3.2, y: (y1 + y2) / 2 + 4 };
  }
  const [x1, x2] = [a.x + a.width / 2, b.x + b.width / 2];
  const low = Math.max(a.y, b.y) + HEIGHT + 22 + turn * 12;
  return {
    label,
    path: `M${x1} ${a.y + HEIGHT} C${x1} ${low}, ${x2} ${low}, ${x2} ${b.y + HEIGHT + 1}`,
    x: (x1 + x2) / 2,
    y: low - 1,
  };
}
