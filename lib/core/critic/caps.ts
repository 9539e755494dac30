import type { DimensionId } from "./dimensions.ts";
import type { FactName, Facts } from "./facts.ts";

/** A ceiling on one dimension that no strength can buy off (python-standard 4.3). */
export interface Cap {
  id: string;
  dimension: DimensionId;
  max: number;
  /** Completes "held at 2, because ...". */
  because: string;
  reads: readonly FactName[];
  when(facts: Facts): boolean;
}

const untestedProduction = (f: Facts): boolean => f.testing === "none" && f.prod;

/** The caps of python-standard 4.3: a dimension that misses its foundation has few points, whatever else is right. */
export const CAPS: readonly Cap[] = [
  {
    id: "CAP1",
    dimension: "Completeness",
    max: 2,
    because: "nothing tests what goes to production",
    reads: ["testing", "prod"],
    when: untestedProduction,
  },
  {
    id: "CAP2",
    dimension: "Risk",
    max: 1.5,
    because: "nothing tests what goes to production",
    reads: ["testing", "prod"],
    when: untestedProduction,
  },
  {
    id: "CAP3",
    dimension: "Maintainability",
    max: 2,
    because: "Python 3.10 has no security fixes left for a project meant to last",
    reads: ["py", "lifespan", "maturity"],
    when: (f) => f.py === 310 && (f.lifespan === "long" || f.maturity === "long_term"),
  },
  {
    id: "CAP4",
    dimension: "Completeness",
    max: 2,
    because: "a service without an API cannot be called",
    reads: ["service", "has_http"],
    when: (f) => f.service && !f.has_http,
  },
  {
    id: "CAP5",
    dimension: "Clarity",
    max: 1,
    because: "the description has fewer than three words",
    reads: ["desc_words"],
    when: (f) => f.desc_words < 3,
  },
];
