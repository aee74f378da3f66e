import type { VNode } from "preact";
import { cardScenes } from "./card-scenes.tsx";

export interface Scene {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly view: () => VNode;
}

export const scenes: readonly Scene[] = [...cardScenes];
