import type { WordTable } from "./table.ts";

/** What says the same in every language: emoji, emoticons, and the words that all languages borrowed. */
export const shared: WordTable = {
  mood: [
    [3, "😍 🥰 ❤ 💖 💕 🤩 💯 😻 💙 💚 💛 💜 🖤 ♥"],
    [2, "😀 😃 😄 😁 😊 🙂 😉 😎 🥳 👏 👍 🎉 🙌 😘 ☺ 🤗 💪 🔥 ✨ 🏆 🤣 😂 😆 :) :-) :D ;) =) :P <3 ^^ 🙏 xd"],
    [-1, "😕 🙁 😐 😒 🤔 😬 😅 😓 :/ :-/ 🙄 😔 🥱 :|"],
    [-2, "😞 😟 😢 😭 😣 😖 😫 😩 👎 💔 😤 🤦 :( :-( =( :'( 🤮 🤢 😠 💩 😰 😨 😱"],
    [-3, "😡 🤬 👿 🖕"],
  ],
  anger: [
    [0.8, "🤬 😡 🖕"],
    [0.5, "😠 👿 😤 wtf"],
    [0.2, "🙄 👎 🤦 😒"],
  ],
  urgency: [
    [0.6, "🆘 🚨 sos urgent asap"],
    [0.3, "⚠ ⏰"],
  ],
  technical: [
    [0.5, "firmware bootloop bsod"],
    [0.3, "error driver reboot restart router server usb hdmi"],
    [0.2, "bluetooth wifi wi-fi app android ios login update"],
  ],
  complaint: [[0.6, "refund"]],
  request: [[0.4, "pls plz please"]],
  praise: [[0.3, "thanks thx ❤ 👏 👍 😍 💯 🙌"]],
  negators: "",
  boosters: "",
  turns: "",
};
