import type { Device } from "./device.ts";
import type { Scene, Step } from "./scene.ts";

const welcome = (name: string, device: Device, steps: readonly Step[] = []): Scene => ({
  ...{ name, page: "welcome.html", width: 1000, height: 640, device, steps },
});
const next: Step = { click: ".welcome-foot .btn[data-look=primary]" };

export const welcomeScenes: readonly Scene[] = [
  welcome("welcome-1", { member: null }),
  welcome("welcome-2", { member: null }, [next]),
  {
    ...welcome("welcome-whose", { member: null }, [
      next,
      { type: "https://fans.acme.example/join#acmefriends1-4f9ab7c2e8", into: ".join-form input[type=text]" },
      { click: ".join-form .stack .btn" },
      { see: ".whose" },
    ]),
    answers: {
      "invitation.whose": () => ({
        name: "Acme Friends",
        mark: { kind: "letters", letters: "AC", colour: "blue" },
        host: "fans.acme.example",
        forum: { name: "Acme Forum", link: "https://fans.acme.example/join/forum/acmefriends1" },
        onlyForum: false,
      }),
    },
  },
  welcome("welcome-joined", {}),
  welcome("welcome-3", {}, [next]),
  { ...welcome("welcome-left", {}), leaves: true },
];
