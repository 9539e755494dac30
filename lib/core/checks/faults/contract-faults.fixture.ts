import type { Fault } from "./fault.fixture.ts";

const clinic = (path: string) => ({ design: "clinic-booking", path: `src/clinic_booking/${path}` });
const tide = (path: string) => ({ design: "tidewindow", path: `src/tidewindow/${path}` });

/** Mistakes in what a file promises to others. */
export const contractFaults: readonly Fault[] = [
  {
    title: "a missing method",
    ...tide("windows.py"),
    edits: [
      [
        `    def contains(self, moment: datetime) -> bool:
        """Whether the moment lies inside."""
        message = "tidewindow.windows.Window.contains is not written yet"
        raise NotImplementedError(message)

`,
        "",
      ],
    ],
    check: "contract",
    at: "class Window:",
  },
  {
    title: "a missing function",
    ...clinic("db/keyset.py"),
    edits: [["def cut[T]", "def sliced[T]"]],
    check: "contract",
    at: '"""Pages that stay stable',
  },
  {
    title: "another parameter type than agreed",
    ...clinic("pricing.py"),
    edits: [["quote(nights: int)", "quote(nights: str)"]],
    check: "contract",
    at: "def quote(",
  },
  {
    title: "a renamed parameter",
    ...clinic("auth.py"),
    edits: [
      ["def hash_key(key: str)", "def hash_key(text: str)"],
      ["sha256(key.encode())", "sha256(text.encode())"],
    ],
    check: "contract",
    at: "def hash_key(",
  },
  {
    title: "a parameter that lost its default",
    ...tide("readings.py"),
    edits: [['separator: str = ","', "separator: str"]],
    check: "contract",
    at: "def parse_readings(",
  },
  {
    title: "a function that became a coroutine",
    ...clinic("api/etags.py"),
    edits: [["def etag(version", "async def etag(version"]],
    check: "contract",
    at: "async def etag(",
  },
  {
    title: "a return type that went missing",
    ...clinic("api/cursors.py"),
    edits: [["position: KeysetPosition | None) -> str | None:", "position: KeysetPosition | None):"]],
    check: "contract",
    at: "def encode(",
  },
  {
    title: "a property that became a method",
    ...tide("windows.py"),
    edits: [["    @property\n", ""]],
    check: "contract",
    at: "def length(",
  },
  {
    title: "a missing attribute",
    ...tide("readings.py"),
    edits: [["    height: Decimal\n", ""]],
    check: "contract",
    at: "class Reading:",
  },
  {
    title: "a missing entry of __all__",
    ...tide("readings.py"),
    edits: [['"ReadingError", "interpolate", ', '"ReadingError", ']],
    check: "contract",
    at: "__all__ =",
  },
];
