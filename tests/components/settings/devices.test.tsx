import { describe, expect, test, vi } from "vitest";
import { AddDevice } from "../../../components/settings/add-device.tsx";
import { DeviceList } from "../../../components/settings/device-list.tsx";
import { Devices } from "../../../components/settings/devices.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { deviceActions, invitation } from "../actions.ts";
import { control, has, pageText, press, show } from "../page.ts";
import { noonMs, ownDevices } from "../samples.ts";

const [here, other] = ownDevices;
const rows = () => [...document.querySelectorAll(".device")].map(({ textContent }) => textContent?.replace(/[\u2068\u2069]/g, ""));

describe("one's own devices", () => {
  test("are told apart by name and days, and the one in the hand cannot be signed out here", async () => {
    await show(<DeviceList nowMs={noonMs} devices={[here, { ...other, label: "" }]} onSignOut={() => {}} />);
    expect(rows()).toEqual(["Chrome · macOS · this oneadded Jan 21, 2026", "A browseradded Feb 27, 2026 · last here: yesterdaySign out"]);
  });

  test("are signed out after a question that says what goes", async () => {
    const onSignOut = vi.fn();
    await show(<DeviceList nowMs={noonMs} devices={[here, other]} onSignOut={onSignOut} />);
    await press("Sign out");
    expect(pageText()).toContain("Firefox · Linux then forgets everything of your community");
    await press("Cancel");
    expect(has("Sign out Firefox")).toBe(false);
    await press("Sign out");
    expect(onSignOut).not.toHaveBeenCalled();
    await press("Sign out Firefox · Linux");
    expect(onSignOut.mock.calls).toEqual([[other.id]]);
    expect(has("Sign out Firefox")).toBe(false);
  });
});

describe("the section", () => {
  const settled = vi.fn((work: Promise<unknown>) => work.then(() => {}));
  const section = (parts = {}) => show(<Devices actions={deviceActions(parts)} nowMs={noonMs} onSigningOut={settled} />);

  test("reads the devices anew after one was signed out, also where somebody else was quicker", async () => {
    const list = vi.fn(async () => [here]).mockResolvedValueOnce([here, other] as never);
    await section({ list, signOut: () => Promise.reject(new FanswerError("not_found")) });
    expect(rows()).toHaveLength(2);
    await press("Sign out");
    await press("Sign out Firefox · Linux");
    await expect(settled.mock.lastCall?.[0]).resolves.toBeUndefined();
    expect(rows()).toHaveLength(1);
  });

  test("says why it shows none, and tries again", async () => {
    const list = vi.fn(async () => [here]).mockRejectedValueOnce(new FanswerError("server_unreachable"));
    await section({ list });
    expect(pageText()).toContain("This waits for a connection: nothing was sent.");
    await press("Try again");
    expect(rows()).toHaveLength(1);
    expect(has("Try again")).toBe(false);
  });
});

describe("one more device", () => {
  const view = (nowMs: number, onInvite = async () => invitation) => (
    <AddDevice nowMs={nowMs} onInvite={onInvite} onCopy={async () => {}} />
  );

  test("gets a link that counts down, and another one when that ran out", async () => {
    const onInvite = vi.fn(async () => invitation);
    await show(view(noonMs, onInvite));
    await press("Add a device");
    expect(control<HTMLInputElement>("Link for your other device").value).toBe(invitation.link);
    expect(pageText()).toContain("It works once, and for 10:00 more.");
    expect(has("Add a device")).toBe(false);
    await show(view(noonMs + 10 * 60_000, onInvite));
    expect(pageText()).toContain("This link has run out. Make a new one.");
    expect(has("Link for your other device")).toBe(false);
    await press("Add a device");
    expect(onInvite).toHaveBeenCalledTimes(2);
  });

  test("says why there is none", async () => {
    await show(view(noonMs, () => Promise.reject(new FanswerError("too_many"))));
    await press("Add a device");
    expect(document.querySelector("[role=alert]")?.textContent).toContain("That was a lot in a short time.");
  });
});
