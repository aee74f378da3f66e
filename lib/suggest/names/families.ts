/** Family names of languages that put them first: without them one cannot tell which part of a name its bearer is called by. */

const chars = (text: string): ReadonlySet<string> => new Set([...text]);
const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Chinese, of one character: the 150 most common in Taiwan and on the mainland, in both ways of writing. */
export const chinese = chars(
  "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬董唐藍石蔣溫紀" +
    "姚倪程馮田連古康姜湯白汪尤鄒歐阮黎龔涂巫嚴韓鐘袁金童陸夏柳邵錢伍倫譚熊孟秦史崔賈尹任龍萬郝孔毛丘邢向武文段雷賀喬駱樊殷佘阿" +
    "陈黄张吴刘杨许郑谢赖叶苏庄吕萧罗简钟卢赵颜孙邓马蓝蒋温纪冯连汤邹欧龚严韩陆钱伦谭贾龙万乔骆",
);
export const chineseOfTwo = words("歐陽 司馬 諸葛 上官 司徒 張簡 范姜 夏侯 皇甫 東方 令狐 慕容 尉遲 公孫 欧阳 司马 诸葛 张简");
/** Said behind a family name, as a way to address somebody. */
export const chineseTitles = /(?:先生|小姐|女士|太太|老師|老师|醫師|醫生|医生|教授|律師|博士|媽媽|爸爸|阿姨|叔叔)$/u;
export const chineseLatin = words(
  "chen lin huang chang zhang li lee wang wu liu tsai cai yang hsu xu cheng zheng hsieh xie hung hong kuo guo chiu qiu tseng zeng liao lai chou zhou yeh ye su chuang " +
    "zhuang lu lv chiang jiang ho he hsiao xiao lo luo kao gao pan chien jian chu zhu chung zhong peng chan hu shih shi shen yu liang chao zhao yen yan ko ke wong weng " +
    "wei sun tai dai fan fang sung song teng deng tu fu hou tsao cao hsueh xue ting ding ma tung dong tang",
);

export const vietnamese = words(
  "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh đoàn trịnh trương lâm mai tô phùng hà tạ cao châu thái quách lưu kiều la " +
    "nguyen tran le pham huynh hoang vu vo dang bui do ho ngo duong ly dao dinh doan trinh truong lam to phung ha ta chau thai quach luu kieu",
);
/** Of these one is sure also in other company: no first name elsewhere. */
export const surelyVietnamese = words(
  "nguyễn trần lê phạm huỳnh hoàng vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh đoàn trịnh trương lâm nguyen huynh truong",
);

export const korean = chars(
  "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모",
);
export const koreanOfTwo = words("남궁 황보 제갈 사공 선우 서문 독고 동방");
export const koreanLatin = words(
  "kim lee yi park bak pak choi choe jung jeong chung kang gang cho jo yoon yun jang chang lim im han oh seo shin kwon hwang ahn an song ryu yoo yu jeon hong ko go moon mun yang son sohn bae baek heo hur nam shim noh roh ha",
);
export const hungarian = words(
  "nagy kovács tóth szabó horváth varga kiss molnár németh farkas balogh papp takács juhász lakatos mészáros oláh simon rácz fekete szilágyi török fehér balázs gál kis szűcs kocsis orsós pintér fodor szalai sipos magyar lukács",
);
export const japaneseLatin = words(
  "sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito yamazaki mori abe ikeda hashimoto ishikawa ogawa okada fujita goto hasegawa murakami kondo ishii sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakajima nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita",
);
