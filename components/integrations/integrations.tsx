import { Plus } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { Integration } from "../../lib/schema/integration.ts";
import { Menu } from "../ui/menu.tsx";
import { Notice } from "../ui/notice.tsx";
import type { IntegrationActions } from "./actions.ts";
import { type IntegrationDraft, integrationDraft, type Kind, kinds, newDraft, signingSecret } from "./draft.ts";
import { IntegrationForm } from "./integration-form.tsx";
import { IntegrationRow } from "./integration-row.tsx";

interface IntegrationsProps {
  actions: IntegrationActions;
  newId: () => string;
  /** The server's address, for the hooks that desks call. */
  server: string;
}

/** The workspace's connections as the server last told of them; null until it has. */
function useIntegrations(actions: IntegrationActions) {
  const [all, setAll] = useState<readonly Integration[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (work: Promise<Integration[]>, done = () => {}) => {
    setProblem(null);
    try {
      setAll(await work);
      done();
    } catch (thrown) {
      setProblem(askedErrorText(errorCode(thrown)));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => void run(actions.list()), []);
  return { all, problem, run };
}

/** Help desks, webhooks and chats that hear of mentions. */
export function Integrations({ actions, newId, server }: IntegrationsProps) {
  const { all, problem, run } = useIntegrations(actions);
  const [draft, setDraft] = useState<IntegrationDraft | null>(null);
  const add = (kind: Kind) =>
    setDraft(newDraft(newId(), kind, i18n.t(`integrations.kind.${kind}`), signingSecret(crypto.getRandomValues(new Uint8Array(24)))));
  const isNew = !all?.some(({ id }) => id === draft?.id);
  return (
    <div class="stack">
      <p class="quiet lead">{i18n.t("integrations.hint")}</p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {all === null && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
      {all?.length === 0 && draft === null && <p class="quiet">{i18n.t("integrations.none")}</p>}
      <ul class="list">
        {all?.map((integration) => (
          <li key={integration.id}>
            <IntegrationRow
              integration={integration}
              actions={actions}
              server={server}
              onEdit={() => setDraft(integrationDraft(integration))}
              onRemove={() => void run(actions.remove(integration.id), () => setDraft(null))}
              onChanged={() => void run(actions.list())}
            />
          </li>
        ))}
      </ul>
      {draft === null ? (
        <AddMenu onAdd={add} />
      ) : (
        <IntegrationForm
          key={draft.id}
          start={draft}
          isNew={isNew}
          onSave={(change) => void run(actions.save(change), () => setDraft(null))}
          onCancel={() => setDraft(null)}
        />
      )}
    </div>
  );
}

function AddMenu({ onAdd }: { onAdd: (kind: Kind) => void }) {
  const items = kinds.map((kind) => ({ key: kind, text: i18n.t(`integrations.kind.${kind}`), onPick: () => onAdd(kind) }));
  return (
    <Menu label={i18n.t("integrations.add")} icon={Plus} look="plain" items={items}>
      {i18n.t("integrations.add")}
    </Menu>
  );
}
