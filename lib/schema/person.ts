import * as v from "valibot";
import { Id } from "./keywords.ts";
import { longestName } from "./limits.ts";

/** Who did something, as the others see them. */
export const Person = v.object({ id: Id, name: v.pipe(v.string(), v.maxLength(longestName)) });
