import type { Context } from "hono";
import { html } from "hono/html";
import * as v from "valibot";
import { DataRequestForm, openRequests } from "../../lib/schema/erasure.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { keptDays } from "../../lib/schema/limits.ts";
import { namedSites } from "../../lib/schema/post.ts";
import type { Retention } from "../../lib/schema/retention.ts";
import { profiles } from "../../lib/sites/profiles.ts";
import type { Deps } from "../deps.ts";
import { newId } from "../ids.ts";
import { nameOfWorkspace, putDataRequest } from "../store/data-requests.ts";
import { first, one } from "../store/statement.ts";
import { retentionOf } from "../store/workspaces.ts";
import { askingNetwork } from "./address.ts";
import { answerFormPage } from "./join-frame.ts";
import { joinLanguage } from "./join-page.ts";
import { type NoticeWords, noticeWords } from "./notice-words.ts";

/** What came of the form; null: nothing was sent. */
type Sent = "received" | "incomplete" | "busy" | null;

/** The sentences with the community's name and the numbers in them. */
function filled(words: NoticeWords, name: string, { closed, unanswered }: Retention): NoticeWords {
  const blanks: Readonly<Record<string, string>> = {
    name: `\u2068${name}\u2069`,
    closed: String(closed),
    open: String(unanswered),
    log: String(keptDays.audit),
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (blank, key: string) => blanks[key] ?? blank);
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, fill(text as string)])) as unknown as NoticeWords;
}

function bodyOf(words: NoticeWords, sent: Sent) {
  return html`${sent === null ? "" : html`<p class="gone" role="alert">${words[sent]}</p>`}
<p>${words.what}</p>
<h2>${words.keptTitle}</h2>
<p>${words.kept}</p>
<h2>${words.whyTitle}</h2>
<p>${words.why}</p>
<h2>${words.longTitle}</h2>
<p>${words.long}</p>
<h2>${words.objectTitle}</h2>
<p>${words.object}</p>
<form method="post">
<p><label>${words.site}<br><select name="site">${namedSites.map((site) => html`<option value="${site}">${profiles[site].name}</option>`)}</select></label></p>
<p><label>${words.author}<br><input name="author" required maxlength="500" dir="auto" autocomplete="off"></label></p>
<p><label>${words.proof}<br><textarea name="note" maxlength="500" rows="3" dir="auto"></textarea></label></p>
<p><button>${words.send}</button></p>
</form>`;
}

async function answer(deps: Deps, context: Context, sent: Sent) {
  const workspaceId = context.req.param("workspace") ?? "";
  const found = await first(deps.pool, nameOfWorkspace, { workspaceId });
  if (found === null) throw new FanswerError("not_found");
  const tag = joinLanguage(context.req.query("lang"), context.req.header("accept-language"));
  const { retention } = await one(deps.pool, retentionOf, { workspaceId });
  const words = filled(noticeWords[tag], found.name, retention);
  return answerFormPage(context, tag, words.title, bodyOf(words, sent));
}

const isPaced = (deps: Deps, context: Context, what: string): boolean =>
  deps.joins.take(`notice ${what} ${askingNetwork(context, deps.trustedProxies)}`);

/** `GET /notice/WORKSPACE`: what a workspace keeps of public posts, why, for how long, and how one objects. Works without scripts. */
export const noticePage = (deps: Deps) => (context: Context) => {
  if (!isPaced(deps, context, "read")) throw new FanswerError("too_many");
  return answer(deps, context, null);
};

/** The form of that page: a request that waits for an admin. What is said of it does not depend on who is held. */
export const noticeForm = (deps: Deps) => async (context: Context) => {
  if (!isPaced(deps, context, "asked")) return answer(deps, context, "busy");
  const form = v.safeParse(DataRequestForm, await context.req.parseBody());
  if (!form.success) return answer(deps, context, "incomplete");
  const workspaceId = context.req.param("workspace") ?? "";
  const request = { workspaceId, id: newId(), ...form.output, at: deps.now(), most: openRequests };
  const isPut = (await first(deps.pool, putDataRequest, request)) !== null;
  return answer(deps, context, isPut ? "received" : "busy");
};
