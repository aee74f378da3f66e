import type { VNode } from "preact";
import { cardScenes } from "./card-scenes.tsx";
import { onPageScenes } from "./on-page.tsx";
import { pageScenes } from "./page-scenes.tsx";

export interface Scene {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly view: () => VNode;
  /** Pressed before the picture is taken. */
  readonly click?: string;
  readonly type?: { readonly into: string; readonly text: string };
  /** Pressed after that. */
  readonly andThen?: string;
}

export const scenes: readonly Scene[] = [...cardScenes, ...onPageScenes, ...pageScenes];
