import { ExternalLink } from "lucide-preact";
import { i18n } from "#i18n";
import { textDirection } from "../../lib/i18n/direction.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { Button } from "./button.tsx";
import { Marked } from "./marked.tsx";

interface PostTextProps {
  mention: Pick<Mention, "excerpt" | "permalink" | "labels" | "triage">;
  onOpenPost: (permalink: string) => void;
}

/** A post's words away from its page, what it was found and judged by marked, with the way there. */
export function PostText({ mention: { excerpt, permalink, labels, triage }, onOpenPost }: PostTextProps) {
  const marked = [...labels, ...triage.reasons.flatMap(({ words }) => words)];
  return (
    <>
      <p class="post-text" dir={textDirection(excerpt)}>
        <Marked text={excerpt} marked={marked} />
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
