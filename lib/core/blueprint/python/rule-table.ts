import type { Import } from "./imports.ts";

/** One check of `domain/rules.py` with what it needs, and the cases its tests try; Python throughout. */
export interface Rule {
  name: string;
  imports?: readonly Import[];
  /** Types and constants at the top of the file. */
  heads?: readonly string[];
  code: string;
  /** Functions of our own below the checks. */
  parts?: readonly Part[];
  test: {
    imports?: readonly Import[];
    setup?: readonly string[];
    call?: string;
    accepted: readonly string[];
    refused: readonly string[];
  };
}

interface Part {
  imports?: readonly Import[];
  code: string;
}

/** `from module import names`. */
export const from = (module: string, ...names: string[]): Import => ({ module, names });

const STORABLE: Part = {
  code: String.raw`def _storable(value: str) -> bool:
    return not any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in value)`,
};

const PLACES: Part = {
  code: `def _decimal_places(value: Decimal) -> int:
    """Count the digits after the point that matter; exact, unlike \`normalize\`, for any length."""
    _, digits, exponent = value.as_tuple()
    written = "".join(map(str, digits))
    return len(written.rstrip("0")) - len(written) - int(exponent)`,
};

const JSON_FITS: Part = {
  imports: [{ module: "math", alias: "math" }],
  code: `def _json_fits(value: JsonValue, depth: int) -> bool:
    match value:
        case str():
            return _storable(value)
        case float():
            return math.isfinite(value)
        case dict():
            return depth > 0 and all(_storable(key) and _json_fits(inner, depth - 1) for key, inner in value.items())
        case list():
            return depth > 0 and all(_json_fits(inner, depth - 1) for inner in value)
        case _:
            return True`,
};

/** Every check a field may need, in the order in which the file has them. */
export const RULES: readonly Rule[] = [
  {
    name: "check_text",
    code: `def check_text(field: str, value: str, *, minimum: int, maximum: int) -> None:
    """Refuse text that is too short, too long or that a database cannot hold."""
    if len(value) < minimum:
        raise ConstraintViolationError(field, f"must have at least {minimum} characters")
    if len(value) > maximum:
        raise ConstraintViolationError(field, f"must have at most {maximum} characters")
    if not _storable(value):
        raise ConstraintViolationError(field, "must not contain NUL or unpaired surrogates")`,
    parts: [STORABLE],
    test: {
      imports: [from("functools", "partial")],
      setup: ["text = partial(rules.check_text, minimum=1, maximum=3)"],
      call: "text",
      accepted: ['"a"', '"abc"'],
      refused: ['""', '"abcd"', '"\\x00"', '"\\ud800"'],
    },
  },
  {
    name: "check_range",
    imports: [from("decimal", "Decimal")],
    code: `def check_range[N: (int, Decimal)](field: str, value: N, *, minimum: N | None = None, maximum: N | None = None) -> None:
    """Refuse a number outside its limits, both of which are allowed values themselves."""
    if minimum is not None and value < minimum:
        raise ConstraintViolationError(field, f"must be at least {minimum}")
    if maximum is not None and value > maximum:
        raise ConstraintViolationError(field, f"must be at most {maximum}")`,
    test: {
      imports: [from("functools", "partial")],
      setup: ["number = partial(rules.check_range, minimum=1, maximum=3)"],
      call: "number",
      accepted: ["1", "3"],
      refused: ["0", "4"],
    },
  },
  {
    name: "check_decimal",
    imports: [from("decimal", "Decimal")],
    code: `def check_decimal(field: str, value: Decimal, *, digits: int, places: int) -> None:
    """Refuse a number that a column of this precision would round."""
    if not value.is_finite():
        raise ConstraintViolationError(field, "must be a finite number")
    if value != 0 and _decimal_places(value) > places:
        raise ConstraintViolationError(field, f"must have at most {places} decimal places")
    if value and value.adjusted() >= digits - places:
        raise ConstraintViolationError(field, f"must have at most {digits - places} digits before the point")`,
    parts: [PLACES],
    test: {
      imports: [from("functools", "partial"), from("decimal", "Decimal")],
      setup: ["money = partial(rules.check_decimal, digits=4, places=2)"],
      call: "money",
      accepted: ['Decimal("99.99")', 'Decimal("-0.10")', 'Decimal("1E+1")'],
      refused: ['Decimal("0.001")', "Decimal(100)", 'Decimal("NaN")', 'Decimal("Infinity")'],
    },
  },
  {
    name: "check_instant",
    imports: [from("datetime", "datetime")],
    code: `def check_instant(field: str, value: datetime) -> None:
    """Refuse a moment without an offset from UTC: it would mean something else on each machine."""
    if value.utcoffset() is None:
        raise ConstraintViolationError(field, "must carry an offset from UTC")`,
    test: {
      imports: [from("datetime", "UTC", "datetime")],
      accepted: ["datetime(2030, 1, 1, tzinfo=UTC)"],
      refused: ['datetime.fromisoformat("2030-01-01T09:00:00")'],
    },
  },
  {
    name: "check_email",
    imports: [{ module: "re", alias: "re" }],
    heads: [String.raw`_EMAIL = re.compile(r"[^\s@\"(),:;<>\[\]\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")`],
    code: `def check_email(field: str, value: str) -> None:
    """Refuse what cannot be an address; only a message sent there proves that it is one."""
    if not _EMAIL.fullmatch(value):
        raise ConstraintViolationError(field, "must be an e-mail address")`,
    test: { accepted: ['"a.b+c@example.co.uk"'], refused: ['"nobody"', '"a b@example.com"', '"a@b@example.com"'] },
  },
  {
    name: "check_url",
    imports: [from("urllib.parse", "urlsplit")],
    code: `def check_url(field: str, value: str) -> None:
    """Refuse anything but an absolute http or https address with a host."""
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or any(char.isspace() for char in value):
        raise ConstraintViolationError(field, "must be an http or https address")`,
    test: {
      accepted: ['"https://example.com:8443/path?query=1"'],
      refused: ['"ftp://example.com/"', '"https://"', '"https://example.com/a b"', '"https://[example"'],
    },
  },
  {
    name: "check_json",
    heads: [
      "type JsonValue = dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None",
      "type Json = dict[str, JsonValue] | list[JsonValue]",
      "",
      "# Deep documents are refused before anything recursive (the database included) meets them.",
      "_JSON_DEPTH = 16",
    ],
    code: `def check_json(field: str, value: Json) -> None:
    """Refuse a document that is too deep or holds what JSON in a database cannot."""
    if not _json_fits(value, _JSON_DEPTH):
        raise ConstraintViolationError(field, f"must be JSON of at most {_JSON_DEPTH} levels with finite numbers and no NUL")`,
    parts: [JSON_FITS, STORABLE],
    test: {
      setup: [
        "def nested(levels: int) -> list[Any]:",
        '    """Return a list in a list, and so on."""',
        "    return [] if levels == 1 else [nested(levels - 1)]",
      ],
      accepted: ["nested(16)", '{"a": [1, 2.5, "x", True, None]}'],
      refused: ['{"a": float("nan")}', '{"\\x00": 1}', "nested(17)"],
    },
  },
];
