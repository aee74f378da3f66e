import { ada, at, cardState, heldBy, mention, noonMs, noor } from "../components/samples.ts";
import type { Device } from "./device.ts";
import { answer, mixed, othersAnswer, ownWrong, posts, reviewed } from "./posts.ts";
import type { Answers, Scene, Step } from "./scene.ts";

const usual: Answers = {
  "card.state": () => cardState({ mention: { ...posts.mine, draft: null } }),
  "second_look.list": () => [],
  "site.list": () => [{ site: "x", use: "on", isHere: true }],
};
const popup = (name: string, device: Device, steps: readonly Step[] = []): Scene => ({
  ...{ name, page: "popup.html", width: 380, height: 300, device, steps },
  answers: usual,
});

const openMenu: Step = { click: ".page-head [aria-haspopup=menu]" };
const openRow: Step = { click: ".list-row" };
const newcomer = { ...noor, level: 0 };
const approved = mention({
  ...posts.mine,
  ...heldBy(newcomer, 41),
  draft: { text: answer, status: "approved", author: { id: noor.id, name: noor.name }, updatedAt: at(-4) },
});
const kept = [
  {
    mentionId: "x:gone",
    text: answer,
    atMs: noonMs - 2,
    post: { author: { name: "Mo Lind", handle: "mo", verified: null }, words: "Any tips?" },
  },
  { mentionId: posts.hebrew.id, text: "לחצו על הכפתור עשר שניות.", atMs: noonMs - 1 },
];
const looking = () => ({ ...cardState({ mention: { ...posts.mine, draft: null } }), isSearching: true });
const refused = { operationId: "1", name: "draft.save", mentionId: "x:1", code: "lease_lost", text: answer } as const;

export const popupScenes: readonly Scene[] = [
  popup("popup", { mentions: mixed }),
  popup("popup-several", { mentions: mixed, others: ["דלתא", "Omega of a very long name, longer than any popup is wide"] }),
  popup("popup-languages", { mentions: [posts.indonesian, posts.answered] }),
  popup("popup-others", { mentions: [posts.indonesian, posts.calm] }, [{ click: ".next-languages .btn" }]),
  popup("popup-waiting", { mentions: [...mixed, posts.indonesian, posts.calm] }, [
    { click: ".next-languages .btn:last-child" },
    { see: ".waiting-filters" },
    openRow,
  ]),
  popup("popup-passed", { mentions: [posts.soon], passed: [posts.soon.id] }),
  popup("popup-limit", { member: newcomer, mentions: [posts.soon, mention({ ...posts.mine, ...heldBy(newcomer) })] }),
  popup("popup-approved", { member: newcomer, mentions: [posts.soon, approved] }),
  popup("popup-yours", { mentions: [posts.mine, posts.hebrew] }, [openRow]),
  popup("popup-review", { member: noor, mentions: reviewed }, [openRow]),
  {
    ...popup("popup-look", { mentions: [posts.soon] }, [{ click: "section:last-child .list-row" }]),
    answers: { ...usual, "second_look.list": () => [othersAnswer] },
  },
  { ...popup("popup-wrong", {}, [openRow]), answers: { ...usual, "second_look.list": () => [ownWrong, othersAnswer] } },
  popup("popup-kept", { mentions: [posts.mine, posts.hebrew], kept }),
  popup("popup-putoff", { mentions: [posts.soon], waiting: 4, putOffMinutes: 25 }),
  { ...popup("popup-looking", { mentions: [posts.mine] }, [openRow]), answers: { ...usual, "card.state": looking } },
  popup("popup-empty", {}),
  popup("popup-badge", { member: { ...noor, profile: { languages: null, topics: [], away: null, newBadges: ["teacher"] } } }),
  popup("popup-break-asked", { mentions: [posts.mine] }, [openMenu, { click: "[role=menuitem]:nth-of-type(4)" }]),
  popup("popup-break", { member: { ...noor, profile: { languages: null, topics: [], away: { until: at(60 * 9) } } }, mentions: mixed }),
  popup("popup-figures", { member: { ...noor, role: "analyst" } }),
  popup("popup-unknown-role", { member: { ...noor, role: "steward" } }),
  popup("popup-join", { member: null }),
  popup("popup-offline", { mentions: mixed, waiting: 3, problem: "server_unreachable", setAside: [refused] }),
  popup("popup-add", {}, [openMenu, { click: "[role=menuitem]:first-child" }]),
  popup("popup-given", { mentions: [posts.mine] }, [openRow, { click: ".row-answer > .row:first-child .btn" }]),
  popup("popup-menu", { member: ada, mentions: mixed }, [openMenu]),
];
