import type { Result } from "#lib/core/result.ts";
import type { FileMark } from "#lib/core/view/consequences-view.ts";
import type { Trial } from "../journey/use-stage.ts";

/** The files that a design gives once a trial's changes are made. */
export function filesWith(files: readonly FileMark[] | null, found: Result<Trial> | undefined): FileMark[] | null {
  if (!files) return null;
  const differ = new Map((found?.ok ? found.value.view.files : []).map((file) => [file.path, file.mark]));
  const added = [...differ].filter(([, mark]) => mark === "+");
  return [
    ...files.filter(({ path }) => differ.get(path) !== "-"),
    ...added.map(([path]): FileMark => ({ path, mark: "+", purpose: "" })),
  ];
}
