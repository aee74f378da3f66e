import { useEffect } from "preact/hooks";
import { type CardDeps, openTabCard } from "../../entrypoints/card/tab-card.tsx";
import { createBadge } from "../../entrypoints/page.content/badge.ts";
import { badgeStyle } from "../../lib/page/badge-style.ts";
import { watchTheme } from "../../lib/page/theme.ts";
import { adapterOf } from "../../lib/sites/choose.ts";
import { cardState, heldBy, noonMs, noor } from "../components/samples.ts";
import type { Scene } from "./scenes.tsx";

const posts = [
  ["11", "Mo Lind", "mo", "Morning walk by the lake, then coffee. Nothing else planned."],
  [
    "12",
    "Dana Kestrel",
    "dana_k",
    "My Acme earbuds won't finish pairing after the new firmware. Tried resetting twice, the left one just blinks. Any ideas?",
  ],
  ["13", "Kit Ode", "kit", "Does anybody have a recipe for a quick plum cake?"],
] as const;

/** A timeline with X's structure, and the card beside its second post. */
function Timeline({ held }: { held: boolean }) {
  useEffect(() => {
    const life = new AbortController();
    document.body.style.background = "light-dark(#fff, #000)";
    const still = cardState({ mention: { postId: "12", ...(held && heldBy(noor)) } });
    const badgeState = { ...still.badge, untilMs: Date.now() + 4_320_000 };
    const state = { ...still, skewMs: noonMs - Date.now(), badge: badgeState };
    const adapter = adapterOf(location.href, document);
    const ask = (async () => state) as unknown as CardDeps["ask"];
    if (!adapter) return;
    const watchSight = () => ({ hindrance: () => null });
    const deps = { page: document, adapter, ask, clipboard: navigator.clipboard, accepts: () => true, watchSight };
    openTabCard("x:12", deps, () => {}, life.signal);
    const node = adapter.findPosts(document)[1];
    if (node) {
      const badge = createBadge(node, { page: document, css: badgeStyle, onPress: () => {}, accepts: () => true });
      node.append(badge.host);
      badge.show(badgeState, Date.now());
      watchTheme(document, badge.setTheme, life.signal);
      badge.measure(() => adapter.anchor(node))();
    }
    return () => life.abort();
  }, [held]);
  return (
    <div style="font:15px/1.4 sans-serif;inline-size:600px;margin-inline:80px auto;border-inline:1px solid #8884;color:light-dark(#111,#eee)">
      {posts.map(([id, name, handle, text]) => (
        <article key={id} data-testid="tweet" style="position:relative;padding:12px 16px;border-block-end:1px solid #8884">
          <div data-testid="User-Name">
            <a href={`/${handle}`}>{name}</a> <a href={`/${handle}`}>@{handle}</a>{" "}
            <a href={`/${handle}/status/${id}`}>
              <time dateTime="2026-03-02T11:12:00.000Z">48m</time>
            </a>
          </div>
          <div data-testid="tweetText" lang="en">
            {text}
          </div>
          <p style="color:#888">Reply · Repost · Like</p>
        </article>
      ))}
    </div>
  );
}

export const onPageScenes: readonly Scene[] = [
  { name: "on-page", width: 1180, height: 560, view: () => <Timeline held={false} /> },
  { name: "on-page-held", width: 1180, height: 560, view: () => <Timeline held={true} /> },
  { name: "on-page-narrow", width: 700, height: 560, view: () => <Timeline held={true} /> },
];
