import type { BrandChange } from "../../lib/schema/brand.ts";

export interface BrandActions {
  /** Makes it the workspace's; rejects with why not. */
  setBrand(change: BrandChange): Promise<unknown>;
  /** A picture that somebody chose, as a mark has it. Throws `malformed` for what is none. */
  readPicture(file: Blob): Promise<string>;
}
