/** Bands of the total, best first; a total belongs to the first whose minimum it reaches (WORKFLOW 3, python-standard 4.1). */
export const BANDS = [
  { id: "excellent", min: 20, advice: "Ready to go on." },
  { id: "good", min: 15, advice: "Go on after you have looked at the warnings." },
  { id: "significant issues", min: 10, advice: "Revise the findings at the top before you go on." },
  { id: "major problems", min: 0, advice: "Revise the design; going on as it is needs a written reason." },
] as const;

export type Band = (typeof BANDS)[number];
export type BandId = Band["id"];

/**
 * The band of a total.
 * @param total 0 to 25
 */
export function bandOf(total: number): Band {
  return BANDS.find((band) => total >= band.min) ?? BANDS[3];
}
