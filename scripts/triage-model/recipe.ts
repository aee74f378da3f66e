import type { SignName } from "../../lib/triage/model/signs.ts";
import type { Data } from "./data.ts";
import type { Example } from "./examples.ts";
import type { Margin } from "./margin.ts";
import type { Labelled, Metric } from "./metrics.ts";

interface Choice {
  readonly from: readonly string[];
  readonly metric: Metric<Labelled>;
  /** How much its figure counts beside the others'; 1 when not said. */
  readonly weight?: number;
  /** Only posts of an output count, and one of them has to be said. */
  readonly isTwofold?: boolean;
}

export interface HeadRecipe {
  readonly name: string;
  readonly outputs: readonly string[];
  readonly exclusive: boolean;
  readonly examples: (data: Data) => Example[];
  readonly passes: number;
  readonly rate: number;
  readonly decay: number;
  /** Learns by the margin, without rate and decay. */
  readonly margin?: Margin;
  /** How many weights the asset may have, and the smallest that it takes. */
  readonly most: number;
  readonly least: number;
  /** Sign that takes what the outputs say, for the heads that follow. */
  readonly feeds?: readonly SignName[];
  /** What calibration holds for true of an output, 0 or 1, where the targets are not it. */
  readonly truth?: (example: Example, output: number) => number;
  /** The sets that calibration looks at; all when not said. */
  readonly calibratedOn?: readonly string[];
  /** Few posts: calibrated on parts left out in turn, and then learnt from these too. */
  readonly isSmall?: boolean;
  /** Reads whether a post holds a link. Others must not: the sets of angry posts hold hardly any, and a link would calm. */
  readonly readsLinks?: boolean;
  /** Outputs are shifted so that of the posts which are not it, at most this share is given 0.5 or more; one for each output, null where it is not asked. */
  readonly mostWrong?: readonly (number | null)[];
  /** Which of the posts that are not it count for that; all when not said. */
  readonly wrongWhere?: (example: Example) => boolean;
  /** Outputs are shifted so that 0.5 gives the best F1, at the cost of being probabilities. */
  readonly bestF1?: boolean;
  /** Offsets of an exclusive head: for a language or script the sets whose figures are made best on the posts of choices. */
  readonly choices?: readonly {
    readonly variant: string;
    readonly sets: readonly Choice[];
  }[];
}

export interface FamilyRecipe {
  readonly name: string;
  /** Language whose word tables are read along. */
  readonly tables: string;
  readonly usesWords: boolean;
  readonly list: (data: Data) => Map<string, number>;
  readonly heads: readonly HeadRecipe[];
}
