import type { HazardCues } from "./table.ts";

/** As `hazardWords`: the half of it in the languages of Asia. */
export const asianHazardWords: Readonly<Record<string, HazardCues>> = {
  id: {
    safety: [
      [
        0.7,
        "sampai_berasap sampe_berasap mengeluarkan_asap panas_dan_berasap bau_hangus bau_gosong bau_terbakar keluar_asap korslet konslet kebakar nyetrum bibir_bengkak tenggorokan_menyempit muntah_darah batuk_darah ga_sadar tidak_sadar ga_sadarkan_diri kekunci_di_dalam terkunci_di_dalam setir_ngunci dosis_dobel dosis_salah roda_lepas rem_ga_pakem",
      ],
      [
        0.7,
        "kebakaran terbakar meledak meletus bau_gas gas_bocor kebocoran_gas kesetrum tersetrum rem_blong rem_tidak_berfungsi blong serpihan_kaca pecahan_kaca ada_kaca beling ada_paku ada_belatung keracunan alergi_parah sesak_napas susah_napas susah_nafas ga_bisa_napas masuk_rumah_sakit masuk_rs masuk_igd ke_igd dilarikan baterai_kembung baterai_menggembung salah_obat obat_salah kejebak_di_lift terjebak_di_lift terjebak luka_bakar",
      ],
      [
        0.35,
        "api asap berasap percikan hangus gosong meleleh berdarah darah rumah_sakit rs igd ambulans muntah muntah-muntah pingsan bengkak gatal ruam alergi luka setrum kembung panas_banget bahaya berbahaya rem bayi oksigen insulin tersedak kejang jatuh mendesis bau",
      ],
    ],
    self_harm: [
      [
        0.5,
        "ga_kuat_lagi gak_kuat_lagi nggak_kuat_lagi ga_sanggup_lagi gak_sanggup_lagi ga_ada_gunanya ga_ada_harapan ga_ada_jalan ga_ada_jalan_keluar lebih_baik_ga_ada lebih_baik_hilang pengen_ngilang pengen_hilang pengen_pergi_selamanya ga_usah_bangun ga_mau_bangun pamit_dulu pesan_terakhir malam_terakhir di_atap di_pinggir_jembatan minum_obat_satu_strip capek_jadi beban_semua_orang maafin_semua maafkan_aku_semua",
      ],
      [
        0.8,
        "bunuh_diri mau_mati pengen_mati pingin_mati ingin_mati mending_mati lebih_baik_mati akhiri_hidup mengakhiri_hidup ga_mau_hidup gak_mau_hidup nggak_mau_hidup tidak_ingin_hidup udah_ga_kuat udah_gak_kuat capek_hidup cape_hidup selamat_tinggal_semua nyakitin_diri menyakiti_diri sayat surat_perpisahan tanpa_aku tanpa_saya nyusul_bapak menyusul",
      ],
      [0.35, "selamat_tinggal mati jembatan surat pil"],
    ],
    violence: [
      [
        0.5,
        "gue_cari_lu gue_tunggu hapal_muka hafal_muka tau_alamat narik_tangan dicekik dipukul ditampar didorong diludahi nguntit ngikutin_saya ngikutin_gue ngunciin_pintu awas_aja_lu",
      ],
      [
        0.7,
        "gue_bakar gua_bakar saya_bakar aku_bakar kubakar bakar_kantor gue_bunuh saya_bunuh aku_bunuh kubunuh bacok golok tusuk gebukin gue_hajar gua_hajar saya_hajar hajar patahin tau_rumah_lu tau_rumah tau_kantor tungguin_lu tunggu_di_depan datengin_kantor samperin_kantor gue_samperin bawa_parang parang celurit diancam mengancam ancam bom",
      ],
      [0.3, "bakar bunuh pukul pisau bensin mati mampus"],
    ],
    fraud: [
      [
        0.5,
        "ga_pernah_saya_ajuin tidak_pernah_saya_ajukan bukan_saya_yang rekening_aman saldo_nol saldo_kosong atas_nama_saya minta_kode udah_saya_kasih_kode remote_hp email_saya_diganti password_diganti transaksi_bukan_saya kurir_palsu",
      ],
      [
        0.7,
        "dihack kena_hack di_hack dibobol kebobolan dibajak saldo_hilang saldo_saya_hilang uang_hilang uang_saya_hilang akun_palsu penipuan ketipu tertipu ditipu modus mengatasnamakan ngaku_dari ngaku-ngaku situs_palsu web_palsu website_palsu phishing phising minta_otp kode_otp transaksi_tidak_dikenal bukan_saya tidak_pernah_mengajukan pinjol_atas_nama data_saya_dipakai ini_resmi resmi_ga beneran_dari",
      ],
      [0.3, "palsu otp penipu pin mencurigakan hack bobol resmi"],
    ],
    legal: [
      [
        0.7,
        "pengacara kuasa_hukum somasi jalur_hukum ranah_hukum tuntut gugat menggugat pengadilan lapor_ojk ylki bpkn lapor_polisi laporkan_ke lapor_ke_polisi uu_perlindungan_konsumen kominfo",
      ],
      [0.35, "hukum ojk polisi lapor gugatan sidang"],
    ],
    noise: [
      [
        0.6,
        "lowongan loker dibuka_lowongan kirim_cv giveaway kuis_berhadiah follow_dan follow_&_retweet tag_teman menangkan kode_promo voucher diskon_sampai beli_sekarang klik_link link_di_bio open_po wts jual_cepat dijual nego siap_kirim laba_bersih saham_naik resmi_meluncurkan mengumumkan",
      ],
      [0.25, "diskon promo gratis loker saham meluncurkan laporan dibutuhkan pemenang harga"],
    ],
  },
  zh: {
    safety: [
      [
        0.7,
        "燒焦味 烧焦味 塑膠味 燒塑膠 電到手 電到我 一直冒煙 一直冒烟 喉嚨緊 喉咙紧 嘴唇腫 嘴唇肿 臉腫 脸肿 叫不醒 昏迷 鎖在裡面 锁在里面 反鎖 方向盤卡 雙倍劑量 劑量錯 短路 燙到不能",
      ],
      [
        0.7,
        "起火 着火 著火 自燃 爆炸 炸了 瓦斯味 煤气味 漏气 瓦斯外洩 瓦斯漏 一氧化碳 玻璃碎 碎玻璃 有玻璃 玻璃片 触电 觸電 漏电 漏電 剎車失靈 刹车失灵 煞車失靈 煞車失效 過敏性休克 喘不过气 喘不過氣 呼吸困難 呼吸困难 唔到氣 鼓包 電池膨脹 电池膨胀 電池膨 送医 送醫 急診 急诊 急症室 吃错药 吃錯藥 藥錯 困在電梯 困在电梯 卡在電梯 困𨋢 燙傷 烫伤 灼傷 灼伤 中毒 窒息 噎到 吐血",
      ],
      [
        0.35,
        "冒烟 冒煙 出煙 燒焦 烧焦 燒起 火花 焦味 流血 住院 醫院 医院 救护车 救護車 昏倒 暈倒 晕倒 嘔吐 呕吐 腫 紅疹 起疹 過敏 过敏 受傷 受伤 危險 危险 危險品 發燙 发烫 燙手 電到 電親 被電 夾到 蟲 發霉 氧气 氧氣 胰島素 胰岛素 跌倒 摔",
      ],
    ],
    self_harm: [
      [
        0.5,
        "撐不下去 撑不下去 頂唔順 沒有意義了 没有意义了 沒有明天 没有明天 不會再 不会再 最後一次 最后一次 我不在了 不在以後 不在了 消失算了 想消失 解脫 解脱 拖累 走投無路 走投无路 沒人會發現 没人会发现 站在頂樓 站在頂 在天台 頂樓上 對不起大家 对不起大家 照顧好自己 藥不吃了 药不吃了 整盒藥 安樂 唔想做人 冇意思",
      ],
      [
        0.8,
        "自杀 自殺 不想活 唔想活 想死 想去死 活不下去 活唔落去 結束生命 结束生命 輕生 轻生 自殘 自残 割腕 遺書 遗书 了結自己 一了百了 唔想再醒 不想醒 沒有我會更好 跳下去 離開這個世界 离开这个世界 尋死 燒炭 烧炭",
      ],
      [0.35, "安眠藥 安眠药 再見了 再见了 天台 保險金 保险金 告別 告别"],
    ],
    violence: [
      [
        0.5,
        "等你下班 等他下班 找到你 找上門 打斷你 打断你 打爆 給我小心 给我小心 走著瞧 走着瞧 抓住我 推我 打我 掐我 甩我巴掌 跟蹤我 跟踪我 跟著我 鎖門不讓 潑油漆",
      ],
      [
        0.7,
        "杀了你 殺了你 殺死 杀死 殺你 砍你 砍死 斬你 斬死 打死 揍你 燒了你 烧了你 放火 潑汽油 汽油 一人一刀 拿刀 帶刀 带刀 把刀 弄死 你家住哪 知道你住 堵你 堵人 在門口等 門口等你 食棍 棍 開槍 开枪 炸了你們 炸了你们 恐嚇 恐吓 威脅 威胁",
      ],
      [0.3, "刀 打人 動手 动手 兄弟"],
    ],
    fraud: [
      [
        0.5,
        "沒申請過 没申请过 我沒買 我没买 我沒訂 安全帳戶 安全账户 驗證碼給了 验证码给了 遠端操控 屏幕共享 被改密碼 密碼被改 密码被改 用我的身分 用我身份证 用我名字 卡號給了 歸零",
      ],
      [
        0.7,
        "被盗 被盜 盜刷 盗刷 盗号 盜號 被駭 被黑 账号被 帳號被盜 詐騙 诈骗 釣魚 钓鱼 冒充 假冒 假網站 假网站 假客服 山寨 騙局 骗局 被騙 被骗 呃錢 錢不見 钱不见 錢沒了 钱没了 不是我買 不是我买 不是我刷 非本人 個資外洩 盜用 盗用 是真的嗎 是不是詐騙 真係你哋 假帳號 假嘅",
      ],
      [0.3, "驗證碼 验证码 可疑 假的 轉帳 转账 騙 骗"],
    ],
    legal: [
      [
        0.7,
        "律師 律师 律師函 律师函 法院見 法院见 法庭見 告你們 告你们 告到底 起訴 起诉 提告 小額錢債 小額訴訟 小额诉讼 消保官 消保會 消基會 消委會 消协 12315 1950 工商局 金管會 集體訴訟 存證信函",
      ],
      [0.35, "法院 法庭 告 消保 投訴到 申訴 警局 報警 报警"],
    ],
    noise: [
      [
        0.6,
        "抽獎 抽奖 轉發抽 转发抽 徵才 招聘 誠聘 诚聘 招募 應徵 投履歷 投简历 優惠碼 优惠码 折扣碼 限時優惠 限时优惠 立即購買 立即购买 快訊 快讯 財報 财报 股價 股价 新聞 記者 记者 出售 二手 轉售 转让 轉讓 面交 全新未拆 放售",
      ],
      [0.25, "優惠 优惠 折 免費 免费 宣布 發布 发布 留言 tag 季度"],
    ],
  },
  vi: {
    safety: [
      [
        0.7,
        "mùi_khét mùi_cháy khét_lẹt tê_tay giật_tay sưng_môi sưng_mặt thít_cổ nghẹn_cổ nôn_ra_máu ói_ra_máu bất_tỉnh gọi_không_dậy không_tỉnh kẹt_bên_trong nhốt_trong khoá_trong vô_lăng_kẹt liều_gấp_đôi chập_điện gãy_lan_can",
      ],
      [
        0.7,
        "bốc_cháy phát_nổ nổ_tung bị_nổ cháy_nổ mùi_gas rò_gas rò_rỉ_gas xì_gas khí_co bị_giật điện_giật giật_điện rò_điện mất_phanh mất_thắng hư_thắng phanh_không_ăn mảnh_thủy_tinh miếng_thủy_tinh thủy_tinh_trong mảnh_kính ngộ_độc sốc_phản_vệ khó_thở ngạt nghẹt_thở nhập_viện cấp_cứu đi_viện vào_viện phồng_pin pin_phồng pin_bị_phồng phù_pin nhầm_thuốc giao_nhầm_thuốc sai_thuốc kẹt_thang_máy kẹt_trong_thang_máy bị_bỏng phỏng có_dòi con_dòi hóc",
      ],
      [
        0.35,
        "cháy khói khét bốc_khói tóe_lửa chập nổ chảy_máu máu bệnh_viện viện xe_cứu_thương ngất xỉu nôn ói sưng dị_ứng nổi_mẩn mẩn nguy_hiểm chết_người bị_thương tai_nạn nóng_ran phồng mốc giật bỏng oxy insulin phanh thắng té ngã",
      ],
    ],
    self_harm: [
      [
        0.5,
        "không_chịu_nổi_nữa chịu_hết_nổi hết_đường_rồi không_còn_ý_nghĩa không_còn_gì_để không_còn_lối không_muốn_dậy không_dậy_nữa biến_mất_luôn muốn_biến_mất bài_cuối lần_cuối đêm_cuối tin_nhắn_cuối lời_cuối viết_thư_để_lại đứng_trên_nóc trên_sân_thượng trên_cầu bỏ_thuốc chán_sống xin_lỗi_ba_mẹ xin_lỗi_mẹ ai_cũng_đỡ_khổ gánh_nặng_cho",
      ],
      [
        0.8,
        "tự_tử tự_sát muốn_chết không_muốn_sống ko_muốn_sống k_muốn_sống chẳng_muốn_sống chết_quách chết_đi_cho_rồi kết_thúc_cuộc_đời kết_liễu rạch_tay tự_làm_đau tự_hại thư_tuyệt_mệnh không_thiết_sống sống_làm_gì không_còn_lý_do vĩnh_biệt không_có_tôi_thì uống_thuốc_ngủ nhảy_cầu",
      ],
      [0.35, "tạm_biệt cầu thư thuốc_ngủ chết"],
    ],
    violence: [
      [
        0.5,
        "tao_đợi tao_tìm bẻ_tay bẻ_chân tao_chôn nắm_tay_tôi xô_tôi tát_tôi bóp_cổ siết_cổ đi_theo_em bám_theo sờ_soạng khoá_cửa_không chờ_dưới_nhà tạt_sơn",
      ],
      [
        0.7,
        "giết đốt_nhà đốt_cửa_hàng đốt_shop tao_đốt đập_nát đập_chết đánh_chết chém xử_mày đâm đón_ở_cổng chặn_đường biết_nhà_mày biết_nhà tao_biết coi_chừng_tao liệu_hồn xăng dao mã_tấu súng doạ_giết dọa_giết dọa_đánh đe_dọa đe_doạ dọa_đánh bom",
      ],
      [0.3, "đánh đập đốt tao mày coi_chừng côn_đồ"],
    ],
    fraud: [
      [
        0.5,
        "không_hề_đặt không_hề_vay không_hề_đăng_ký tài_khoản_an_toàn đọc_mã_cho đưa_mã đưa_otp đổi_mật_khẩu bị_đổi_email bị_đổi_mật_khẩu điều_khiển_màn_hình dùng_tên_tôi dùng_ảnh_của chuyển_tiền_qua",
      ],
      [
        0.7,
        "bị_hack bị_hách hack_mất bị_chiếm chiếm_tài_khoản mất_tiền_trong tiền_bị_trừ bị_trừ_tiền lừa_đảo bị_lừa giả_mạo mạo_danh giả_danh trang_giả web_giả fanpage_giả tài_khoản_giả phishing link_lạ đọc_otp mã_otp không_phải_tôi không_phải_em có_phải_của_bên có_phải_lừa lộ_thông_tin đánh_cắp thẻ_bị_quẹt giao_dịch_lạ",
      ],
      [0.3, "giả lừa otp lạ đáng_ngờ tick_xanh hack"],
    ],
    legal: [
      [
        0.7,
        "luật_sư kiện_ra_tòa kiện_ra_toà ra_tòa ra_toà hầu_tòa khởi_kiện đâm_đơn làm_đơn_tố_cáo tố_cáo báo_công_an trình_báo_công_an cục_cạnh_tranh bảo_vệ_người_tiêu_dùng hội_bảo_vệ quản_lý_thị_trường thanh_tra",
      ],
      [0.35, "kiện tòa toà công_an pháp_luật pháp_lý khiếu_nại_lên"],
    ],
    noise: [
      [
        0.6,
        "tuyển_dụng tuyển_nhân_viên cần_tuyển gửi_cv ứng_tuyển minigame bốc_thăm trúng_thưởng tag_bạn chia_sẻ_bài mã_giảm_giá nhập_mã mua_ngay thanh_lý cần_bán pass_lại bán_lại fix_nhẹ freeship tin_nóng cổ_phiếu lợi_nhuận báo_cáo_tài_chính khai_trương",
      ],
      [0.25, "giảm khuyến_mãi ưu_đãi miễn_phí tuyển lương inbox ib quý"],
    ],
  },
};
