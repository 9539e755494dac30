import { PREVIEW_SIZE, previewImage } from "#app/_server/preview-image.tsx";
import { findOpen } from "#app/_server/share/open-link.ts";
import { projectTitle } from "#lib/core/view/journey-view.ts";
import { loadProject } from "#lib/wizard/load-project.ts";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "A design review on Plumbline";

/** What a chat shows of a link: the name of the project and nothing else. */
export default async function PreviewImage({ params }: { params: Promise<{ token: string }> }) {
  const open = await findOpen((await params).token);
  const project = open && (await loadProject(open.caller, open.projectId));
  if (!project) return new Response("There is nothing at this address for you.\n", { status: 404 });
  // Other scripts would have the library fetch a font.
  const name =
    projectTitle(project.state)
      .replaceAll(/[^\x20-\x7e]/g, "")
      .trim() || "a project";
  return previewImage({ kind: "Design review", name, note: "Plumbline" });
}
