import type { UsedSite } from "../../lib/schema/site-use.ts";
import { invitation } from "../components/actions.ts";
import { noor, ownDevices } from "../components/samples.ts";
import type { Device } from "./device.ts";
import { mixed, withDelta } from "./posts.ts";
import type { Scene, Step } from "./scene.ts";

const sites: UsedSite[] = [
  { site: "x", use: "on", isHere: false },
  { site: "facebook", use: "unmarked", isHere: false },
];

const settings = (name: string, device: Device = {}, steps: readonly Step[] = []): Scene => ({
  ...{ name, page: "options.html", width: 800, height: 640, steps },
  answers: {
    "device.list": () => [...ownDevices],
    "device.invite": () => invitation,
    "site.list": () => sites,
  },
  device: {
    member: { ...noor, profile: { languages: null, topics: ["Cases"], away: null } },
    mentions: mixed,
    lists: [withDelta],
    ...device,
  },
});

export const settingsScenes: readonly Scene[] = [
  settings("settings"),
  settings("settings-several", { others: ["דלתא", "Omega"] }),
  settings("settings-shared", {}, [{ click: "summary" }]),
  settings("settings-devices", {}, [{ click: ".devices .btn" }, { click: ".devices ~ .stack .btn" }, { see: ".spelled" }]),
  settings("settings-leave", { waiting: 2 }, [{ click: "section:last-child .btn" }]),
  { ...settings("settings-left"), leaves: true },
  settings("settings-join", { member: null }),
];
