/**
 * Takes pictures of every surface as it was built, with invented state: `npm run gallery [-- NAME [LOOK,LOOK]]`. NAME is a part of the scenes' names
 * (tests/gallery), LOOK is light, dark, rtl (Hebrew), narrow (240 px), zoom (200 %) or forced (forced colours).
 * `npm run gallery -- readme light` makes the README's picture anew. Pictures land in .output/gallery as NAME-LOOK.png; look at them after every change of a surface.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { env } from "node:process";
import { buildWall } from "../tests/gallery/build.ts";
import { type Look, looks } from "../tests/gallery/scene.ts";
import { scenes } from "../tests/gallery/scenes.ts";
import { openStage } from "../tests/gallery/stage.ts";
import { buildDemoPages, buildExtension } from "./demo/build.ts";
import { untilEnd } from "./machine/ending.ts";
import { repositoryRoot } from "./machine/folders.ts";

const [part = "", asked = looks.join(",")] = process.argv.slice(2);
const wanted = asked.split(",").filter((look): look is Look => looks.some((each) => each === look));
const folder = join(repositoryRoot, ".output/gallery");

await untilEnd(async (signal) => {
  if (!env.FANSWER_BUILT) await Promise.all([buildExtension("chromium", signal), buildDemoPages(signal)]);
  await buildWall();
  await mkdir(folder, { recursive: true });
  const stage = await openStage();
  try {
    for (const scene of scenes.filter(({ name }) => name.includes(part))) {
      for (const look of wanted) {
        signal.throwIfAborted();
        const page = await stage.open(scene, look);
        await page.screenshot({ path: join(folder, `${scene.name}-${look}.png`) });
        if (scene.keptAs && scene.name === part && look === "light")
          await page.screenshot({ path: join(repositoryRoot, scene.keptAs), type: "webp", quality: 82 });
        await page.close();
      }
      console.log(scene.name);
    }
  } finally {
    await stage.close();
  }
});
