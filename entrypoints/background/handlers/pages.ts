import browser from "webextension-polyfill";
import type { Announce } from "../../../lib/background/announce.ts";
import { isOnBreak } from "../../../lib/background/breaks.ts";
import type { Communities } from "../../../lib/background/communities.ts";
import { compileAllLists } from "../../../lib/background/posts/all-lists.ts";
import { letterTables } from "../../../lib/detect/letters/tables.ts";
import { markTexts } from "../../../lib/i18n/mark-texts.ts";
import { rawText } from "../../../lib/i18n/texts.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { badgeStyle } from "../../../lib/page/badge-style.ts";
import type { BadgeState } from "../../../lib/schema/messages.ts";
import type { SiteId } from "../../../lib/schema/post.ts";
import { isPageOf } from "../../../lib/sites/own-site.ts";
import { profiles } from "../../../lib/sites/profiles.ts";
import { chooseUse, type Registry, readSiteUse } from "../../../lib/store/communities.ts";
import { getMeta } from "../../../lib/store/meta.ts";
import type { AnsweringCommunity, PageNames } from "../answering-community.ts";
import type { SpeakAsChosen } from "./language.ts";

/** Of a site where nothing is to be shown; the posts are read as ever. */
const hidden = ":host{display:none!important}";

/** What pages show, which is looked at once for all communities of this device. */
export function pageHandlers(
  communities: Communities<AnsweringCommunity>,
  registry: Registry,
  nowMs: () => number,
  speak: SpeakAsChosen,
  restart: Announce["restart"],
): Pick<Handlers, PageNames> {
  const allScreen = compileAllLists(registry, nowMs, browser.runtime.getManifest().version);
  const screenOf = async (joined: readonly AnsweringCommunity[]) => {
    const [first, ...others] = joined;
    return first && others.length === 0 ? (await first.handlers.posts.compiled()).screen : allScreen(joined);
  };
  /** Those of these in which the member takes no break. */
  const without = async (joined: readonly AnsweringCommunity[]) => {
    const onBreak = await Promise.all(joined.map(({ store }) => isOnBreak(store, nowMs())));
    return joined.filter((_, place) => !onBreak[place]);
  };
  return {
    async "page.start"({ site }, caller) {
      const joined = await without(await communities.joined());
      const { pack, watched } = profiles[site];
      const use = await readSiteUse(registry, site);
      if (joined.length === 0 || use === "off" || !pack || watched.length === 0) return null;
      for (const { context } of joined) void context.awaitedCards.onPage(caller).catch(() => {});
      const consents = await Promise.all(joined.map(({ store }) => getMeta(store, "consent")));
      // The tab keeps a post to offer it; which community is asked each time, the background knows.
      const sharing = consents.some((consent) => consent?.sharing === "ask") ? "ask" : "all";
      await speak();
      const css = use === "unmarked" ? badgeStyle + hidden : badgeStyle;
      return { pack, screen: await screenOf(joined), letters: letterTables, css, texts: markTexts(rawText), sharing };
    },
    async "post.seen"(seen, caller) {
      if ((await readSiteUse(registry, seen.post.site)) === "off") return [];
      const joined = await communities.joined();
      // Where there is none, the one that the member works for says why.
      const asked = joined.length > 0 ? await without(joined) : [await communities.of(null)];
      return answersOf(asked.map(({ handlers }) => handlers.posts.badgeFor(seen, caller)));
    },
    async "site.list"() {
      const sites = (Object.keys(profiles) as SiteId[]).filter((site) => profiles[site].watched.length > 0);
      const url = sites.flatMap((site) => profiles[site].watched);
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true, url });
      return Promise.all(
        sites.map(async (site) => ({ site, use: await readSiteUse(registry, site), isHere: isPageOf(site, tab?.url ?? "") })),
      );
    },
    async "site.use"({ site, use }) {
      await chooseUse(registry, site, use);
      void restart();
      return null;
    },
    async "drift.note"(drift) {
      const at = new Date(nowMs()).toISOString();
      await Promise.all((await communities.joined()).map(({ store }) => store.drifts.put({ ...drift, at })));
      return null;
    },
  };
}

/** What the communities that want the post say of it. One that fails takes nothing from the others; when none answered, why not is thrown. */
async function answersOf(asked: readonly Promise<BadgeState | null>[]): Promise<BadgeState[]> {
  const answers = await Promise.allSettled(asked);
  const states = answers.flatMap((answer) => (answer.status === "fulfilled" && answer.value ? [answer.value] : []));
  const failed = answers.find((answer) => answer.status === "rejected");
  if (states.length === 0 && failed) throw failed.reason;
  return states;
}
