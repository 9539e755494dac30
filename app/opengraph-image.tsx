import { PREVIEW_SIZE, previewImage } from "./_server/preview-image.tsx";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "Plumbline: from an idea to a Python backend you can trust";

/** What a chat shows of the start page, and of every page that has no image of its own. */
export default function PreviewImage() {
  return previewImage({ kind: "Plumbline", name: "What are you building?", note: "A Python backend you can trust" });
}
