import { ImageResponse } from "next/og";
import { findOpen } from "#app/_server/share/open-link.ts";
import { projectTitle } from "#lib/core/view/journey-view.ts";
import { loadProject } from "#lib/wizard/load-project.ts";

export const size = { width: 1200, height: 630 };
export const contentType = "image/png";
export const alt = "A design review on Plumbline";

/** What a chat shows of a link: the name of the project and nothing else. Drawn here, with a font that comes with Next. */
export default async function PreviewImage({ params }: { params: Promise<{ token: string }> }) {
  const open = await findOpen((await params).token);
  const project = open && (await loadProject(open.caller, open.projectId));
  if (!project) return new Response("There is nothing at this address for you.\n", { status: 404 });
  // Other scripts would have the library fetch a font.
  const name =
    projectTitle(project.state)
      .replaceAll(/[^\x20-\x7e]/g, "")
      .trim() || "a project";
  return new ImageResponse(
    <div style={{ display: "flex", width: "100%", height: "100%", background: "#f8f7f4", color: "#191d28" }}>
      <div style={{ display: "flex", width: 8, marginLeft: 96, background: "#2d62ab" }} />
      <div style={{ display: "flex", flexDirection: "column", justifyContent: "center", padding: 64 }}>
        <div style={{ fontSize: 36, color: "#4d5261" }}>Design review</div>
        <div style={{ fontSize: name.length > 30 ? 56 : 88, marginTop: 16 }}>{name.slice(0, 60)}</div>
        <div style={{ fontSize: 32, color: "#4d5261", marginTop: 40 }}>Plumbline</div>
      </div>
    </div>,
    size,
  );
}
