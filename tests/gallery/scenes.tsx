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
  /** Pressed after that. */
  readonly andThen?: string;
  /** Typed before the picture is taken. */
  readonly type?: { readonly into: string; readonly text: string };
  /** Chosen in the page's file field before the picture is taken. */
  readonly file?: { readonly name: string; readonly text: string };
}

export const scenes: readonly Scene[] = [...cardScenes, ...onPageScenes, ...pageScenes];
