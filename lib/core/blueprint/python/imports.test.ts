import { expect, test } from "vitest";
import { importLines } from "./imports.ts";

test("imports stand in three sections, each with its plain imports first", () => {
  const lines = importLines(
    [
      { module: "zebra_shop.db.base", names: ["Base"] },
      { module: "sqlalchemy.orm", names: ["mapped_column", "Mapped"] },
      { module: "uuid", names: ["UUID"] },
      { module: "sqlalchemy", alias: "sa" },
      { module: "datetime", names: ["datetime"] },
    ],
    "zebra_shop",
  );
  expect(lines).toEqual([
    "from datetime import datetime",
    "from uuid import UUID",
    "",
    "import sqlalchemy as sa",
    "from sqlalchemy.orm import Mapped, mapped_column",
    "",
    "from zebra_shop.db.base import Base",
  ]);
});

test("two entries for one module become one statement without repeated names", () => {
  const lines = importLines(
    [
      { module: "typing", names: ["Self"] },
      { module: "typing", names: ["Annotated", "Self"] },
    ],
    "shop",
  );
  expect(lines).toEqual(["from typing import Annotated, Self"]);
});

test("names go constants, classes, functions; digits count as numbers", () => {
  expect(importLines([{ module: "shop.x", names: ["cut", "Slice", "SKU", "SKUState", "add"] }], "shop")).toEqual([
    "from shop.x import SKU, SKUState, Slice, add, cut",
  ]);
  expect(
    importLines(
      ["a10", "a2", "a_b", "ab"].map((name) => ({ module: `shop.db.${name}`, names: ["x"] })),
      "shop",
    ),
  ).toEqual([
    "from shop.db.a2 import x",
    "from shop.db.a10 import x",
    "from shop.db.a_b import x",
    "from shop.db.ab import x",
  ]);
});

test("an import under another name stays in the list of names", () => {
  expect(importLines([{ module: "shop.db", names: ["orders as store"] }], "shop")).toEqual([
    "from shop.db import orders as store",
  ]);
});
