import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { dateText, daysAgoText } from "../../lib/i18n/day-text.ts";
import type { OwnDevice } from "../../lib/schema/invitations.ts";
import { Button } from "../ui/button.tsx";
import { Question } from "../ui/question.tsx";

interface DeviceListProps {
  devices: readonly OwnDevice[];
  nowMs: number;
  onSignOut: (deviceId: string) => void;
}

/** One's own devices; any other one can be signed out, after a question that says what goes. */
export function DeviceList({ devices, nowMs, onSignOut }: DeviceListProps) {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <ul class="list devices">
      {devices.map((device) => (
        <li key={device.id} class="stack">
          <DeviceLine device={device} nowMs={nowMs} onAsk={() => setAsked(device.id)} isAsked={asked === device.id} />
          {asked === device.id && (
            <Question
              text={i18n.t("settings.deviceSignOutAsk", { device: nameOf(device) })}
              sure={i18n.t("settings.deviceSignOutSure", { device: nameOf(device) })}
              off={false}
              onSure={() => {
                setAsked(null);
                onSignOut(device.id);
              }}
              onCancel={() => setAsked(null)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

const nameOf = ({ label }: OwnDevice) => label || i18n.t("settings.deviceUnnamed");

interface DeviceLineProps {
  device: OwnDevice;
  nowMs: number;
  isAsked: boolean;
  onAsk: () => void;
}

function DeviceLine({ device, nowMs, isAsked, onAsk }: DeviceLineProps) {
  const { addedAt, seenOn, isThis } = device;
  const days = [
    i18n.t("settings.deviceAdded", { day: dateText(addedAt) }),
    ...(seenOn === null || isThis ? [] : [i18n.t("settings.deviceSeen", { day: daysAgoText(seenOn, nowMs) })]),
  ];
  return (
    <div class="row device">
      <div class="grow">
        <p class="strong">
          <bdi>{nameOf(device)}</bdi>
          {isThis && <span class="quiet"> · {i18n.t("settings.deviceThis")}</span>}
        </p>
        <p class="hint">{days.join(" · ")}</p>
      </div>
      {!isThis && !isAsked && <Button onClick={onAsk}>{i18n.t("settings.deviceSignOut")}</Button>}
    </div>
  );
}
