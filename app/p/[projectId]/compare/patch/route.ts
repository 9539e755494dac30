import { sameOrigin } from "#app/_server/guard.ts";
import { currentCaller } from "#app/_server/owner.ts";
import { said, savedAs } from "#app/_server/responses.ts";
import { patchBetween } from "#lib/core/compare/patch.ts";
import { both } from "#lib/core/compare/sides.ts";
import { LINK_LIMITS } from "#lib/core/link/design-link.ts";
import { loadSides, type SidesWanted } from "#lib/wizard/load-sides.ts";

interface Context {
  params: Promise<{ projectId: string }>;
}

/** The difference of two designs as a patch for `git apply`, from left to right. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return patchOf((await params).projectId, wantedIn(searchParams));
}

/** The same with pasted designs, which have to stay out of the address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const origin = await sameOrigin();
  if (!origin.ok) return said(403, origin.error[0]?.message ?? "");
  if (Number(request.headers.get("content-length")) > LARGEST_FORM) return said(413, "The form is too large.");
  const form = await request.formData().catch(() => null);
  if (!form) return said(400, "The form cannot be read.");
  return patchOf((await params).projectId, wantedIn(form));
}

/** Two documents as a form sends them, in which a character may take three. */
const LARGEST_FORM = 2 * 3 * LINK_LIMITS.text;

function wantedIn(given: { get(name: string): FormDataEntryValue | null }): SidesWanted {
  const text = (name: string) => String(given.get(name) ?? "");
  return {
    left: text("left"),
    right: text("right"),
    documents: { left: text("document-left"), right: text("document-right") },
  };
}

async function patchOf(projectId: string, wanted: SidesWanted): Promise<Response> {
  const caller = await currentCaller();
  const sides = caller ? await loadSides(caller, projectId, wanted) : null;
  if (!sides?.ok) return said(404, sides?.error[0]?.message ?? "There is no such project here.");
  const name = sides.value.left.title.replace(/[^\w.-]+/g, "-");
  const patch = patchBetween(both(sides.value, ({ side }) => side.files));
  return savedAs(`${name}.patch`, "text/x-diff; charset=utf-8", patch);
}
