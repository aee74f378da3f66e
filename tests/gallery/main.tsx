import { render } from "preact";
import { scenes } from "./scenes.tsx";

Object.assign(window, { scenes: scenes.map(({ name, width, height }) => ({ name, width, height })) });
const scene = scenes.find(({ name }) => name === location.hash.slice(1));
if (scene) render(scene.view(), document.body);
