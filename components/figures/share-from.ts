import { fewestToTell, type Share } from "../../lib/schema/period-figures.ts";

/** A share out of its counts, as the server tells one: none of too few. */
export const shareFrom = (part: number, of: number): Share => ({ part, of, share: of < fewestToTell ? null : Math.min(1, part / of) });
