import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exampleSighting } from "../../../components/welcome/example.ts";
import { openShareCard } from "../../../entrypoints/card/share-card.tsx";
import type { CardDeps } from "../../../entrypoints/card/tab-card.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { adapterOf } from "../../../lib/sites/choose.ts";
import { noonMs } from "../../components/samples.ts";

const sighting = exampleSighting(noonMs);
const offer = { community: "one", mentionId: "x:1", sighting };
let roots: ShadowRoot[];
let stop: AbortController;
let happened: string[];

beforeEach(() => {
  roots = [];
  happened = [];
  stop = new AbortController();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, options) {
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  });
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

const inside = () => roots[0]?.querySelector("iframe")?.contentDocument as Document;
const press = (name: string) =>
  act(async () => {
    const button = [...inside().querySelectorAll("button")].find((each) => each.textContent === name);
    button?.dispatchEvent(new (inside().defaultView ?? window).MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
    await new Promise((resolve) => setTimeout(resolve));
  });

async function open({ hindrance = null, fails = false }: { hindrance?: "covered" | null; fails?: boolean } = {}): Promise<void> {
  const adapter = adapterOf("https://x.com/home", document);
  if (!adapter) throw new Error("no adapter");
  const ask = (async (name: string) => {
    happened.push(name);
    if (fails) throw new FanswerError("internal");
    return null;
  }) as unknown as CardDeps["ask"];
  const watchSight = () => ({ hindrance: () => hindrance });
  const deps = { page: document, adapter, ask, clipboard: navigator.clipboard, accepts: () => true, watchSight };
  await act(async () => {
    openShareCard(
      offer,
      deps,
      () => happened.push("ended"),
      () => happened.push("shared"),
      stop.signal,
    );
    await new Promise((resolve) => setTimeout(resolve));
  });
}

test("shows what would be sent, and sends it only at the press of Share", async () => {
  await open();
  for (const value of [sighting.excerpt, sighting.author.name, sighting.author.handle, sighting.permalink])
    expect(inside().body.textContent).toContain(value);
  expect(happened).toEqual([]);
  await press("Share");
  expect(happened).toEqual(["post.share", "ended", "shared"]);
});

test("shows every score and fact: in words, and to the letter as it is sent", async () => {
  await open();
  const shown = inside().body.textContent ?? "";
  const { triage } = sighting;
  for (const score of ["anger", "urgency", "technical", "complaint", "sentiment"] as const) expect(shown).toContain(String(triage[score]));
  expect(JSON.parse(inside().querySelector("pre")?.textContent ?? "")).toEqual(sighting);
});

test("sends nothing at Cancel", async () => {
  await open();
  await press("Cancel");
  expect(happened).toEqual(["ended"]);
});

test("sends nothing at a press on a card that was not seen", async () => {
  await open({ hindrance: "covered" });
  await press("Share");
  expect(happened).toEqual([]);
  expect(inside().body.textContent).toContain("that press did not count");
});

test("says why it could not be shared, and stays", async () => {
  await open({ fails: true });
  await press("Share");
  expect(happened).toEqual(["post.share"]);
  expect(inside().querySelector(".notice[data-tone=danger]")).not.toBeNull();
});
