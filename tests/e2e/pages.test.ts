import { describe, expect, it } from "vitest";
import { openSite } from "../../scripts/demo/steps/loop.ts";
import { eventually, type LivePage } from "../../scripts/demo/steps/screen.ts";
import { badge, facebookVisit, type SiteVisit, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const anyBadge = { role: "button", name: "Needs an answer", part: true } as const;

/** Posts of the demo that a badge must not stand on: why, and words of it. */
const quiet: Record<SiteVisit["name"], readonly (readonly [string, string])[]> = {
  x: [
    ["about something else", "First tomatoes"],
    ["the word in another sense", "In every cartoon of my childhood"],
    ["the word inside of another word", "Placmed my order"],
    ["promoted", "Solar for your balcony"],
    ["protected", "Only my followers"],
    ["the brand only in the quoted post", "Anyone else waiting for this?"],
  ],
  facebook: [
    ["about something else", "Story hour is back"],
    ["the word in another sense", "Cartoon night at ours"],
  ],
};

async function say(page: LivePage, event: string): Promise<void> {
  await page.page.evaluate((name) => void document.dispatchEvent(new Event(name)), event);
}

function errorsOf(page: LivePage): string[] {
  const errors: string[] = [];
  page.page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
}

/** Makes the first line of the post that says `words` longer than the post, as a very long name does, and gives where that post is. */
async function fillFirstLine(page: LivePage, { post, question }: SiteVisit) {
  const filled = await page.page.evaluate(
    (selector, words) => {
      const node = [...document.querySelectorAll(selector)].find((each) => each.textContent?.includes(words));
      const box = node?.getBoundingClientRect();
      for (const link of node?.querySelectorAll("a") ?? []) {
        if (!box || link.getBoundingClientRect().top > box.top + 60) continue;
        const rest = document.createElement("span");
        rest.style.cssText = `display:inline-block;inline-size:${box.width}px;block-size:1px`;
        link.append(rest);
      }
      return box && { left: box.left, right: box.right };
    },
    post,
    question,
  );
  if (!filled) throw new Error(`no post says ${JSON.stringify(question)}`);
  return filled;
}

const directions = [xVisit, facebookVisit].flatMap((site) => ["ltr", "rtl"].map((dir) => ({ site, dir })));

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();
  const robin = () => world().member(browser, "advocate", "Robin");

  it.each([xVisit, facebookVisit])("on $name a badge stands on posts for the brand only", async (site) => {
    const page = await openSite(await robin(), site);
    for (const [, words] of quiet[site.name]) expect(await page.all(badge(site, words, "")), words).toEqual([]);
    const sent = await eventually("the posts for the brand on the server", async () => {
      const excerpts = (await world().admin.mentions()).map(({ excerpt }) => excerpt).join("\n");
      return excerpts.includes(site.question) && excerpts;
    });
    for (const [why, words] of quiet[site.name]) expect(sent, why).not.toContain(words);
  });

  it("a private chat is never read, and nothing is written into it", async () => {
    const page = await openSite(await robin(), facebookVisit);
    expect((await world().admin.mentions()).some(({ excerpt }) => excerpt.includes("tell nobody"))).toBe(false);
    expect(await page.page.$eval("[aria-label=Message]", (box) => box.textContent)).toBe("");
  });

  it("badges follow their posts when the site draws everything again, recycles its nodes or appends posts", async () => {
    const page = await openSite(await robin(), xVisit);
    await say(page, "demo:rerender");
    await page.see(badge(xVisit, xVisit.question, "Needs an answer"));
    await say(page, "demo:recycle");
    await page.see(badge(xVisit, "this is the THIRD TIME", ""));
    expect(await page.all(badge(xVisit, "First tomatoes", ""))).toEqual([]);
    await page.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.see(badge(xVisit, "Does the Acme charging case come in green?", "Needs an answer"));
  });

  it.each(directions)(
    "on $site.name, $dir, the badge of a post whose first line is full is whole and can be pressed",
    async ({ site, dir }) => {
      const page = await (await robin()).visit(`${site.home}?dir=${dir}`);
      const asking = badge(site, site.question, "Needs an answer");
      await page.see(asking);
      const post = await fillFirstLine(page, site);
      const within = async () => {
        const [box] = await page.all(asking);
        return box && box.x >= post.left && box.x + box.width <= post.right && box;
      };
      // Moved by now: where it stood with its words was within the post too.
      const sign = await eventually("the badge's sign alone, within its post", async () => {
        const box = await within();
        return box && box.width < 30 && box;
      });
      await page.page.mouse.move(sign.x + sign.width / 2, sign.y + sign.height / 2);
      await eventually("its words within the post too", async () => {
        const box = await within();
        return box && box.width > sign.width;
      });
      await page.click(asking);
      await page.see({ role: "button", name: "I'll answer" });
    },
  );

  it("a page that no selector fits has no badge and no error", async () => {
    const page = await (await robin()).visit(`${xVisit.home}?variant=unknown`);
    const errors = errorsOf(page);
    await page.page.reload();
    await page.page.waitForSelector("#react-root > div");
    expect(await page.all(anyBadge)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("hostile content is shown as text, cut, and never run", async () => {
    const advocate = await robin();
    const page = await advocate.visit(`${xVisit.home}?variant=hostile`);
    const errors = errorsOf(page);
    for (const words of ["How do I pair my Acme earbuds?", "Why does my Acme charger hum?"]) {
      await page.click(badge(xVisit, words, "Needs an answer"));
      await page.see({ role: "button", name: "I'll answer" });
      await page.click({ role: "button", name: "Close" });
    }
    const panel = await (await world().member(browser, "staff", "Sam")).open("sidepanel.html");
    await panel.see({ role: "text", name: "<img src=x onerror=", part: true });
    expect(await page.page.evaluate(() => "broken" in window)).toBe(false);
    expect(await panel.page.evaluate(() => "broken" in window)).toBe(false);
    for (const { excerpt } of await world().admin.mentions()) expect(excerpt.length).toBeLessThanOrEqual(280);
    expect(errors).toEqual([]);
  });
});
