import { render } from "preact";
import { scenes } from "./scenes.tsx";

Object.assign(window, { scenes: scenes.map(({ view, ...scene }) => scene) });
const scene = scenes.find(({ name }) => name === location.hash.slice(1));
if (scene) render(scene.view(), document.body);
