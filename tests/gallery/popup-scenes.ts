import { ada, at, cardState, heldBy, mention, noonMs, noor } from "../components/samples.ts";
import type { Device } from "./device.ts";
import { answer, mixed, posts, reviewed } from "./posts.ts";
import type { Scene, Step } from "./scene.ts";

const popup = (name: string, device: Device, steps: readonly Step[] = []): Scene => ({
  ...{ name, page: "popup.html", width: 380, height: 300, device, steps },
  answers: { "card.state": () => cardState({ mention: { ...posts.mine, draft: null } }) },
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
  popup("popup-languages", { mentions: [posts.indonesian, posts.answered] }),
  popup("popup-others", { mentions: [posts.indonesian, posts.calm] }, [{ click: ".next-languages .btn" }]),
  popup("popup-passed", { mentions: [posts.soon], passed: [posts.soon.id] }),
  popup("popup-limit", { member: newcomer, mentions: [posts.soon, mention({ ...posts.mine, ...heldBy(newcomer) })] }),
  popup("popup-approved", { member: newcomer, mentions: [posts.soon, approved] }),
  popup("popup-yours", { mentions: [posts.mine, posts.hebrew] }, [openRow]),
  popup("popup-review", { member: noor, mentions: reviewed }, [openRow]),
  popup("popup-kept", { mentions: [posts.mine, posts.hebrew], kept }),
  popup("popup-putoff", { mentions: [posts.soon], waiting: 4, putOffMinutes: 25 }),
  { ...popup("popup-looking", { mentions: [posts.mine] }, [openRow]), answers: { "card.state": looking } },
  popup("popup-empty", {}),
  popup("popup-join", { member: null }),
  popup("popup-offline", { mentions: mixed, waiting: 3, problem: "server_unreachable", setAside: [refused] }),
  popup("popup-add", {}, [openMenu, { click: "[role=menuitem]:first-child" }]),
  popup("popup-given", { mentions: [posts.mine] }, [openRow, { click: ".row-answer > .row:first-child .btn" }]),
  popup("popup-menu", { member: ada, mentions: mixed }, [openMenu]),
];
