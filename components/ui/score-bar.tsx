/** A score out of `max` as a bar with a mark per point. The number stands beside it in words, so the drawing is hidden from screen readers. */
export function ScoreBar({ value, max = 5, size = "md" }: { value: number; max?: number; size?: "sm" | "md" }) {
  const height = size === "sm" ? 6 : 10;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      className={size === "sm" ? "h-1.5 w-full" : "h-2.5 w-full"}
    >
      <rect width="100" height={height} className="fill-line" />
      <rect width={(100 * value) / max} height={height} className={tone(value / max)} />
      {Array.from({ length: max - 1 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks are a fixed scale
        <rect key={index} x={(100 * (index + 1)) / max - 0.4} width="0.8" height={height} className="fill-panel" />
      ))}
    </svg>
  );
}

const tone = (share: number): string =>
  share >= 0.8 ? "fill-good" : share >= 0.6 ? "fill-accent" : share >= 0.4 ? "fill-warn" : "fill-stop";
