/**
 * Which communities this device is in, and the one that the member works for. Each has a database of its own, whose name is its id here: nothing of
 * one stands in that of another, and no server learns these names.
 */
export interface Membership {
  /** In the order of joining; never empty, as the last one stays for whoever joins next. */
  readonly ids: readonly string[];
  readonly chosen: string;
}

/** The database of the first community, which had this name when there could be only one. */
export const firstCommunity = "fanswer";
/** The database of the device itself. */
export const registryName = "fanswer device";
