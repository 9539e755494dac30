import type { Block, Mark } from "./blocks.ts";
import { htmlText } from "./html-text.ts";

interface Axis {
  label: string;
  value: number;
  max: number;
}

const SIZE = 320;
const CENTRE = SIZE / 2;
const REACH = 100;
const fixed = (value: number): string => value.toFixed(1);

function point(index: number, of: number, share: number): [number, number] {
  const angle = (index / of) * 2 * Math.PI - Math.PI / 2;
  return [CENTRE + Math.cos(angle) * REACH * share, CENTRE + Math.sin(angle) * REACH * share];
}

const polygon = (shares: readonly number[]): string =>
  shares.map((share, index) => point(index, shares.length, share).map(fixed).join(",")).join(" ");

/** Scores on as many axes; each value also stands as text at its axis. */
export function radarSvg(label: string, axes: readonly Axis[]): string {
  const rings = [0.2, 0.4, 0.6, 0.8, 1].map(
    (share) => `<polygon class="ring" points="${polygon(axes.map(() => share))}"/>`,
  );
  const names = axes.map(({ label: name, value }, index) => {
    const [x, y] = point(index, axes.length, 1.22);
    const anchor = Math.abs(x - CENTRE) < 5 ? "middle" : x < CENTRE ? "end" : "start";
    return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}">${htmlText(name)} ${value}</text>`;
  });
  return `<svg class="radar" viewBox="-90 0 ${SIZE + 180} ${SIZE}" role="img" aria-label="${htmlText(label)}: ${axes
    .map(({ label: name, value, max }) => htmlText(`${name} ${value} of ${max}`))
    .join(
      ", ",
    )}">${rings.join("")}<polygon class="score" points="${polygon(axes.map(({ value, max }) => value / max))}"/>${names.join("")}</svg>`;
}

/** Totals in the order in which they were reached. */
export function trendSvg(label: string, points: readonly number[], max: number): string {
  const x = (index: number) => fixed(20 + (index / Math.max(1, points.length - 1)) * 440);
  const y = (value: number) => fixed(110 - (value / max) * 90);
  const line = points.map((value, index) => `${x(index)},${y(value)}`).join(" ");
  const dots = points.map(
    (value, index) =>
      `<circle cx="${x(index)}" cy="${y(value)}" r="3"/><text x="${x(index)}" y="${fixed(Number(y(value)) - 8)}" text-anchor="middle">${value}</text>`,
  );
  return `<svg class="trend" viewBox="0 0 480 130" role="img" aria-label="${htmlText(label)}: ${points.join(", ")}"><polyline points="${line}"/>${dots.join("")}</svg>`;
}

const CELL = 10;
const NAMES = 78;
const PER_LINE = 72;

/** Files from left to right, checks from top to bottom: one look shows where something failed. The words stand in the table below. */
export function matrixSvg({ label, columns, rows }: Extract<Block, { kind: "matrix" }>): string {
  const lines = Math.ceil(columns.length / PER_LINE);
  const height = rows.length * CELL + CELL;
  const marks = rows.flatMap(({ cells }, row) =>
    cells.flatMap((mark, column) => {
      if (mark === "none") return [];
      const x = NAMES + (column % PER_LINE) * CELL;
      const y = Math.floor(column / PER_LINE) * height + row * CELL;
      const title = `<title>${htmlText(`${columns[column]}: ${mark}`)}</title>`;
      return [
        `<g class="${mark}">${title}<rect x="${x}" y="${y}" width="${CELL - 1}" height="${CELL - 1}"/>${SIGNS[mark](x, y)}</g>`,
      ];
    }),
  );
  const names = Array.from({ length: lines }, (_, line) =>
    rows.map(
      ({ label: name }, row) => `<text x="0" y="${line * height + row * CELL + CELL - 2}">${htmlText(name)}</text>`,
    ),
  );
  const all = rows.flatMap(({ cells }) => cells);
  const counts = KEY.map((mark) => [mark, all.filter((one) => one === mark).length] as const).filter(
    ([, count]) => count > 0,
  );
  const key = counts.map(([mark, count]) => `<li class="${mark}">${count} ${mark}</li>`).join("");
  return `<div class="scroll" role="region" aria-label="${htmlText(label)}" tabindex="0"><svg class="matrix" viewBox="0 0 ${NAMES + Math.min(columns.length, PER_LINE) * CELL} ${lines * height}" role="img" aria-label="${htmlText(label)}: ${counts.map(([mark, count]) => `${count} ${mark}`).join(", ")}">${names.flat().join("")}${marks.join("")}</svg></div><ul class="key">${key}</ul>`;
}

const KEY: readonly Mark[] = ["pass", "partial", "fail", "pending", "skipped"];

/** A failure is not told by its colour alone. */
const SIGNS: Readonly<Record<Mark, (x: number, y: number) => string>> = {
  fail: (x, y) => `<path d="M${x + 2} ${y + 2}l5 5m0-5l-5 5"/>`,
  partial: (x, y) => `<path d="M${x + 2} ${y + 4.5}h5"/>`,
  pass: () => "",
  pending: () => "",
  skipped: () => "",
  none: () => "",
};
