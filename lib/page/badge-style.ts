import tokens from "../../assets/theme/tokens.css?inline";
import css from "./badge.css?inline";

/** The style sheet of a badge. The background gives it to the tabs, so that pages where nothing is read never carry it. */
export const badgeStyle = tokens + css;
