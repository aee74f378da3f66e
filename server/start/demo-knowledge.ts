import type { KnowledgeItem } from "../../lib/schema/workspace.ts";

const help = (page: string) => `https://help.acme.example/${page}`;

/** Answers of an invented maker of earbuds, chargers and the app to them. */
export const demoKnowledge: readonly KnowledgeItem[] = [
  {
    id: "pairing",
    lang: "en",
    title: "Earbuds do not pair",
    topics: ["pair", "pairing", "bluetooth", "connect", "not found", "won't connect"],
    answer:
      "Hi {author}, put both buds in the case, hold its button for 10 seconds until the light blinks white, then choose them again in the phone's Bluetooth list. That clears the old pairing: {link}",
    link: help("pairing"),
  },
  {
    id: "one-side",
    lang: "en",
    title: "Only one side plays",
    topics: ["one ear", "left bud", "right bud", "one side", "silent", "mono"],
    answer:
      "Hi {author}, that is nearly always the two buds having lost each other. Both into the case, lid closed for 30 seconds, then take them out together. If it comes back, clean the contacts with a dry cloth: {link}",
    link: help("one-side"),
  },
  {
    id: "battery",
    lang: "en",
    title: "Battery drains fast",
    topics: ["battery", "drain", "drains", "dies", "hours", "charge lasts"],
    answer:
      "Hi {author}, noise cancelling and the wake word take the most. Try a day with the wake word off (app, Sound, Voice); mine went from 4 to 6 hours. Measured times are here: {link}",
    link: help("battery"),
  },
  {
    id: "case-light",
    lang: "en",
    title: "Case blinks red",
    topics: ["red light", "blinking", "case", "not charging", "charge case"],
    answer:
      "Hi {author}, red and blinking means the case is too warm or too cold to charge. Half an hour at room temperature usually does it. All lights: {link}",
    link: help("lights"),
  },
  {
    id: "firmware",
    lang: "en",
    title: "Firmware update is stuck",
    topics: ["firmware", "update", "stuck", "percent", "bricked", "failed update"],
    answer:
      "Hi {author}, leave the buds in the open case next to the phone, close the app fully and open it again: the update goes on where it stopped. It needs 30 % in the case. Steps with pictures: {link}",
    link: help("firmware"),
  },
  {
    id: "app-login",
    lang: "en",
    title: "Cannot sign in to the app",
    topics: ["login", "log in", "sign in", "password", "code", "app"],
    answer:
      "Hi {author}, the code goes to the address of the first purchase, which is often an older one. You can change it here without signing in: {link}",
    link: help("sign-in"),
  },
  {
    id: "puck-slow",
    lang: "en",
    title: "Power Puck charges slowly",
    topics: ["power puck", "charger", "slow", "slowly", "charging", "watts", "cable"],
    answer:
      "Hi {author}, the {product} gives full speed only with a 30 W plug; with a 5 W one it takes four times as long. Which plugs do: {link}",
    link: help("power-puck"),
  },
  {
    id: "lost-bud",
    lang: "en",
    title: "Lost one bud",
    topics: ["lost", "replace", "replacement", "single bud", "spare"],
    answer:
      "Hi {author}, single buds can be ordered and pair with the one you have. The app also shows where it was last heard. Both are here: {link}",
    link: help("lost"),
  },
  {
    id: "warranty",
    lang: "en",
    title: "Warranty and returns",
    topics: ["warranty", "return", "refund", "guarantee", "broken", "exchange"],
    answer:
      "Hi {author}, there are two years of warranty, and returns within 30 days need no reason. The form takes a minute and the label comes by mail: {link}",
    link: help("warranty"),
  },
  {
    id: "thanks",
    lang: "en",
    title: "Somebody says something kind",
    topics: ["love", "great", "best", "amazing", "happy", "thanks", "recommend"],
    answer: "That is good to hear, {author}. If you like to tinker, the sound presets in the app are worth an evening.",
    link: null,
    kinds: ["praise"],
  },
  {
    id: "pairing-id",
    lang: "id",
    title: "Earbud tidak mau tersambung",
    topics: ["sambung", "tersambung", "bluetooth", "pairing", "tidak konek"],
    answer:
      "Hai {author}, masukkan kedua earbud ke kotaknya, tahan tombol selama 10 detik sampai lampu putih berkedip, lalu pilih lagi di daftar Bluetooth ponsel: {link}",
    link: help("id/pairing"),
  },
  {
    id: "pairing-nb",
    lang: "nb",
    title: "Øreproppene kobler seg ikke til",
    topics: ["koble", "tilkobling", "bluetooth", "paring", "finner ikke"],
    answer:
      "Hei {author}, legg begge proppene i etuiet, hold knappen inne i 10 sekunder til lyset blinker hvitt, og velg dem på nytt i Bluetooth-listen: {link}",
    link: help("nb/pairing"),
  },
  {
    id: "battery-vi",
    lang: "vi",
    title: "Tai nghe nhanh hết pin",
    topics: ["pin", "hết pin", "nhanh hết", "sạc"],
    answer: "Chào {author}, chống ồn và từ khóa gọi tốn pin nhất. Bạn thử tắt từ khóa gọi trong ứng dụng một ngày xem sao: {link}",
    link: help("vi/battery"),
  },
];
