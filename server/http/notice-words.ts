import type { JoinTag } from "./join-words.ts";

/** What the public page on kept posts says, in one language; {name} is the community, {closed}, {open}, {log} are days. */
export interface NoticeWords {
  readonly title: string;
  readonly what: string;
  readonly keptTitle: string;
  readonly kept: string;
  readonly whyTitle: string;
  readonly why: string;
  readonly longTitle: string;
  readonly long: string;
  readonly objectTitle: string;
  readonly object: string;
  readonly site: string;
  readonly author: string;
  readonly proof: string;
  readonly send: string;
  readonly received: string;
  readonly incomplete: string;
  readonly busy: string;
}

export const noticeWords: Readonly<Record<JoinTag, NoticeWords>> = {
  en: {
    title: "What {name} keeps of public posts",
    what: "Members of the community of {name} answer public posts that ask about it. For that the community's server keeps some of what such a post says.",
    keptTitle: "What is kept",
    kept: "Of a public post in which a keyword of {name} stands: its link, its author's name and handle, at most 280 characters of its text, its time, language and public counts, what was answered, and what the author wrote below the answer. Nothing of private or protected posts, and no profile of anybody.",
    whyTitle: "Why",
    why: "So that one person answers and not ten, angry and urgent posts reach staff, and a good answer helps the next person. It is not sold, and used for nothing else.",
    longTitle: "For how long",
    long: "{closed} days after a post was answered or set aside, at the latest {open} days after somebody last had to do with it. A log of who in the community decided what is kept for {log} days, without any words of posts.",
    objectTitle: "If you do not want that",
    object:
      "Write here who you are on the site. Somebody of {name} looks at it, deletes what is kept of you, and has your posts not collected any more. So that nobody can find out who is kept, this page says the same to everybody.",
    site: "Site",
    author: "Your handle, or a link to your profile or post",
    proof: "How we can see that it is you (for example, a word that you put into your profile for a day)",
    send: "Ask to be deleted and left out",
    received: "Your request was received and waits for somebody of {name}. It is kept until they looked at it, for 90 days at most.",
    incomplete: "Say who you are on the site, in at most 500 letters.",
    busy: "Too many requests came in. Try again later.",
  },
  he: {
    title: "מה {name} שומרים מפוסטים פומביים",
    what: "חברי הקהילה של {name} עונים לפוסטים פומביים ששואלים עליה. לשם כך שרת הקהילה שומר חלק ממה שנאמר בפוסט כזה.",
    keptTitle: "מה נשמר",
    kept: "מפוסט פומבי שיש בו מילת מפתח של {name}: הקישור אליו, שם הכותב ושם המשתמש שלו, עד 280 תווים מהטקסט, הזמן, השפה והמספרים הפומביים, מה נענה, ומה הכותב כתב מתחת לתשובה. שום דבר מפוסטים פרטיים או מוגנים, ושום פרופיל של אדם.",
    whyTitle: "למה",
    why: "כדי שאדם אחד יענה ולא עשרה, שפוסטים כועסים ודחופים יגיעו לצוות, ושתשובה טובה תעזור גם לבא אחריו. זה לא נמכר, ולא משמש לשום דבר אחר.",
    longTitle: "לכמה זמן",
    long: "{closed} ימים אחרי שהפוסט נענה או הונח בצד, ולכל המאוחר {open} ימים אחרי שמישהו טיפל בו לאחרונה. יומן של מי בקהילה החליט מה נשמר {log} ימים, בלי מילים מפוסטים.",
    objectTitle: "אם אינכם רוצים בכך",
    object:
      "כתבו כאן מי אתם באתר. מישהו מ-{name} יבדוק, ימחק את מה ששמור עליכם, והפוסטים שלכם לא ייאספו עוד. כדי שאיש לא יוכל לגלות על מי נשמר מידע, הדף הזה אומר לכולם אותו דבר.",
    site: "אתר",
    author: "שם המשתמש שלכם, או קישור לפרופיל או לפוסט",
    proof: "איך נוכל לדעת שזה אתם (למשל, מילה שתוסיפו לפרופיל ליום אחד)",
    send: "לבקש מחיקה ואי-איסוף",
    received: "הבקשה התקבלה ומחכה למישהו מ-{name}. היא נשמרת עד שתיבדק, ולכל היותר 90 יום.",
    incomplete: "כתבו מי אתם באתר, עד 500 אותיות.",
    busy: "הגיעו יותר מדי בקשות. נסו שוב מאוחר יותר.",
  },
  id: {
    title: "Yang disimpan {name} dari postingan publik",
    what: "Anggota komunitas {name} menjawab postingan publik yang bertanya tentangnya. Untuk itu server komunitas menyimpan sebagian isi postingan tersebut.",
    keptTitle: "Yang disimpan",
    kept: "Dari postingan publik yang memuat kata kunci {name}: tautannya, nama dan nama pengguna penulisnya, paling banyak 280 karakter teksnya, waktu, bahasa dan angka publiknya, jawaban yang diberikan, dan apa yang ditulis penulis di bawah jawaban itu. Tidak ada apa pun dari postingan pribadi atau terlindungi, dan tidak ada profil siapa pun.",
    whyTitle: "Mengapa",
    why: "Agar satu orang menjawab, bukan sepuluh, postingan yang marah dan mendesak sampai ke staf, dan jawaban yang baik membantu orang berikutnya. Data ini tidak dijual dan tidak dipakai untuk hal lain.",
    longTitle: "Berapa lama",
    long: "{closed} hari setelah postingan dijawab atau disisihkan, paling lambat {open} hari setelah terakhir kali ditangani. Catatan tentang siapa di komunitas yang memutuskan apa disimpan {log} hari, tanpa kata-kata dari postingan.",
    objectTitle: "Jika Anda tidak menginginkannya",
    object:
      "Tulis di sini siapa Anda di situs itu. Seseorang dari {name} akan memeriksanya, menghapus yang disimpan tentang Anda, dan postingan Anda tidak dikumpulkan lagi. Agar tak seorang pun bisa mengetahui siapa yang datanya disimpan, halaman ini mengatakan hal yang sama kepada semua orang.",
    site: "Situs",
    author: "Nama pengguna Anda, atau tautan ke profil atau postingan Anda",
    proof: "Bagaimana kami bisa tahu bahwa itu Anda (misalnya, kata yang Anda pasang di profil selama sehari)",
    send: "Minta dihapus dan tidak dikumpulkan",
    received: "Permintaan Anda diterima dan menunggu seseorang dari {name}. Permintaan ini disimpan sampai diperiksa, paling lama 90 hari.",
    incomplete: "Tulis siapa Anda di situs itu, paling banyak 500 huruf.",
    busy: "Terlalu banyak permintaan masuk. Coba lagi nanti.",
  },
  "zh-TW": {
    title: "{name} 保留公開貼文的哪些內容",
    what: "{name} 社群的成員會回覆詢問它的公開貼文。為此，社群的伺服器會保留這類貼文的部分內容。",
    keptTitle: "保留什麼",
    kept: "對於含有 {name} 關鍵字的公開貼文：連結、作者的名稱與帳號、最多 280 個字元的內文、時間、語言與公開的數字、所給的回覆，以及作者在回覆下方寫的內容。不保留私人或受保護的貼文，也不建立任何人的個人檔案。",
    whyTitle: "為什麼",
    why: "讓一個人回覆而不是十個人，讓憤怒與緊急的貼文送到專人手上，並讓好的回覆幫助下一個人。這些資料不會出售，也不作其他用途。",
    longTitle: "保留多久",
    long: "貼文獲回覆或擱置後 {closed} 天，最晚在最後一次處理後 {open} 天。社群中誰做了什麼決定的紀錄保留 {log} 天，不含貼文的文字。",
    objectTitle: "如果你不希望如此",
    object:
      "請在這裡寫下你在該網站上是誰。{name} 的人會查看，刪除保留的資料，並不再收集你的貼文。為了不讓任何人得知誰的資料被保留，這個頁面對所有人說的都一樣。",
    site: "網站",
    author: "你的帳號，或個人檔案、貼文的連結",
    proof: "我們如何確認是你本人（例如在個人檔案中放一個字詞一天）",
    send: "要求刪除並不再收集",
    received: "已收到你的要求，正等待 {name} 的人處理。要求保留到處理為止，最長 90 天。",
    incomplete: "請寫下你在該網站上是誰，最多 500 個字。",
    busy: "收到的要求太多，請稍後再試。",
  },
  nb: {
    title: "Hva {name} beholder av offentlige innlegg",
    what: "Medlemmer av fellesskapet rundt {name} svarer på offentlige innlegg som spør om det. Til det beholder fellesskapets server noe av det et slikt innlegg sier.",
    keptTitle: "Hva som beholdes",
    kept: "Av et offentlig innlegg med et av nøkkelordene til {name}: lenken, forfatterens navn og brukernavn, høyst 280 tegn av teksten, tid, språk og offentlige tall, hva som ble svart, og hva forfatteren skrev under svaret. Ingenting av private eller beskyttede innlegg, og ingen profil av noen.",
    whyTitle: "Hvorfor",
    why: "For at én svarer og ikke ti, at sinte og hastende innlegg når de ansatte, og at et godt svar hjelper den neste. Det selges ikke og brukes ikke til noe annet.",
    longTitle: "Hvor lenge",
    long: "{closed} dager etter at et innlegg ble besvart eller lagt til side, senest {open} dager etter at noen sist hadde med det å gjøre. En logg over hvem i fellesskapet som bestemte hva, beholdes i {log} dager, uten ord fra innlegg.",
    objectTitle: "Hvis du ikke vil det",
    object:
      "Skriv her hvem du er på nettstedet. Noen hos {name} ser på det, sletter det som finnes om deg, og innleggene dine samles ikke inn mer. For at ingen skal kunne finne ut hvem det finnes noe om, sier denne siden det samme til alle.",
    site: "Nettsted",
    author: "Brukernavnet ditt, eller en lenke til profilen eller innlegget ditt",
    proof: "Hvordan vi kan se at det er deg (for eksempel et ord du legger inn i profilen en dag)",
    send: "Be om å bli slettet og utelatt",
    received: "Forespørselen er mottatt og venter på noen hos {name}. Den beholdes til de har sett på den, høyst 90 dager.",
    incomplete: "Skriv hvem du er på nettstedet, med høyst 500 bokstaver.",
    busy: "Det kom for mange forespørsler. Prøv igjen senere.",
  },
  vi: {
    title: "{name} giữ lại những gì từ bài viết công khai",
    what: "Thành viên cộng đồng của {name} trả lời các bài viết công khai hỏi về họ. Để làm vậy, máy chủ của cộng đồng giữ một phần nội dung của bài viết.",
    keptTitle: "Những gì được giữ",
    kept: "Với bài viết công khai có từ khóa của {name}: liên kết, tên và tài khoản của tác giả, tối đa 280 ký tự nội dung, thời gian, ngôn ngữ và các con số công khai, câu trả lời đã đưa, và điều tác giả viết bên dưới câu trả lời. Không giữ gì từ bài viết riêng tư hay được bảo vệ, và không lập hồ sơ về ai.",
    whyTitle: "Vì sao",
    why: "Để một người trả lời chứ không phải mười, để bài viết giận dữ và khẩn cấp đến được nhân viên, và để một câu trả lời tốt giúp được người kế tiếp. Dữ liệu không bị bán và không dùng vào việc gì khác.",
    longTitle: "Trong bao lâu",
    long: "{closed} ngày sau khi bài viết được trả lời hoặc gác lại, muộn nhất {open} ngày sau lần cuối có người xử lý. Nhật ký ai trong cộng đồng đã quyết định điều gì được giữ {log} ngày, không có lời nào của bài viết.",
    objectTitle: "Nếu bạn không muốn vậy",
    object:
      "Hãy viết ở đây bạn là ai trên trang đó. Một người của {name} sẽ xem, xóa những gì đang giữ về bạn, và không thu thập bài của bạn nữa. Để không ai dò được dữ liệu của ai đang được giữ, trang này nói với mọi người cùng một điều.",
    site: "Trang",
    author: "Tài khoản của bạn, hoặc liên kết đến trang cá nhân hay bài viết",
    proof: "Làm sao chúng tôi biết đó là bạn (ví dụ, một từ bạn đặt vào trang cá nhân trong một ngày)",
    send: "Yêu cầu xóa và không thu thập",
    received: "Yêu cầu của bạn đã được nhận và đang chờ một người của {name}. Nó được giữ cho đến khi được xem, tối đa 90 ngày.",
    incomplete: "Hãy viết bạn là ai trên trang đó, tối đa 500 chữ.",
    busy: "Có quá nhiều yêu cầu. Hãy thử lại sau.",
  },
};
