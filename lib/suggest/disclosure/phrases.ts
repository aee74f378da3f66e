import type { SpeakingSide } from "./shipped.ts";

/** Stands for the brand's name in the phrases; no text of a person holds it. */
export const brandSign = "\ue000";

/** Ways to say whose customer or whose employee one is, and what takes it back, in one language. */
export interface Phrases extends Readonly<Record<SpeakingSide, readonly RegExp[]>> {
  readonly not: RegExp;
}

const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
/** Any of these, as whole words. */
const any = (words: string) => `${start}(?:${words})${end}`;
/** Any number of these, each with a space behind it. */
const fill = (words: string) => `(?: |(?:${words})(?=[ ,]),?)*`;
const form = (...parts: readonly string[]) => new RegExp(parts.join(""), "iu");

const english = (() => {
  const me = any("i am|i have been|we are|as|speaking as|being");
  const small = fill(
    "also|just|only|myself|simply|a|an|the|one|another|of|your|fellow|happy|long|long-?time|loyal|proud|regular|longstanding|for years|too",
  );
  const who = "(?:customer|user|owner|client|subscriber)";
  const notYou = "(?!s?,? (?:you|your|service|support|care|team|club))";
  return {
    customer: [form(me, small, brandSign, " ?", any(who), notYou), form(me, small, start, who, "s? (?:of|at|with) (?:the )?", brandSign)],
    brand: [
      form(any("i|we"), " (?:also |actually )?(?:am |are )?work(?:ing)? (?:for|at|with|here at) (?:the )?", brandSign),
      form(
        any("i am|we are|this is"),
        String.raw` (?!(?:an?|in|so|very|not|happy|pleased|fine|done|satisfied|disappointed|familiar|great|good|fans?|new|back|stuck)[ ,])(?:\p{L}+,? ){0,2}?(?:from|with|at) (?:the )?`,
        brandSign,
        end,
      ),
      form(
        any("i am|we are|as|speaking as"),
        small,
        brandSign,
        " ?",
        any("employee|staff|agent|support agent|support|team member|representative|rep"),
      ),
      form(any("i am|we are"), " (?:part|a member|on behalf) of (?:the )?", brandSign),
    ],
    not: form(any("not|never|no longer|used to|was|were|neither|nor"), "|n't"),
  };
})();

const indonesian = (() => {
  const small = fill("juga|adalah|hanya|cuma|sendiri|sesama|seorang|salah satu|lama|setia");
  const who = any("pelanggan|pengguna|konsumen|pemakai");
  return {
    customer: [form(any("saya|aku|kami|sebagai"), small, who, fill("dari|di|setia|lama|produk|resmi"), brandSign)],
    brand: [
      form(any("saya|aku|kami"), " (?:juga )?(?:bekerja|kerja) (?:di|untuk|pada) ", brandSign),
      form(
        any("saya|aku|kami"),
        fill("adalah|juga|bagian"),
        any("dari|staf|karyawan|pegawai|tim|admin"),
        fill("dari|di|tim|resmi|layanan|pelanggan"),
        brandSign,
      ),
    ],
    not: form(any("bukan|tidak|belum|dulu")),
  };
})();

const norwegian = (() => {
  const small = fill("er|også|selv|bare|en|ei|fast|fornøyd|mangeårig|lojal");
  const who = "(?:kunde|bruker|eier)";
  return {
    customer: [
      form(any("jeg|vi|som"), small, any(who), fill("hos|av|i|selv|fra"), brandSign),
      form(any("jeg|vi|som"), small, brandSign, "[ -]?", any(who)),
    ],
    brand: [
      form(any("jeg|vi"), " (?:er )?(?:jobber|arbeider|ansatt) (?:i|hos|for|på) ", brandSign),
      form(
        any("jeg er|vi er|dette er|hilsen"),
        String.raw` (?!(?:en|ei|kunde|bruker|glad|fornøyd|lei)[ ,])(?:\p{L}+,? ){0,2}?fra `,
        brandSign,
      ),
    ],
    not: form(any("ikke|aldri|var")),
  };
})();

const hebrew = (() => {
  const small = fill("גם|בעצמי|רק|אחד|אחת|פשוט|כאן");
  return {
    customer: [
      form(
        any("אני|אנחנו"),
        small,
        String.raw`(?:מ?ה?לקוח(?:ה|ות)?|מ?ה?לקוח\/ה|מ?ה?משתמש(?:ת|ים)?)`,
        fill("של|ב|מרוצה|ותיק|ותיקה|קבוע|קבועה"),
        "[בל]?-?",
        brandSign,
      ),
      form(any("כלקוח|כלקוחה|בתור לקוח|בתור לקוחה"), fill("של|ותיק|ותיקה"), brandSign),
    ],
    brand: [
      form(
        any("אני|אנחנו"),
        fill("גם|כאן|פה"),
        any("עובד|עובדת|עובדים|מצוות|מהצוות|נציג|נציגת|נציגי"),
        fill("של|ב|אצל|השירות|התמיכה|שירות|תמיכה|הלקוחות"),
        "[בל]?-?",
        brandSign,
      ),
    ],
    not: form(any("לא|אינני|איני|הייתי")),
  };
})();

const vietnamese = (() => {
  const me = any("mình|tôi|tớ|em|chúng tôi|bên mình|với tư cách");
  const small = fill("cũng|chỉ|là|một|người");
  return {
    customer: [form(me, small, any("khách hàng|người dùng|khách"), fill("của|lâu năm|quen|thân thiết|bên|dùng"), brandSign)],
    brand: [
      form(me, small, any("nhân viên|thuộc|thuộc đội ngũ|bộ phận"), fill("của|đội ngũ|hỗ trợ|chăm sóc|khách hàng|bên|tại|ở"), brandSign),
      form(me, fill("đang|hiện|cũng"), any("làm việc|làm"), " (?:cho|tại|ở|trong) ", brandSign),
    ],
    not: form(any("không|chưa|chẳng|từng")),
  };
})();

const chinese = {
  customer: [
    form(
      "(?:我也?是|我們是|我们是|本人是|身為|身为|作為|作为) ?(?:一個|一位|一个|多年的)? ?",
      brandSign,
      " ?的?(?:老|忠實|长期|長期)?(?:顧客|客戶|用戶|使用者|會員|顾客|客户|用户|会员)",
    ),
  ],
  brand: [
    form("(?:我|我們|我们|本人) ?(?:在|為|为) ?", brandSign, " ?(?:工作|上班|服務|服务|任職|任职)"),
    form("(?:我|我們|我们|本人|這裡|这里) ?是 ?", brandSign, " ?的?(?:員工|客服|團隊|人員|小編|员工|团队|人员)"),
  ],
  not: form("不是|並非|并非|以前|曾"),
};

export const phrases: readonly Phrases[] = [english, indonesian, norwegian, hebrew, vietnamese, chinese];
