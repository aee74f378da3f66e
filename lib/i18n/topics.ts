/** What posts are often about; each has its own name in every language of the interface. */
export const topics = [
  "pairing",
  "connection",
  "battery",
  "sound",
  "signIn",
  "update",
  "app",
  "order",
  "refund",
  "price",
  "booking",
  "repair",
  "service",
] as const;
export type Topic = (typeof topics)[number];

/** Words that name a topic, in the six languages. `_` joins the words of a phrase, `*` stands for any ending. */
const words: Readonly<Record<Topic, string>> = {
  pairing:
    "pair pairs paired pairing unpair bluetooth parer paret paring sammenkobl* memasangkan sandingkan ghép_đôi ghép_nối צימוד לצמד בלוטות* 配對 藍牙",
  connection:
    "wifi wi-fi connect connects connecting connection disconnect* offline internet network tilkobl* koble kobler nettverk forbindelse* koneksi tersambung terhubung jaringan kết_nối mạng חיבור מתחבר* מתנתק* רשת אינטרנט 連線 連不上 斷線 網路",
  battery:
    "battery batteries charging charger chargers recharge* one_charge full_charge to_charge won't_charge doesn't_charge not_charge batteri* lader lades lading ladekabel baterai isi_daya mengisi_daya dicas pin sạc סולל* טעינה נטע* מטען 電池 充電 續航",
  sound: "sound sounds audio volume mic microphone lyd* mikrofon* støy suara âm_thanh סאונד צליל* מיקרופון 聲音 音質 音量 麥克風",
  signIn:
    "login log_in logging_in sign_in signing_in password locked_out innlogg* logge_inn passord* masuk_akun kata_sandi đăng_nhập mật_khẩu סיסמ* התחברות 登入 密碼 帳號",
  update: "update* updating firmware upgrade* oppdater* fastvare pembaruan diperbarui cập_nhật phiên_bản עדכון עדכנ* קושח* 更新 韌體 升級",
  app: "app apps appen aplikasi* ứng_dụng אפליקצי* 應用程式",
  order:
    "order orders ordered delivery delivered shipping shipped shipment package parcel tracking bestilling* bestilte levering levert pakke* pesanan pengiriman paket đơn_hàng giao_hàng đặt_hàng הזמנה הזמנתי משלוח* חבילה 訂單 出貨 配送 包裹 到貨",
  refund:
    "refund* money_back overcharged charged_twice double_charged refusjon* pengene_tilbake pengembalian_dana uang_kembali hoàn_tiền החזר* זיכוי 退款 退費 退錢",
  price:
    "price prices pricing cost costs how_much discount* pris prisen priser koster rabatt* harga* diskon giá_cả giá_bán giảm_giá מחיר* כמה_עולה הנחה 價格 價錢 多少錢 折扣",
  booking: "booking bookings booked reservation* reservasjon* bestille_bord reservasi đặt_chỗ đặt_bàn הזמנת_מקום הזמנת_שולחן 訂位 預約",
  repair:
    "repair* broken warranty defective faulty ødelagt reparasjon* garanti* defekt rusak perbaikan garansi* hỏng bảo_hành sửa_chữa מקולקל* התקלקל* תיקון אחריות 壞了 故障 維修 保固",
  service:
    "customer_service customer_support support_team kundeservice kundestøtte betjening layanan_pelanggan pelayanan dịch_vụ_khách_hàng phục_vụ שירות שירות_לקוחות 客服 服務",
};

/** Links and handles, which say nothing about the topic. */
const silent = /https?:\/\/\S+|www\.\S+|[@＠][\p{L}\p{N}_.]+/gu;

function patternOf(word: string): string {
  const text = word.replaceAll("_", "\\s+").replaceAll("'", "['’]").replace("*", "[\\p{L}\\p{M}]*");
  // Chinese has no spaces between words; Hebrew writes "and", "the", "in" as letters in front of the word.
  if (/\p{sc=Han}/u.test(word)) return text;
  const front = /\p{sc=Hebr}/u.test(word) ? "[ושהבכלמ]{0,3}" : "";
  return `(?<![\\p{L}\\p{N}])${front}${text}(?![\\p{L}\\p{N}])`;
}

let patterns: readonly (readonly [Topic, RegExp])[] | null = null;

/** What a post is about, by the topic that it names first; null when it names none. */
export function topicOf(text: string): Topic | null {
  patterns ??= topics.map((topic) => [topic, new RegExp(words[topic].split(" ").map(patternOf).join("|"), "iu")] as const);
  const plain = text.normalize("NFC").replace(silent, " ");
  const found = patterns.map(([topic, pattern]) => ({ topic, at: plain.search(pattern) })).filter(({ at }) => at >= 0);
  return found.sort((one, other) => one.at - other.at)[0]?.topic ?? null;
}
