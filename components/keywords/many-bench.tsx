import type { ReadonlySignal } from "@preact/signals";
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { guessEncoding, textOfFile } from "../../lib/detect/lists/file-text.ts";
import { mostFilePosts, postsFromText } from "../../lib/detect/lists/post-file.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { Area } from "../ui/area.tsx";
import { Button } from "../ui/button.tsx";
import { FileButton } from "../ui/file-button.tsx";
import { Notice } from "../ui/notice.tsx";
import { postsHere, scorerOf } from "./many-posts.ts";
import { TriedPosts } from "./tried-posts.tsx";
import { useSettled } from "./use-settled.ts";
import { useTried } from "./use-tried.ts";

/** How posts are scored, as the background does. */
export interface ListScoring {
  readonly settings: TriageSettings | undefined;
  readonly model: ReadonlySignal<TriageModel | null>;
  readonly nowMs: () => number;
}

interface ManyBenchProps {
  /** All lists as they would be after the push, and as they are. */
  edited: readonly KeywordList[];
  live: readonly KeywordList[];
  mentions: readonly Mention[];
  scoring: ListScoring;
}

/** Edits of a long list are taken up when typing pauses, in ms. */
const pauseMs = 400;

/** The edited list on many posts: those held here, and what somebody brings. Nothing of it is sent. The triage model is read when it is opened. */
export function ManyBench(props: ManyBenchProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n.t("listBench.title")}</summary>
      <div>{isOpen && <Opened {...props} />}</div>
    </details>
  );
}

function Opened({ edited: latest, live, mentions, scoring }: ManyBenchProps) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const edited = useSettled(latest, pauseMs);
  const model = scoring.model.value;
  const score = useMemo(() => scorerOf(scoring.settings, model, scoring.nowMs()), [scoring, model]);
  const { outcome, progress, run } = useTried({ edited, live, score });
  const here = useMemo(() => postsHere(mentions), [mentions]);
  const bring = (words: string) => {
    const { posts, more } = postsFromText(words);
    setProblem(
      posts.length === 0 ? i18n.t("listBench.unreadable") : more > 0 ? i18n.t("listBench.tooMany", { most: mostFilePosts }) : null,
    );
    if (posts.length > 0) run("brought", posts);
  };
  const take = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    bring(textOfFile(bytes, guessEncoding(bytes)));
  };
  return (
    <div class="stack">
      <p class="hint">{i18n.t("listBench.hint")}</p>
      <div class="row">
        <Button off={here.length === 0} onClick={() => run("here", here)}>
          {i18n.t("listBench.here", { count: here.length })}
        </Button>
        <FileButton accept=".csv,.json,.txt,text/*,application/json" onFile={(file) => void take(file)}>
          {i18n.t("listBench.file")}
        </FileButton>
      </div>
      <Area label={i18n.t("listBench.paste")} hint={i18n.t("listBench.pasteHint")} value={text} onInput={setText} />
      <div class="row">
        <Button off={text.trim() === ""} onClick={() => bring(text)}>
          {i18n.t("listBench.try")}
        </Button>
      </div>
      {problem !== null && <Notice>{problem}</Notice>}
      <div role="status">
        {progress !== null && <p class="quiet">{i18n.t("listBench.progress", { count: progress })}</p>}
        {outcome !== null && <TriedPosts {...outcome} />}
      </div>
    </div>
  );
}
