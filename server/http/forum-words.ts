import type { JoinTag } from "./join-words.ts";

/** What the page says on which accounts of a forum join, in one language, beside what every page for joining says. */
export interface ForumWords {
  /** On the button; {forum} is the forum's name. */
  readonly join: string;
  readonly how: string;
  readonly invalid: string;
  readonly over: string;
  readonly refused: string;
  readonly paused: string;
  /** Where the community has no forum, or no community is there. */
  readonly none: string;
  readonly failed: string;
}

export const forumWords: Readonly<Record<JoinTag, ForumWords>> = {
  en: {
    join: "Join with your {forum} account",
    how: "Your forum says who you are and how long you have been around, nothing else: your password and your address stay there. Then you get an invitation for one browser.",
    invalid:
      "The forum's answer cannot be relied on. Begin again. If it happens again, tell an admin: the secret that both sides share may differ.",
    over: "This sign-in was used already, took too long, or began in another browser. Begin again.",
    refused: "Your forum account cannot join by itself. Ask an admin of the community for an invitation.",
    paused: "An admin paused your place here. Ask an admin to let you go on.",
    none: "No forum can be joined from here. Ask in your community for the right link.",
    failed: "That did not work. Wait a minute, then begin again.",
  },
  he: {
    join: "הצטרפות עם החשבון שלך ב־{forum}",
    how: "הפורום מוסר מי את או אתה וכמה זמן אתם שם, ולא יותר: הסיסמה והכתובת נשארות אצלו. אחר כך מתקבלת הזמנה לדפדפן אחד.",
    invalid: "אי אפשר לסמוך על התשובה של הפורום. מתחילים שוב. אם זה חוזר, מספרים למנהל: ייתכן שהסוד המשותף לשני הצדדים שונה.",
    over: "הכניסה הזאת כבר נוצלה, נמשכה יותר מדי זמן או התחילה בדפדפן אחר. מתחילים שוב.",
    refused: "חשבון הפורום שלך לא יכול להצטרף בעצמו. מבקשים הזמנה ממנהל הקהילה.",
    paused: "מנהל השהה את מקומך כאן. מבקשים ממנהל לאפשר לך להמשיך.",
    none: "אין פורום שאפשר להצטרף אליו מכאן. שואלים בקהילה מה הקישור הנכון.",
    failed: "זה לא הצליח. ממתינים דקה ומתחילים שוב.",
  },
  id: {
    join: "Bergabung dengan akun {forum} Anda",
    how: "Forum hanya memberi tahu siapa Anda dan sudah berapa lama Anda di sana: kata sandi dan alamat Anda tetap di forum. Lalu Anda mendapat undangan untuk satu peramban.",
    invalid:
      "Jawaban forum tidak dapat dipercaya. Mulailah lagi. Jika terulang, beri tahu admin: rahasia bersama kedua pihak mungkin berbeda.",
    over: "Proses masuk ini sudah dipakai, terlalu lama, atau dimulai di peramban lain. Mulailah lagi.",
    refused: "Akun forum Anda tidak bisa bergabung sendiri. Mintalah undangan kepada admin komunitas.",
    paused: "Admin menjeda tempat Anda di sini. Mintalah admin mengizinkan Anda melanjutkan.",
    none: "Tidak ada forum yang bisa diikuti dari sini. Tanyakan tautan yang benar di komunitas Anda.",
    failed: "Itu tidak berhasil. Tunggu satu menit, lalu mulailah lagi.",
  },
  "zh-TW": {
    join: "用你的 {forum} 帳號加入",
    how: "論壇只會說你是誰、待了多久：你的密碼和地址都留在論壇。接著你會得到一份供一個瀏覽器使用的邀請。",
    invalid: "論壇的回答不可信。請重新開始。若再次發生，請告訴管理員：雙方共用的密鑰可能不同。",
    over: "這次登入已經用過、花了太久，或是在另一個瀏覽器開始的。請重新開始。",
    refused: "你的論壇帳號無法自行加入。請向社群的管理員索取邀請。",
    paused: "管理員暫停了你在這裡的位置。請管理員讓你繼續。",
    none: "這裡沒有可以加入的論壇。請在社群裡詢問正確的連結。",
    failed: "沒有成功。請等一分鐘，再重新開始。",
  },
  nb: {
    join: "Bli med med {forum}-kontoen din",
    how: "Forumet sier hvem du er og hvor lenge du har vært der, ikke noe annet: passordet og adressen din blir værende der. Så får du en invitasjon for én nettleser.",
    invalid:
      "Svaret fra forumet er ikke til å stole på. Begynn på nytt. Skjer det igjen, si fra til en administrator: hemmeligheten som begge sider deler, kan være ulik.",
    over: "Denne innloggingen er brukt, tok for lang tid eller begynte i en annen nettleser. Begynn på nytt.",
    refused: "Forumkontoen din kan ikke bli med på egen hånd. Be en administrator i fellesskapet om en invitasjon.",
    paused: "En administrator har satt plassen din her på pause. Be en administrator om å få fortsette.",
    none: "Herfra er det ikke noe forum å bli med fra. Spør i fellesskapet etter den rette lenken.",
    failed: "Det gikk ikke. Vent et minutt, og begynn på nytt.",
  },
  vi: {
    join: "Tham gia bằng tài khoản {forum} của bạn",
    how: "Diễn đàn chỉ cho biết bạn là ai và đã ở đó bao lâu: mật khẩu và địa chỉ của bạn ở lại diễn đàn. Sau đó bạn nhận một lời mời cho một trình duyệt.",
    invalid:
      "Không thể tin câu trả lời của diễn đàn. Hãy bắt đầu lại. Nếu vẫn vậy, hãy báo quản trị viên: bí mật mà hai bên dùng chung có thể khác nhau.",
    over: "Lần đăng nhập này đã được dùng, quá lâu, hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại.",
    refused: "Tài khoản diễn đàn của bạn không tự tham gia được. Hãy xin quản trị viên cộng đồng một lời mời.",
    paused: "Quản trị viên đã tạm dừng chỗ của bạn ở đây. Hãy xin quản trị viên cho bạn tiếp tục.",
    none: "Không có diễn đàn nào để tham gia từ đây. Hãy hỏi cộng đồng của bạn liên kết đúng.",
    failed: "Không thành công. Hãy đợi một phút rồi bắt đầu lại.",
  },
};
