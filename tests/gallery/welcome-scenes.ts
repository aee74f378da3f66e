import type { Device } from "./device.ts";
import type { Scene, Step } from "./scene.ts";

const welcome = (name: string, device: Device, steps: readonly Step[] = []): Scene => ({
  ...{ name, page: "welcome.html", width: 1000, height: 640, device, steps },
});
const next: Step = { click: ".welcome-foot .btn[data-look=primary]" };

export const welcomeScenes: readonly Scene[] = [
  welcome("welcome-1", { member: null }),
  welcome("welcome-2", { member: null }, [next]),
  welcome("welcome-joined", {}),
  welcome("welcome-3", {}, [next]),
  { ...welcome("welcome-left", {}), leaves: true },
];
