import { z } from "zod";

/** What the operations about one project have in common. */
export const at = "/api/v1/projects/{project}";
export const mediaType = "application/json";
export const project = z.string().describe("The project's id: the last part of its address.");

/** Of those that only its owner, or a program of theirs, may call. */
export const owned = { group: "Projects, with a token that acts as the owner", grant: "owner" } as const;

/** A command line for the guide; `rest` is the address below the project's, `more` what stands before it. */
export const curl = (rest: string, more = ""): string => {
  const address = `{origin}/api/v1/projects/$PROJECT${rest}`;
  // zsh takes a bare question mark for a pattern of file names.
  return `-s -H "Authorization: Bearer $TOKEN" ${more}${rest.includes("?") ? `"${address}"` : address}`;
};
