import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { LanguageModel } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { ModelActions } from "./actions.ts";

/** What the workspace has, what is typed over it, and why the server did not take it. */
function useModel(actions: ModelActions) {
  const [model, setModel] = useState<LanguageModel | null>(null);
  const [address, setAddress] = useState("");
  const [name, setName] = useState("");
  const [key, setKey] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const show = (now: LanguageModel | null) => {
    setModel(now);
    setAddress(now?.address ?? "");
    setName(now?.model ?? "");
    setKey("");
  };
  const run = async (work: () => Promise<LanguageModel | null>) => {
    setProblem(null);
    try {
      show(await work());
    } catch (thrown) {
      setProblem(askedErrorText(errorCode(thrown)));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the form opens
  useEffect(() => void run(actions.readModel), []);
  return {
    ...{ model, address, setAddress, name, setName, key, setKey, problem },
    isWhole: address.trim() !== "" && name.trim() !== "",
    use: () => void run(() => actions.setModel({ address: address.trim(), model: name.trim(), key: key.trim() || null })),
    stop: () => void run(() => actions.removeModel().then(() => null)),
  };
}

/** Which language model drafts replies. Its key goes to the server and never comes back. */
export function ModelForm({ actions }: { actions: ModelActions }) {
  const { model, address, setAddress, name, setName, key, setKey, problem, isWhole, use, stop } = useModel(actions);
  return (
    <section class="stack model-form">
      <h2>{i18n.t("answering.model")}</h2>
      <p class="quiet lead">{i18n.t("answering.modelHint")}</p>
      <Notice tone={model ? "mine" : "plain"}>
        {model ? i18n.t("answering.inUse", { model: model.model }) : i18n.t("answering.none")}
      </Notice>
      <Field
        label={i18n.t("answering.address")}
        hint={i18n.t("answering.addressHint")}
        inputMode="url"
        value={address}
        onInput={setAddress}
      />
      <Field label={i18n.t("answering.modelName")} value={name} onInput={setName} />
      <Field
        label={i18n.t("answering.key")}
        hint={model?.hasKey ? i18n.t("answering.keyKept") : i18n.t("answering.keyHint")}
        isSecret
        value={key}
        onInput={setKey}
      />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div class="row">
        <Button look="primary" off={!isWhole} onClick={use}>
          {i18n.t("answering.use")}
        </Button>
        {model && (
          <Button look="quiet" onClick={stop}>
            {i18n.t("answering.stop")}
          </Button>
        )}
      </div>
    </section>
  );
}
