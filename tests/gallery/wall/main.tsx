import { render } from "preact";
import { i18n } from "#i18n";
import css from "../../../components/card/card.css?inline";
import { CardWall } from "./cards.tsx";

// As the card itself stands: in a shadow root, with its own sheet and no other.
const host = document.body.appendChild(document.createElement("div"));
host.dir = i18n.t("ui.direction");
const root = host.attachShadow({ mode: "open" });
const sheet = document.createElement("style");
sheet.textContent = css;
const mount = document.createElement("div");
root.append(sheet, mount);
render(<CardWall />, mount);
