/** Words beside names, all in small letters and without a full stop at their end. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Before a name; said also before a family name alone ("Mrs. Smith"). */
export const formalTitles = words(
  "mr mrs ms miss mx sir dame lady lord dr prof professor rev fr capt captain sgt gen hon herr fru frøken sr dott " +
    "ד״ר ד'ר ד''ר פרופ׳ פרופ' מר גב׳ גב' הגב׳ עו״ד הרב אדון גברת",
);
/** Before the name that somebody is called by ("Pak Budi"), by language. */
export const friendlyTitles: Readonly<Record<string, ReadonlySet<string>>> = {
  id: words("pak bapak bu ibu mas mbak kak bang kang teh om tante h hj haji hajah kh ust ustadz ir drs dra drg dr"),
  vi: words("ông bà anh chị cô chú bác thầy em bs ths ts gs pgs"),
};
/** Degrees and the like, which stand behind a name. */
export const degrees = words(
  "phd md jr sr ii iii iv esq msc mba cpa bsc ba ma dds rn mph pmp s.kom s.e s.h s.pd s.t s.sos m.sc m.kom ph.d m.d b.sc",
);

/** One of these makes it no person's name: a company, a family, a bot, a page. */
export const notPersons = words(
  "the and official inc llc ltd limited plc gmbh ag corp corporation company co bv srl oy ab as asa aps pt cv tbk group holdings enterprises industries " +
    "solutions systems technologies technology tech software services studio studios labs media network agency consulting store shop market traders " +
    "bank insurance airlines airways hotel hotels restaurant cafe bakery clinic hospital pharmacy school university college institute academy " +
    "foundation association society federation union council city county ministry department police museum library theatre team club fans fanpage " +
    "family families household news daily times post gazette tv radio podcast magazine blog channel support help helpdesk service desk admin " +
    "anonymous anon deleted unknown user member members participant account everyone here all " +
    "משפחת חברת עמותת רשמי הרשמי צוות שירות חדשות בוט חנות בע״מ בע'מ מסעדת קבוצת עיריית אנונימי משתמש " +
    "keluarga toko warung resmi berita grup komunitas akun layanan pelanggan anonim pengguna " +
    "familien butikk butikken nyheter gruppa gruppen klubb lag offisiell kundeservice anonym bruker " +
    "shop hội nhóm báo",
);
/** The same, of several words. */
export const notPersonPhrases = /gia đình|công ty|cửa hàng|chính thức|khách hàng|ẩn danh|người dùng|[&+]/iu;
/** The same in scripts without spaces. */
export const notPersonEast =
  /公司|企業|集團|工作室|官方|新聞|客服|商店|專賣|分店|社團|粉絲|俱樂部|機器人|家族|一家|協會|大學|基金會|政府|用戶|匿名|小編|公式|会社|ボット|사용자|공식|뉴스|회사|익명/u;

/** Small words of a phrase: what holds one is a saying and not a name. */
export const phraseWords = words(
  "a an my your our i i'm im am is are not just of for with from in on at to no this that me you we he she it's dont don't",
);

/** A part of a name that is never said without the next one. */
export const joiners = words("abdul abdel abd abu umm um ibn bin 'abd أبو عبد أم بن אבו אבן");
/** Indonesian: before the name that its bearer is called by. */
export const unspokenId = words("muhammad mohammad mohamad muhamad moh muh mochamad moch md i ni");

/** Messages to everybody, which no handle may become. */
export const callsToAll = words("everyone here channel all followers highlight group team");
