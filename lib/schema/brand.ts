import * as v from "valibot";
import { longestName } from "./limits.ts";
import { shownLine } from "./person.ts";
import { SiteId, siteIds } from "./post.ts";

/** What a community is called: one line that people can see and tell apart. */
export const WorkspaceName = v.pipe(shownLine(longestName), v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u));

/** The side of a mark's square picture in pixels, and the most that it may weigh. */
export const pictureBounds = { side: 96, bytes: 64_000 } as const;
/** What a mark's picture begins with: nothing else is drawn, so that it can be no SVG and no address. */
export const picturePrefix = "data:image/png;base64,";

/** A PNG picture as an address that holds it whole. What stands in it is checked by the server, as it alone has to. */
export const Picture = v.pipe(
  v.string(),
  v.maxLength(picturePrefix.length + Math.ceil(pictureBounds.bytes / 3) * 4),
  v.startsWith(picturePrefix),
  v.check((address) => /^[A-Za-z0-9+/]+={0,2}$/.test(address.slice(picturePrefix.length))),
);

/** Grounds for a mark's letters: legible on each, and each seen on a light page and on a dark one (tests/schema/brand.test.ts). */
export const markGrounds = {
  red: "#c04442",
  orange: "#a65c20",
  olive: "#717223",
  green: "#2b7e44",
  teal: "#027c7c",
  blue: "#2e6fbe",
  violet: "#7c5bc5",
  pink: "#b64582",
  grey: "#6a6f78",
} as const;
/** The letters on them. */
export const markInk = "#ffffff";
const markColours = Object.keys(markGrounds) as [keyof typeof markGrounds, ...(keyof typeof markGrounds)[]];

/** One or two letters, as people count them: an accent or the parts of an emoji are none of their own. */
const Letters = v.pipe(
  shownLine(20),
  v.regex(/^[\p{L}\p{N}\p{S}]/u),
  v.check((text) => [...new Intl.Segmenter().segment(text)].length <= 2),
);

/** What a community is known by at a glance: a picture, or two letters on a colour. */
export const BrandMark = v.variant("kind", [
  v.object({ kind: v.literal("picture"), picture: Picture }),
  v.object({ kind: v.literal("letters"), letters: Letters, colour: v.picklist(markColours) }),
]);
export type BrandMark = v.InferOutput<typeof BrandMark>;

/** How many handles of its own a brand may have on one site. */
const mostHandles = 50;

/** Handles in one form: as sites show them, without the @ and in small letters, since no site tells accounts apart by either. */
export const plainHandle = (handle: string): string => handle.trim().replace(/^@+/, "").toLowerCase();

const Handle = v.pipe(
  v.string(),
  v.maxLength(longestName),
  v.transform(plainHandle),
  // A site's own names: no space, and nothing that nobody sees.
  v.regex(/^[^\s\p{C}@/?#]+(?:@[^\s\p{C}@/?#]+)?$/u),
);

const HandlesOfSite = v.pipe(
  v.array(Handle),
  v.maxLength(mostHandles),
  v.transform((handles) => [...new Set(handles)]),
);

/** Handles on one site as they were written, in one form; null where one of them can be none, or there are too many. */
export function readHandles(written: readonly string[]): string[] | null {
  const read = v.safeParse(HandlesOfSite, written);
  return read.success ? read.output : null;
}

/** The brand's own accounts by site. */
export const OwnHandles = v.pipe(v.record(SiteId, HandlesOfSite), v.maxEntries(siteIds.length));
export type OwnHandles = v.InferOutput<typeof OwnHandles>;

/** A language's primary tag. */
export const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** What makes a workspace the brand's own, besides its name. A device that knows less of it reads what it knows. */
export const Brand = v.object({
  mark: v.fallback(v.nullable(BrandMark), null),
  handles: v.fallback(OwnHandles, {}),
  /** Primary tag of the language to answer in where a post does not tell its own. */
  language: v.fallback(v.nullable(Language), null),
});
export type Brand = v.InferOutput<typeof Brand>;

export const noBrand: Brand = { mark: null, handles: {}, language: null };

/** What an admin changes of it; a site that is not named keeps its handles. */
export const BrandChange = v.partial(
  v.object({ name: WorkspaceName, mark: v.nullable(BrandMark), handles: OwnHandles, language: v.nullable(Language) }),
);
export type BrandChange = v.InferOutput<typeof BrandChange>;

/** Whether this author is the brand itself. */
export function isOwnHandle(brand: { readonly handles: OwnHandles } | undefined, site: SiteId, handle: string | null): boolean {
  return handle !== null && (brand?.handles[site]?.includes(plainHandle(handle)) ?? false);
}
