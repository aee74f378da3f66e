import table from "../../../assets/detect/ambiguity.json" with { type: "json" };
import { ambiguityScorer } from "./ambiguity-scorer.ts";

/** Is this hit of an ambiguous entry the company or the ordinary word? By the shipped table; see `ambiguityScorer`. */
export const isBrand = ambiguityScorer(table);
