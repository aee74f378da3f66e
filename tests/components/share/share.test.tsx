import { describe, expect, test, vi } from "vitest";
import { Leaves } from "../../../components/share/leaves.tsx";
import { ShareCard } from "../../../components/share/share-card.tsx";
import { SharingChoice } from "../../../components/share/sharing-choice.tsx";
import { sightingRows } from "../../../components/share/sighting-rows.ts";
import { exampleMention, exampleSighting } from "../../../components/welcome/example.ts";
import { PracticePost } from "../../../components/welcome/practice-post.tsx";
import { WhatLeaves } from "../../../components/welcome/what-leaves.tsx";
import { WhatPage } from "../../../components/welcome/what-page.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { has, pageText, press, show } from "../page.ts";
import { noonMs } from "../samples.ts";

const sighting = exampleSighting(noonMs);
const plain = (rows: [string, string][]) => new Map(rows.map(([name, value]) => [name, value.replace(/[\u2068\u2069]/g, "")]));

describe("what leaves", () => {
  test("is said field by field", () => {
    const rows = plain(sightingRows(sighting));
    expect(rows.get("Who wrote it")).toBe("Dana Kestrel, @dana_kestrel");
    expect(rows.get("Its numbers")).toBe("replies 0, reposts 1, likes 4, views 2134");
    expect(rows.get("Its marks")).toBe("account not verified, not a reply, shown in full");
    expect(rows.get("What matched")).toBe("Acme");
  });

  test("has no row for what the page did not say", () => {
    const silent = {
      ...sighting,
      author: { name: null, handle: "kit", verified: null },
      counts: { replies: null, reposts: null, likes: null, views: null },
      postedAt: null,
      isReply: null,
      partial: true,
    };
    const rows = plain(sightingRows(silent));
    expect(rows.get("Who wrote it")).toBe("@kit");
    expect(rows.get("Its marks")).toBe("only its beginning is shown");
    expect([rows.has("Its numbers"), rows.has("When")]).toEqual([false, false]);
  });

  test("can be read word for word", async () => {
    await show(<Leaves sighting={sighting} />);
    expect(JSON.parse(document.querySelector("pre")?.textContent ?? "")).toEqual(sighting);
  });

  test("stands with an example on the welcome page, with what never leaves", async () => {
    await show(<WhatLeaves clock={() => noonMs} />);
    expect(pageText()).toContain("Dana Kestrel, @dana_kestrel");
    expect(pageText()).toContain("Never: private or protected posts");
  });
});

describe("one post", () => {
  test("is shared only by a press, and what fails is said", async () => {
    const onShare = vi.fn(async () => Promise.reject(new FanswerError("server_unreachable")));
    await show(<ShareCard sighting={sighting} onShare={onShare} onClose={() => {}} />);
    expect(onShare).not.toHaveBeenCalled();
    await press("Share");
    expect(onShare).toHaveBeenCalledOnce();
    expect(document.querySelector(".notice[data-tone=danger]")?.textContent).not.toBe("");
    await press("Share");
    expect(onShare).toHaveBeenCalledTimes(2);
  });

  test("is not asked twice while it is sent", async () => {
    const onShare = vi.fn(() => new Promise<void>(() => {}));
    await show(<ShareCard sighting={sighting} onShare={onShare} onClose={() => {}} />);
    await press("Share");
    await press("Share");
    expect(onShare).toHaveBeenCalledOnce();
  });

  test("says why a press did not count; putting the card away always does", async () => {
    const onClose = vi.fn();
    await show(<ShareCard sighting={sighting} onShare={async () => {}} onClose={onClose} refused="covered" />);
    expect(pageText()).toContain("The page covers or hides this card");
    await press("Cancel");
    await press("Close");
    expect(onClose).toHaveBeenCalledTimes(2);
    expect(document.querySelectorAll("[data-harmless] button")).toHaveLength(2);
  });
});

test("nothing is chosen for anybody about sharing", async () => {
  const onPick = vi.fn();
  await show(<SharingChoice value={null} onPick={onPick} />);
  expect(document.querySelectorAll(":checked")).toHaveLength(0);
  await press("Ask me each time");
  expect(onPick).toHaveBeenCalledWith("ask");
});

describe("the invented post", () => {
  test("says the brand where the hit stands", () => {
    const [hit] = sighting.hits;
    expect(sighting.excerpt.slice(hit?.start, hit?.end)).toBe("Acme");
    expect(Date.parse(exampleMention(noonMs).dueAt)).toBeGreaterThan(noonMs);
  });

  test("wears the badge beside its author, with the time that is left", async () => {
    const badge = { state: "needs_answer", who: null, untilMs: noonMs + 72 * 60_000 } as Parameters<typeof PracticePost>[0]["badge"];
    await show(<PracticePost nowMs={noonMs} badge={badge} />);
    expect(document.querySelector(".sample-badge")?.textContent).toContain("Needs an answer");
    expect(document.querySelector(".sample-badge")?.textContent).toContain("·");
    await show(<PracticePost nowMs={noonMs} badge={null} />);
    expect(document.querySelector(".sample-badge")).toBeNull();
  });

  test("is a picture on the first screen, which cannot be used", async () => {
    await show(<WhatPage clock={() => noonMs} />);
    expect(document.querySelector("[role=img]")?.getAttribute("aria-label")).toBe("A post with Fanswer's mark and card");
    expect(document.querySelector("[inert]")?.contains(document.querySelector("[role=dialog]"))).toBe(true);
    expect(has("I'll answer")).toBe(true);
  });
});
