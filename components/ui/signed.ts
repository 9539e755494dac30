/** Points with their sign. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : `−${Math.abs(points)}`);
