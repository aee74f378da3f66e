import type { Mention } from "../../../lib/schema/mention.ts";
import type { OtherDevice } from "./device.ts";
import { joinOnWelcome, type Participant } from "./member.ts";
import { eventually, type LivePage } from "./screen.ts";
import { badge, editorText, type SiteVisit } from "./site.ts";
import type { WalkStep } from "./walk.ts";

export interface LoopPeople {
  readonly site: SiteVisit;
  readonly advocate: Participant;
  readonly staff: Participant;
  /** A device that only asks the server. */
  readonly observer: OtherDevice;
}

/** What the person types behind the suggestion. */
const ownWords = " Does that help?";
const takeIt = { role: "button", name: "I'll answer" } as const;
const draft = { role: "textbox", name: "Your answer" } as const;

/** The badge of the site's question while nobody is on it. */
const waitingBadge = (site: SiteVisit) => badge(site, site.question, site.isPraise ? "Say thanks?" : "Needs an answer");

/** Opens the site and waits for the badge. */
export async function openSite(member: Participant, site: SiteVisit): Promise<LivePage> {
  const page = await member.visit(site.home);
  await page.see(waitingBadge(site));
  return page;
}

/** Clicks the badge and takes the post. Ends with the draft open. */
export async function takePost(page: LivePage, site: SiteVisit): Promise<void> {
  await page.click(waitingBadge(site));
  await page.click(takeIt);
  await page.see(draft);
}

/** Takes the suggestion that is offered: one press, and it stands in the box, which was empty. */
async function takeSuggestion(page: LivePage): Promise<void> {
  const box = await page.see(draft);
  if (box.text.trim() !== "") throw new Error(`the box begins with ${JSON.stringify(box.text)}`);
  await page.click({ role: "button", name: "Use it" });
  await eventually("the suggestion in the box", async () => (await page.see(draft)).text.trim() !== "");
}

/** Types behind what is there. */
export async function editDraft(page: LivePage, words = ownWords): Promise<void> {
  await page.click(draft);
  await page.page.keyboard.down("Control");
  await page.page.keyboard.press("End");
  await page.page.keyboard.up("Control");
  await page.page.keyboard.type(words);
  await eventually(
    "what was typed in the box",
    async () => (await page.see(draft)).text.includes(words.trim()),
    async () => (await page.see(draft)).text,
  );
}

/** Lets Fanswer put the draft into the site's reply box, and sees it there once. */
export async function placeDraft(page: LivePage, site: SiteVisit): Promise<void> {
  await page.click({ role: "button", name: "Place reply" });
  const inBox = () => editorText(page.page, site);
  const isThereOnce = async () => (await inBox()).split(ownWords.trim()).length === 2;
  await eventually("the text in the site's own reply box", isThereOnce, async () => {
    const card = await page.all({ role: "text", name: "", part: true });
    return JSON.stringify({ box: await inBox(), card: card.map(({ text }) => text) });
  });
  await page.see({ role: "text", name: "It's in the reply box.", part: true });
}

/** The mention of the loop's question, as the server has it. */
async function onServer(observer: OtherDevice, site: SiteVisit): Promise<Mention | undefined> {
  return (await observer.mentions()).find((mention) => mention.site === site.name && mention.excerpt.includes(site.question));
}

async function seeAnsweredOnServer(observer: OtherDevice, site: SiteVisit): Promise<void> {
  const found = async () => {
    const mention = await onServer(observer, site);
    return mention?.status === "answered" ? mention : null;
  };
  // A worker that ended while it was sending goes on with the next alarm, half a minute later.
  const mention = await eventually("the answered post on the server", found);
  const url = mention.reply?.url ?? "";
  if (mention.reply?.proof !== "seen" || !site.replyAddress.test(url))
    throw new Error(`the reply came as ${JSON.stringify(mention.reply)}`);
}

async function seeAnsweredInPanel(staff: Participant, site: SiteVisit): Promise<void> {
  const panel = await staff.open("sidepanel.html");
  await panel.see({ role: "text", name: site.question, part: true });
  await panel.see({ role: "text", name: "Answered", part: true });
}

async function seeAnsweredInPopup(advocate: Participant, site: SiteVisit): Promise<void> {
  const popup = await advocate.open("popup.html");
  await popup.see({ role: "text", name: "All sent", part: true });
  await popup.gone({ role: "text", name: site.question, part: true });
}

/** The whole way of one post, from the open page to "answered" everywhere, for people who have joined. */
export function loopSteps({ site, advocate, staff, observer }: LoopPeople): WalkStep[] {
  let page: LivePage;
  return [
    {
      name: "a badge stands on the post",
      run: async () => {
        page = await openSite(advocate, site);
      },
    },
    { name: "the card opens and the post is taken", run: () => takePost(page, site) },
    {
      name: "a suggestion is taken and edited",
      run: async () => {
        await takeSuggestion(page);
        await editDraft(page);
      },
    },
    { name: "the reply stands in the site's own reply box", run: () => placeDraft(page, site) },
    {
      name: "a person presses Post and Fanswer sees the reply",
      run: async () => {
        await site.pressPost(page.page);
        await page.see({ role: "text", name: "Posted. Thank you", part: true });
        await page.see(badge(site, site.question, "Answered"));
      },
    },
    { name: "the server has it answered, with its link", run: () => seeAnsweredOnServer(observer, site) },
    { name: "the popup has nothing left to send", run: () => seeAnsweredInPopup(advocate, site) },
    { name: "the staff's side panel shows it answered", run: () => seeAnsweredInPanel(staff, site) },
  ];
}

/** Joining, as steps of their own. */
export function joinSteps(
  people: readonly { readonly member: Participant; readonly role: string; readonly invitation: string; readonly name: string }[],
): WalkStep[] {
  return people.map(({ member, role, invitation, name }) => ({
    name: `${name} reads the welcome page, agrees and joins (${role})`,
    run: () => joinOnWelcome(member, invitation, name),
  }));
}
