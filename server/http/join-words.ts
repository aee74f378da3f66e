/** What the page behind an invitation says, in one language. */
export interface JoinWords {
  /** Of the language, in itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly what: string;
  /** Above the name of the community. */
  readonly whose: string;
  /** Of every code by which nobody can join, whatever is wrong with it. */
  readonly gone: string;
  readonly leavesTitle: string;
  readonly leaves: string;
  readonly never: string;
  readonly later: string;
  readonly installTitle: string;
  /** By the visitor's own browser; `other`: one in which Fanswer does not run. */
  readonly install: { readonly chromium: string; readonly firefox: string; readonly other: string };
  readonly handTitle: string;
  readonly hand: string;
  readonly link: string;
  readonly copy: string;
  readonly copied: string;
  readonly secret: string;
  readonly languages: string;
}

/** By tag; the first is for who reads none of them. */
export const joinWords = {
  en: {
    name: "English",
    direction: "ltr",
    title: "You are invited to Fanswer",
    what: "While you browse, Fanswer marks posts that ask about the brand you love. Pick one, and it helps you to a good answer. You press Post yourself, always.",
    whose: "This is the community of",
    gone: "This invitation cannot be used. Ask for a new one.",
    leavesTitle: "What leaves your browser",
    leaves:
      "A post that does not match stays where it is. Of a post that matches, its first 280 characters, who wrote it and when, its link and numbers, and how Fanswer judged it go to your community's server. You are shown an example and agree before anything is sent.",
    never: "Never: private or protected posts, messages, what you type, where you browse.",
    later: "Later also what you do in Fanswer yourself, such as your drafts and the replies you report.",
    installTitle: "1. Get Fanswer",
    install: {
      chromium: "Your browser can run it. Add it from where your community points you: the Chrome Web Store, or a file.",
      firefox: "Firefox can run it. Add it from where your community points you: Firefox Add-ons, or a file.",
      other: "This browser cannot run it. Open your invitation in Chrome, Edge or Firefox on a computer.",
    },
    handTitle: "2. Hand over your invitation",
    hand: "Copy the link that brought you here, whole. Once Fanswer is added, its welcome page opens: paste the link there.",
    link: "Your invitation",
    copy: "Copy",
    copied: "Copied",
    secret:
      "What stands behind the # lets you in. This page shows it to your community's server alone, to say whose it is, and looking uses nothing up.",
    languages: "Other languages",
  },
  he: {
    name: "עברית",
    direction: "rtl",
    title: "הוזמנת ל־Fanswer",
    what: "בזמן הגלישה שלך, Fanswer מסמן פוסטים ששואלים על המותג האהוב עליך. בוחרים אחד, ומקבלים עזרה בדרך לתשובה טובה. הלחיצה על פרסום היא תמיד שלך.",
    whose: "זו הקהילה של",
    gone: "אי אפשר להשתמש בהזמנה הזאת. מבקשים הזמנה חדשה.",
    leavesTitle: "מה יוצא מהדפדפן שלך",
    leaves:
      "פוסט שלא מתאים נשאר במקומו. מפוסט שמתאים נשלחים לשרת של הקהילה שלך 280 התווים הראשונים, מי כתב ומתי, הקישור והמספרים שלו, ואיך Fanswer העריך אותו. לפני שמשהו נשלח, מוצגת לך דוגמה ומתבקשת הסכמתך.",
    never: "אף פעם: פוסטים פרטיים או מוגנים, הודעות, מה שמקלידים, איפה גולשים.",
    later: "בהמשך גם מה שעושים ב־Fanswer, כמו הטיוטות שלך והתשובות שדיווחת עליהן.",
    installTitle: "1. מוסיפים את Fanswer",
    install: {
      chromium: "Fanswer פועל בדפדפן שלך. מוסיפים אותו מהמקום שהקהילה מפנה אליו: חנות האינטרנט של Chrome, או קובץ.",
      firefox: "Fanswer פועל ב־Firefox. מוסיפים אותו מהמקום שהקהילה מפנה אליו: התוספות של Firefox, או קובץ.",
      other: "Fanswer לא פועל בדפדפן הזה. את ההזמנה פותחים ב־Chrome, ב־Edge או ב־Firefox במחשב.",
    },
    handTitle: "2. מוסרים את ההזמנה",
    hand: "מעתיקים בשלמותו את הקישור שהביא אותך לכאן. אחרי ההוספה נפתח דף הפתיחה של Fanswer, ושם מדביקים את הקישור.",
    link: "ההזמנה שלך",
    copy: "העתקה",
    copied: "הועתק",
    secret:
      "מה שאחרי הסימן # הוא שמאפשר לך להצטרף. הדף הזה מראה אותו רק לשרת של הקהילה שלך, כדי לומר של מי היא, והצפייה בדף לא מנצלת את ההזמנה.",
    languages: "שפות אחרות",
  },
  id: {
    name: "Bahasa Indonesia",
    direction: "ltr",
    title: "Anda diundang ke Fanswer",
    what: "Saat Anda menjelajah, Fanswer menandai postingan yang bertanya tentang merek kesukaan Anda. Pilih satu, dan Fanswer membantu Anda menyusun jawaban yang baik. Selalu Anda sendiri yang menekan Posting.",
    whose: "Ini komunitas",
    gone: "Undangan ini tidak bisa dipakai. Mintalah yang baru.",
    leavesTitle: "Yang keluar dari browser Anda",
    leaves:
      "Postingan yang tidak cocok tetap di tempatnya. Dari postingan yang cocok, 280 karakter pertamanya, penulis dan waktunya, tautan dan angkanya, serta penilaian Fanswer dikirim ke server komunitas Anda. Anda melihat contohnya dan menyetujuinya sebelum ada yang dikirim.",
    never: "Tidak pernah: postingan pribadi atau yang dilindungi, pesan, yang Anda ketik, situs yang Anda jelajahi.",
    later: "Nantinya juga yang Anda lakukan sendiri di Fanswer, seperti draf Anda dan balasan yang Anda laporkan.",
    installTitle: "1. Pasang Fanswer",
    install: {
      chromium:
        "Browser Anda bisa menjalankannya. Tambahkan dari tempat yang ditunjukkan komunitas Anda: Chrome Web Store, atau sebuah berkas.",
      firefox: "Firefox bisa menjalankannya. Tambahkan dari tempat yang ditunjukkan komunitas Anda: Firefox Add-ons, atau sebuah berkas.",
      other: "Browser ini tidak bisa menjalankannya. Buka undangan Anda di Chrome, Edge, atau Firefox di komputer.",
    },
    handTitle: "2. Serahkan undangan Anda",
    hand: "Salin seluruh tautan yang membawa Anda ke sini. Setelah Fanswer ditambahkan, halaman sambutannya terbuka: tempel tautan itu di sana.",
    link: "Undangan Anda",
    copy: "Salin",
    copied: "Tersalin",
    secret:
      "Bagian setelah tanda # adalah kunci masuk Anda. Halaman ini hanya menunjukkannya ke server komunitas Anda, untuk menyebut milik siapa komunitas itu, dan melihat halaman ini tidak menghabiskan undangan.",
    languages: "Bahasa lain",
  },
  nb: {
    name: "Norsk bokmål",
    direction: "ltr",
    title: "Du er invitert til Fanswer",
    what: "Mens du surfer, markerer Fanswer innlegg som spør om merket du er glad i. Velg ett, så hjelper Fanswer deg til et godt svar. Du legger det alltid ut selv.",
    whose: "Dette er fellesskapet til",
    gone: "Denne invitasjonen kan ikke brukes. Be om en ny.",
    leavesTitle: "Hva som forlater nettleseren din",
    leaves:
      "Et innlegg som ikke gir treff, blir der det er. Fra et innlegg som gir treff, går de første 280 tegnene, hvem som skrev det og når, lenken og tallene, og hvordan Fanswer vurderte det, til serveren til fellesskapet ditt. Du får se et eksempel og godtar det før noe sendes.",
    never: "Aldri: private eller beskyttede innlegg, meldinger, det du skriver, hvor du surfer.",
    later: "Senere også det du selv gjør i Fanswer, som utkastene dine og svarene du melder fra om.",
    installTitle: "1. Skaff deg Fanswer",
    install: {
      chromium: "Det virker i nettleseren din. Legg det til fra der fellesskapet viser deg: Chrome Nettmarked eller en fil.",
      firefox: "Det virker i Firefox. Legg det til fra der fellesskapet viser deg: tilleggene til Firefox eller en fil.",
      other: "Det virker ikke i denne nettleseren. Åpne invitasjonen i Chrome, Edge eller Firefox på en datamaskin.",
    },
    handTitle: "2. Lever invitasjonen",
    hand: "Kopier hele lenken som førte deg hit. Når Fanswer er lagt til, åpnes velkomstsiden: Lim inn lenken der.",
    link: "Invitasjonen din",
    copy: "Kopier",
    copied: "Kopiert",
    secret:
      "Det som står bak #, slipper deg inn. Denne siden viser det bare til serveren til fellesskapet ditt, for å si hvem det tilhører, og invitasjonen brukes ikke opp av at siden vises.",
    languages: "Andre språk",
  },
  vi: {
    name: "Tiếng Việt",
    direction: "ltr",
    title: "Bạn được mời dùng Fanswer",
    what: "Khi bạn lướt web, Fanswer đánh dấu những bài đăng hỏi về thương hiệu bạn yêu thích. Chọn một bài, Fanswer sẽ giúp bạn trả lời thật hay. Luôn là bạn tự nhấn Đăng.",
    whose: "Đây là cộng đồng của",
    gone: "Không dùng được lời mời này. Hãy xin lời mời mới.",
    leavesTitle: "Những gì rời khỏi trình duyệt của bạn",
    leaves:
      "Bài đăng không khớp từ khóa thì ở yên chỗ cũ. Với bài khớp, 280 ký tự đầu tiên, người viết và thời điểm, liên kết và các con số, cùng đánh giá của Fanswer được gửi đến máy chủ của cộng đồng bạn. Bạn được xem một ví dụ và đồng ý trước khi có gì được gửi.",
    never: "Không bao giờ: bài đăng riêng tư hoặc được bảo vệ, tin nhắn, những gì bạn gõ, những trang bạn xem.",
    later: "Về sau có thêm những gì bạn tự làm trong Fanswer, như bản nháp và những câu trả lời bạn báo lại.",
    installTitle: "1. Cài Fanswer",
    install: {
      chromium: "Trình duyệt của bạn dùng được. Hãy thêm từ nơi cộng đồng chỉ cho bạn: Cửa hàng Chrome trực tuyến, hoặc một tệp.",
      firefox: "Firefox dùng được. Hãy thêm từ nơi cộng đồng chỉ cho bạn: Tiện ích Firefox, hoặc một tệp.",
      other: "Trình duyệt này không dùng được. Hãy mở lời mời trong Chrome, Edge hoặc Firefox trên máy tính.",
    },
    handTitle: "2. Đưa lời mời vào",
    hand: "Sao chép toàn bộ liên kết đã đưa bạn đến đây. Khi đã thêm Fanswer, trang chào mừng sẽ mở ra: hãy dán liên kết vào đó.",
    link: "Lời mời của bạn",
    copy: "Sao chép",
    copied: "Đã sao chép",
    secret:
      "Phần sau dấu # cho phép bạn tham gia. Trang này chỉ cho máy chủ của cộng đồng bạn xem phần đó, để nói đó là cộng đồng của ai, và xem trang không làm mất lượt của lời mời.",
    languages: "Ngôn ngữ khác",
  },
  "zh-TW": {
    name: "繁體中文",
    direction: "ltr",
    title: "邀請你使用 Fanswer",
    what: "你瀏覽網頁時，Fanswer 會標示詢問你喜愛品牌的貼文。挑一則，它會幫你寫出好的回覆。發佈永遠由你自己按下。",
    whose: "這是以下品牌的社群：",
    gone: "這份邀請無法使用。請索取新的邀請。",
    leavesTitle: "哪些內容會離開你的瀏覽器",
    leaves:
      "不符合的貼文會留在原處。符合的貼文會把前 280 個字元、作者與時間、連結和數據，以及 Fanswer 的評分送到你社群的伺服器。送出任何內容之前，會先給你看範例並徵得你的同意。",
    never: "絕不會送出：私人或受保護的貼文、訊息、你輸入的內容、你瀏覽的網頁。",
    later: "之後也會包含你在 Fanswer 裡做的事，例如你的草稿和你回報的回覆。",
    installTitle: "1. 安裝 Fanswer",
    install: {
      chromium: "你的瀏覽器可以使用。請從社群告訴你的地方加入：Chrome 線上應用程式商店，或一個檔案。",
      firefox: "Firefox 可以使用。請從社群告訴你的地方加入：Firefox 附加元件，或一個檔案。",
      other: "這個瀏覽器無法使用。請在電腦上用 Chrome、Edge 或 Firefox 開啟你的邀請。",
    },
    handTitle: "2. 交出你的邀請",
    hand: "完整複製帶你來到這裡的連結。加入 Fanswer 後會開啟歡迎頁面，把連結貼在那裡。",
    link: "你的邀請",
    copy: "複製",
    copied: "已複製",
    secret: "# 後面的內容讓你加入。這個頁面只會把它給你社群的伺服器看，用來說明是誰的社群；瀏覽此頁也不會用掉邀請。",
    languages: "其他語言",
  },
} as const satisfies Readonly<Record<string, JoinWords>>;

export type JoinTag = keyof typeof joinWords;
export const joinTags = Object.keys(joinWords) as [JoinTag, ...JoinTag[]];
