import { adminScenes } from "./admin-scenes.ts";
import { panelScenes } from "./panel-scenes.ts";
import { popupScenes } from "./popup-scenes.ts";
import type { Scene } from "./scene.ts";
import { settingsScenes } from "./settings-scenes.ts";
import { siteScenes } from "./site-scenes.ts";
import { welcomeScenes } from "./welcome-scenes.ts";
import { youScenes } from "./you-scenes.ts";

const wall: Scene = { name: "cards", page: "wall/index.html", width: 1180, height: 900 };

export const scenes: readonly Scene[] = [
  ...popupScenes,
  ...panelScenes,
  ...adminScenes,
  ...welcomeScenes,
  ...settingsScenes,
  ...youScenes,
  ...siteScenes,
  wall,
];
