import "server-only";
import { ImageResponse } from "next/og";

/** What a chat shows of a link, in pixels. */
export const PREVIEW_SIZE = { width: 1200, height: 630 };

/** Longest name that has room at full size, in characters. */
const LARGE = 30;

/** The image that a chat shows of a link: what it is, a name, and whose it is. Drawn here, with a font that comes with Next. */
export const previewImage = ({ kind, name, note }: { kind: string; name: string; note: string }): ImageResponse =>
  new ImageResponse(
    <div style={{ display: "flex", width: "100%", height: "100%", background: "#f8f7f4", color: "#191d28" }}>
      <div style={{ display: "flex", width: 8, marginLeft: 96, background: "#2d62ab" }} />
      <div style={{ display: "flex", flexDirection: "column", justifyContent: "center", padding: 64 }}>
        <div style={{ fontSize: 36, color: "#4d5261" }}>{kind}</div>
        <div style={{ fontSize: name.length > LARGE ? 56 : 88, marginTop: 16 }}>{name.slice(0, 60)}</div>
        <div style={{ fontSize: 32, color: "#4d5261", marginTop: 40 }}>{note}</div>
      </div>
    </div>,
    PREVIEW_SIZE,
  );
