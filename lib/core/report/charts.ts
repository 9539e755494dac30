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
