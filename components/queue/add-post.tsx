import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import type { MessageReply } from "../../lib/schema/messages.ts";
import { webAddress } from "../../lib/schema/web-address.ts";
import { Area } from "../ui/area.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { AddPostActions } from "./actions.ts";

interface AddPostProps extends AddPostActions {
  onAdded: (added: MessageReply<"post.add">) => void;
  onClose: () => void;
}

/** What is typed of a post, and its adding. */
function useAdding({ addPost, onAdded }: Pick<AddPostProps, "addPost" | "onAdded">) {
  const [link, setLink] = useState("");
  const [text, setText] = useState("");
  const [author, setAuthor] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const pasted = { link: link.trim(), text: text.trim(), author: author.trim() };
  const isWrong = pasted.link !== "" && webAddress(pasted.link) === null;
  const isOff = busy || isWrong || pasted.link === "" || pasted.text === "";
  const add = async () => {
    if (isOff) return;
    setBusy(true);
    setProblem(null);
    try {
      onAdded(await addPost(pasted));
    } catch (thrown) {
      const code = errorCode(thrown);
      setProblem(code === "malformed" ? i18n.t("addPost.linkWrong") : errorText(code));
      setBusy(false);
    }
  };
  return { link, setLink, text, setText, author, setAuthor, problem, isWrong, isOff, add: () => void add() };
}

/** A post of any site, by its link and its words. */
export function AddPost({ addPost, onAdded, onClose }: AddPostProps) {
  const { link, setLink, text, setText, author, setAuthor, problem, isWrong, isOff, add } = useAdding({ addPost, onAdded });
  return (
    <section class="stack">
      <h2>{i18n.t("addPost.title")}</h2>
      <Field
        label={i18n.t("addPost.link")}
        hint={i18n.t("addPost.linkHint")}
        problem={isWrong ? i18n.t("addPost.linkWrong") : null}
        inputMode="url"
        value={link}
        onInput={setLink}
        onEnter={add}
      />
      <Area
        label={i18n.t("addPost.text")}
        hint={i18n.t("addPost.textHint")}
        value={text}
        onInput={(typed) => setText(typed.slice(0, 10_000))}
      />
      <Field label={i18n.t("addPost.author")} value={author} onInput={(typed) => setAuthor(typed.slice(0, 80))} onEnter={add} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div class="row">
        <Button look="primary" off={isOff} onClick={add}>
          {i18n.t("addPost.add")}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </section>
  );
}
