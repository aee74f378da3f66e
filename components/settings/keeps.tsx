import { i18n } from "#i18n";
import type { Outbox } from "../../lib/state/store-state.ts";

interface KeepsProps {
  server: string;
  posts: number;
  lists: number;
  outbox: Outbox;
}

/** What of the community lies on this device, counted. */
export function Keeps({ server, posts, lists, outbox }: KeepsProps) {
  const texts = outbox.kept?.length ?? 0;
  return (
    <section class="stack keeps">
      <h2>{i18n.t("settings.keeps")}</h2>
      <ul>
        <li>{i18n.t("settings.posts", posts)}</li>
        <li>{i18n.t("settings.lists", lists)}</li>
        {texts > 0 && <li>{i18n.t("settings.texts", texts)}</li>}
        {outbox.waiting > 0 && <li>{i18n.t("popup.notSent", outbox.waiting)}</li>}
        <li class="quiet">{i18n.t("settings.server", { server })}</li>
      </ul>
    </section>
  );
}
