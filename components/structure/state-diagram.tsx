import type { Lifecycle } from "#lib/core/catalog/structure/resource.ts";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { layoutLifecycle } from "./diagram-layout.ts";

/** A small drawing of a lifecycle; the same in words for those who cannot see it. */
export function StateDiagram({ lifecycle }: { lifecycle: Lifecycle }) {
  const { width, height, boxes, arrows } = layoutLifecycle(lifecycle);
  const words = lifecycle.transitions
    .map(({ name, from, to }) => `${name || "unnamed"} from ${from.join(" or ")} to ${to}`)
    .join("; ");
  return (
    <ScrollRegion label="Drawing of the lifecycle" className="rounded border border-line bg-sunk/50">
      <svg
        role="img"
        aria-label={`Starts as ${lifecycle.states[0] ?? "nothing"}. ${words}.`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className="mx-auto block font-mono text-[11px]"
      >
        <defs>
          <marker
            id="tip"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0 L8 4 L0 8z" className="fill-accent" />
          </marker>
        </defs>
        {arrows.map((arrow, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew whenever it changes
          <g key={index}>
            <path d={arrow.path} fill="none" markerEnd="url(#tip)" className="stroke-accent" strokeWidth="1.25" />
            <text
              x={arrow.x}
              y={arrow.y}
              textAnchor="middle"
              className="fill-ink stroke-sunk"
              strokeWidth="4"
              paintOrder="stroke"
            >
              {arrow.label}
            </text>
          </g>
        ))}
        {boxes.map((box, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew whenever it changes
          <g key={index}>
            <rect
              x={box.x}
              y={box.y}
              width={box.width}
              height="28"
              rx="6"
              className={index === 0 ? "fill-accent-soft stroke-accent" : "fill-panel stroke-line-strong"}
              strokeWidth={index === 0 ? 1.5 : 1}
            />
            <text x={box.x + box.width / 2} y={box.y + 18} textAnchor="middle" className="fill-ink">
              {box.name}
            </text>
          </g>
        ))}
      </svg>
    </ScrollRegion>
  );
}
