import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { routePath } from "hono/route";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { getPath } from "hono/utils/url";
import { type ErrorCode, FanswerError } from "../../lib/schema/errors.ts";
import { limits } from "../../lib/schema/wire.ts";
import type { Deps } from "../deps.ts";
import { toWireError } from "../operations/wire-error.ts";
import { sent } from "../store/statement.ts";
import { proxyNotice } from "./address.ts";
import { withoutBase } from "./base-path.ts";
import { bodyFault } from "./body.ts";
import { draftRoute } from "./draft.ts";
import { forumPage } from "./forum-page.ts";
import { handledRoute } from "./handled.ts";
import { hookRoute } from "./hook.ts";
import { joinRoute } from "./join.ts";
import { joinPage } from "./join-page.ts";
import { noticeForm, noticePage } from "./notice-page.ts";
import { beginSignOn, endSignOn } from "./sign-on.ts";
import { signedIn } from "./signed-in.ts";
import { syncRoute } from "./sync.ts";
import { whoseRoute } from "./whose.ts";

const statuses: Partial<Record<ErrorCode, number>> = {
  unauthorized: 401,
  signed_out: 401,
  member_paused: 403,
  member_removed: 401,
  forbidden: 403,
  invitation_invalid: 403,
  sign_on_invalid: 403,
  sign_on_over: 403,
  sign_on_refused: 403,
  not_found: 404,
  name_taken: 409,
  too_large: 413,
  protocol_old: 426,
  protocol_new: 426,
  too_many: 429,
  internal: 500,
  server_failed: 503,
};

/** The HTTP status of a refused request. */
function statusOf(code: ErrorCode): number {
  return statuses[code] ?? 400;
}

/** What a request may take that carries no operations. */
const smallBytes = 8_000;

function sized(maxSize: number): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new FanswerError("too_large");
    },
  });
  return async (context, next) => {
    let isRead = false;
    const then = () => {
      isRead = true;
      return next();
    };
    try {
      return await limit(context, then);
    } catch (thrown) {
      throw isRead ? thrown : bodyFault(thrown);
    }
  };
}

/** The server without its socket and its port. Every refusal is an ErrorBody. */
export function createApp(deps: Deps): Hono {
  const app = new Hono({ getPath: (request) => withoutBase(getPath(request), deps.publicUrl()) });
  // The bearer token is the only authority and no cookie is ever set, so any origin may call.
  app.use(cors({ origin: "*", allowMethods: ["GET", "POST"], allowHeaders: ["authorization", "content-type"], maxAge: 86_400 }));
  const notice = proxyNotice(deps.trustedProxies, deps.log);
  app.use(async (context, next) => {
    notice(context);
    const end = deps.metrics.requests.startTimer();
    await next();
    end({ route: routePath(context, -1), status: context.res.status });
  });
  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/readyz", async (context) => {
    // Said first of all, so that a balancer sends nobody here any more.
    if (deps.ending.aborted) throw new FanswerError("server_failed", "stopping");
    await sent(deps.pool, { text: "SELECT 1" });
    return context.json({ ok: true });
  });
  app.get("/join", joinPage);
  app.get("/join/", joinPage);
  app.get("/join/forum/:workspace", forumPage);
  app.get("/notice/:workspace", noticePage(deps));
  app.post("/notice/:workspace", sized(smallBytes), noticeForm(deps));
  app.post("/v1/join", sized(smallBytes), joinRoute(deps));
  app.post("/v1/whose", sized(smallBytes), whoseRoute(deps));
  app.post("/v1/forum/begin", sized(smallBytes), beginSignOn(deps));
  app.post("/v1/forum/answer", sized(smallBytes), endSignOn(deps));
  app.post("/v1/sync", signedIn(deps), sized(limits.requestBytes), syncRoute(deps));
  app.post("/v1/handled", signedIn(deps), sized(smallBytes), handledRoute(deps));
  app.post("/v1/hooks/:code", sized(limits.requestBytes), hookRoute(deps));
  app.post("/v1/draft", signedIn(deps), sized(smallBytes), draftRoute(deps));
  app.notFound(() => {
    throw new FanswerError("not_found");
  });
  app.onError((thrown, context) => {
    const error = toWireError(thrown, deps.log);
    return context.json({ error }, statusOf(error.code) as ContentfulStatusCode);
  });
  return app;
}
