import { i18n } from "#i18n";
import { mostShare } from "../../lib/detect/ambiguity/ordinary-posts.ts";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";
import { routes } from "../../lib/schema/triage.ts";
import { Notice } from "../ui/notice.tsx";
import type { Tried, TriedHit } from "./many-posts.ts";
import type { TriedOutcome } from "./use-tried.ts";

const share = inOwnLanguage((language) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }));

/** What trying came to: how many, what is new, what is lost, and of each post how it would be scored and where it would go. */
export function TriedPosts({ source, tried }: TriedOutcome) {
  const { read, found, gained, lost, byRoute } = tried;
  const rate = read === 0 ? 0 : found / read;
  return (
    <div class="stack">
      <p class="strong">
        {i18n.t("listBench.found", { found, read, share: share().format(rate) })}{" "}
        {found > 0 && routes.map((route) => `${i18n.t(`route.${route}`)}: ${byRoute[route]}`).join(" · ")}
      </p>
      {/* What is held here was found by the lists: that they find it says nothing. */}
      {source === "brought" && rate > mostShare && <Notice>{i18n.t("listBench.tooMuch", { share: share().format(rate) })}</Notice>}
      <Named kind="gained" count={gained} posts={tried.gainedPosts} />
      <Named kind="lost" count={lost} posts={tried.lostPosts} />
      <Named kind="same" count={found - gained} posts={tried.samePosts} />
    </div>
  );
}

interface NamedProps {
  kind: "gained" | "lost" | "same";
  count: number;
  posts: Tried["gainedPosts"];
}

function Named({ kind, count, posts }: NamedProps) {
  if (count === 0) return null;
  return (
    <section>
      <h4>{i18n.t(`listBench.${kind}`, { count })}</h4>
      <ul class="list tried-posts">
        {posts.map((hit) => (
          <li key={hit.place}>
            <p dir="auto">{oneLine(hit.post.text, 160)}</p>
            <p class="hint">{scoredText(hit)}</p>
          </li>
        ))}
      </ul>
      {count > posts.length && <p class="quiet">{i18n.t("ui.moreRows", count - posts.length)}</p>}
    </section>
  );
}

/** Kind, where it would go, and how pressing it is. */
function scoredText({ triage }: TriedHit): string {
  const pressing = i18n.t("listBench.pressing", { priority: Math.round(triage.priority) });
  return [i18n.t(`kind.${triage.kind}`), i18n.t(`route.${triage.route}`), pressing].join(" · ");
}
