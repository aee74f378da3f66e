import { ExternalLink } from "lucide-preact";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import { Button } from "./button.tsx";

interface PostTextProps {
  mention: Pick<Mention, "excerpt" | "permalink">;
  onOpenPost: (permalink: string) => void;
}

/** A post's words away from its page, with the way there. */
export function PostText({ mention: { excerpt, permalink }, onOpenPost }: PostTextProps) {
  return (
    <>
      <p class="post-text" dir="auto">
        {excerpt}
      </p>
      {permalink !== null && (
        <div class="row">
          <Button look="quiet" icon={ExternalLink} onClick={() => onOpenPost(permalink)}>
            {i18n.t("ui.openPost")}
          </Button>
        </div>
      )}
    </>
  );
}
