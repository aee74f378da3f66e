import type { CueRow, HazardCue } from "./table.ts";

type Cues = { readonly [cue in Exclude<HazardCue, "relief">]?: readonly CueRow[] };

/**
 * What speaks of danger, and what of nobody who waits (`noise`), by language; written for this project. Beside the model, which has read few posts of
 * each. Weights near 1 say it alone; small ones need company.
 */
export const hazardWords: Readonly<Record<string, Cues>> = {
  en: {
    safety: [
      [
        0.7,
        "caught_fire catching_fire burst_into_flames smell_of_gas smells_of_gas smell_gas smelling_gas gas_leak gas_smell carbon_monoxide piece_of_glass pieces_of_glass bit_of_glass glass_in bits_of_glass shard_of_glass shards_of_glass electric_shock electrocuted brakes_failed brake_failed brakes_stopped brakes_don't anaphylaxis anaphylactic allergic_reaction epipen stopped_breathing not_breathing can't_breathe cant_breathe battery_swelled swollen_battery battery_is_swollen battery_swelling exploded blew_up wrong_medication wrong_medicine wrong_dose wrong_pills shot_sparks sparks_came sparks_flying caught_on_fire set_on_fire started_smoking smoke_coming choking_on choked_on battery_exploded is_swollen swollen_up swallowed_a brakes_on brakes_are stopped_braking stuck_in_the_lift stuck_in_the_elevator trapped_in needle_in screw_in_my metal_in_my button_battery poison_control burned_my burnt_my burns_on",
      ],
      [
        0.35,
        "smoke smoking burning flames sparks sparked sparking melted melting bleeding blood hospital ambulance paramedics poisoned poisoning unconscious fainted collapsed choked choking swelling swollen swelled rash hives injured injury burn burns burnt burned scalded shock shocked zap zapped overheats overheating insulin oxygen dialysis allergy allergic peanut dangerous unsafe hazard brakes seizure concussion stitches fell fumes mould mold stranded trapped alone_at_night hissing bulging recalled",
      ],
    ],
    self_harm: [
      [
        0.8,
        "kill_myself killing_myself end_my_life ending_my_life end_it_all suicide suicidal want_to_die wanna_die don't_want_to_live dont_want_to_live don't_want_to_be_here dont_want_to_be_here no_reason_to_live better_off_without_me better_without_me own_life hurt_myself hurting_myself cut_myself cutting_myself harm_myself self_harm self-harm goodbye_letter goodbye_letters goodbye_note rather_be_dead better_off_dead not_wake_up wake_up_tomorrow nothing_left_to_live no_point_living don't_see_the_point_anymore can't_do_this_anymore",
      ],
      [0.35, "goodbye bridge pills letters anymore crisis samaritans"],
    ],
    violence: [
      [
        0.7,
        "i'll_kill will_kill gonna_kill kill_you kill_him kill_them threatened_to_kill burn_down burn_your burn_it_down break_your_legs break_his break_your_face beat_you beat_him beat_the stab_you stab shoot_you a_gun my_gun bomb_your smash_your smash_his know_where_you_live where_you_live waiting_outside wait_outside with_a_bat baseball_bat hunt_you come_for_you punch_him punch_you with_a_knife pulled_a_knife know_your_shift slit_your put_him_in_hospital threatened_me threatening_staff",
      ],
      [0.3, "knife gun bat petrol punch fists brothers violent threatened threatening assault assaulted attacked"],
    ],
    fraud: [
      [
        0.7,
        "been_hacked got_hacked was_hacked is_hacked account_hacked hacked_my hacked phishing phished scammed fake_website fake_site fake_page fake_account fake_email impersonating impersonator pretending_to_be claiming_to_be identity_theft stolen_card unauthorized unauthorised unauthorized_charge didn't_authorise didn't_authorize sim_swap cloned drained_my emptied_my took_over_my someone_used_my someone_logged_into logged_into_my wasn't_me not_me_buying is_this_you really_you is_this_legit is_it_legit a_scam is_this_real counterfeit money_gone",
      ],
      [0.3, "scam scammer scammers fraud fraudulent spoofed otp card_details pin suspicious stolen clone legit"],
    ],
    legal: [
      [
        0.7,
        "my_lawyer our_lawyer my_attorney my_solicitor will_sue i'll_sue suing legal_action small_claims see_you_in_court take_you_to_court court_papers trading_standards ombudsman class_action letter_before_action data_protection_authority consumer_protection attorney_general filing_a_complaint_with subject_access_request",
      ],
      [0.35, "lawyer attorney solicitor barrister sue court tribunal regulator lawsuit legal gdpr bbb"],
    ],
    noise: [
      [
        0.6,
        "giveaway we're_hiring we_are_hiring now_hiring is_hiring apply_now join_our_team send_cv send_your_cv rt_to_win retweet_to_win follow_and_retweet follow_to_win tag_a_friend tag_two_friends enter_to_win use_code promo_code discount_code shop_now link_in_bio for_sale selling_my dm_to_buy breaking press_release shares_rose quarterly_results market_report reports_say according_to",
      ],
      [0.25, "hiring vacancy win off sale discount announces announced quarterly shares investors report reports ceo percent bnib rrp ono"],
    ],
  },
  id: {
    safety: [
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
        0.8,
        "bunuh_diri mau_mati pengen_mati pingin_mati ingin_mati mending_mati lebih_baik_mati akhiri_hidup mengakhiri_hidup ga_mau_hidup gak_mau_hidup nggak_mau_hidup tidak_ingin_hidup udah_ga_kuat udah_gak_kuat capek_hidup cape_hidup selamat_tinggal_semua nyakitin_diri menyakiti_diri sayat surat_perpisahan tanpa_aku tanpa_saya nyusul_bapak menyusul",
      ],
      [0.35, "selamat_tinggal mati jembatan surat pil"],
    ],
    violence: [
      [
        0.7,
        "gue_bakar gua_bakar saya_bakar aku_bakar kubakar bakar_kantor gue_bunuh saya_bunuh aku_bunuh kubunuh bacok golok tusuk gebukin gue_hajar gua_hajar saya_hajar hajar patahin tau_rumah_lu tau_rumah tau_kantor tungguin_lu tunggu_di_depan datengin_kantor samperin_kantor gue_samperin bawa_parang parang celurit diancam mengancam ancam bom",
      ],
      [0.3, "bakar bunuh pukul pisau bensin mati mampus"],
    ],
    fraud: [
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
  he: {
    safety: [
      [
        0.7,
        "עלה_באש עלתה_באש נשרף נשרפה התפוצץ התפוצצה ריח_של_גז ריח_גז דליפת_גז חד_תחמוצת זכוכית_ב שברי_זכוכית רסיס_זכוכית חתיכת_זכוכית התחשמל התחשמלתי מתחשמל מתחשמלים הבלמים_לא בלמים אפיפן הלם_אנפילקטי תגובה_אלרגית לא_נושם לא_נושמת קוצר_נשימה קשה_לנשום סוללה_נפוחה סוללה_מנופחת התנפחה תרופה_לא_נכונה תרופה_אחרת תקועים_במעלית תקועה_במעלית תקוע_במעלית נחנק נחנקה נחנקת כוויה כוויות הרעלה",
      ],
      [
        0.35,
        "אש עשן ניצוצות ניצוץ שרוף נמס נמסה מדמם מדממת דם בית_חולים בבית_חולים לבית_חולים מיון אמבולנס התעלף התעלפה הקיא הקיאה מקיא מקיאה פריחה נפוח נפוחה מתנפח אלרגי אלרגית אלרגיה בוטנים סכנה מסוכן מסוכנת סכנת_חיים נפצע נפצעה פציעה חשמל חמצן אינסולין עובש תולעים מתחמם זכוכית",
      ],
    ],
    self_harm: [
      [
        0.8,
        "להתאבד התאבדות אתאבד לגמור_עם_הכל לסיים_את_הכל לסיים_את_החיים לא_רוצה_לחיות רוצה_למות בא_לי_למות לפגוע_בעצמי חותכת_את_עצמי חותך_את_עצמי חותכת_שוב בלעדיי אין_לי_בשביל_מה לא_אקום לא_להתעורר מכתב_פרידה מכתבי_פרידה נמאס_לי_לחיות שלום_לכולם",
      ],
      [0.35, "כדורים גשר מכתב למות"],
    ],
    violence: [
      [
        0.7,
        "אני_אשרוף אשרוף לשרוף_לכם אהרוג להרוג אני_אהרוג ארביץ אפוצץ לפוצץ אשבור_לך אשבור_לו אדקור סכין אקדח אלה_בידיים עם_אלה מחכה_לו_בחוץ יחכה_לי_בחוץ מחכה_לך_בחוץ יודע_איפה_אתה_גר יודע_איפה_אתם_גרים יודע_איפה מאיים איים_עליי איים_עלי מאיימים איומים בא_אליכם_עם יצא_על_אלונקה",
      ],
      [0.3, "אבוא להרביץ מכות דם אלים לאיים"],
    ],
    fraud: [
      [
        0.7,
        "פרצו_לי פרצו נפרץ נפרצה חשבון_פרוץ פישינג דיוג עקצו_אותי עקצו נעקצתי עוקץ התחזות מתחזים מתחזה אתר_מזויף אתר_מתחזה דף_מזויף חשבון_מזויף גנבו_לי נגנב_הכרטיס משכו_לי הכסף_נעלם נעלם_הכסף לא_אני_קניתי לא_אני זה_באמת_אתם זה_אתם הודעה_חשודה הונאה רימו_אותי גניבת_זהות",
      ],
      [0.3, "חשוד חשודה מזויף מזויפת מזויפים נגנב הונו קוד_אימות רמאות זיוף"],
    ],
    legal: [
      [
        0.7,
        'עורך_דין עורכת_דין עו"ד עוה"ד תביעה_קטנה תביעות_קטנות תביעה_ייצוגית אתבע נתבע לתבוע בית_משפט בבית_משפט ניפגש_בבית_משפט הרשות_להגנת_הצרכן המועצה_לצרכנות מכתב_התראה תלונה_במשטרה אגיש_תביעה',
      ],
      [0.35, "תביעה משפטי משפטית משטרה רגולטור הממונה"],
    ],
    noise: [
      [
        0.6,
        'דרושים דרוש דרושה משרה שליחת_קורות_חיים קו"ח קורות_חיים הגרלה מגרילים מחלקים תייגו_חבר תייגו קוד_קופון קוד_הנחה מבצע_לזמן_מוגבל למכירה מוכר מוכרת גמיש_במחיר לפרטים_בפרטי דוחות_רבעוניים המניה הודיעה_החברה',
      ],
      [0.25, "מבצע הנחה פרס זוכה רבעון מניות דיווח"],
    ],
  },
  zh: {
    safety: [
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
        0.8,
        "自杀 自殺 不想活 唔想活 想死 想去死 活不下去 活唔落去 結束生命 结束生命 輕生 轻生 自殘 自残 割腕 遺書 遗书 了結自己 一了百了 唔想再醒 不想醒 沒有我會更好 跳下去 離開這個世界 离开这个世界 尋死 燒炭 烧炭",
      ],
      [0.35, "安眠藥 安眠药 再見了 再见了 天台 保險金 保险金 告別 告别"],
    ],
    violence: [
      [
        0.7,
        "杀了你 殺了你 殺死 杀死 殺你 砍你 砍死 斬你 斬死 打死 揍你 燒了你 烧了你 放火 潑汽油 汽油 一人一刀 拿刀 帶刀 带刀 把刀 弄死 你家住哪 知道你住 堵你 堵人 在門口等 門口等你 食棍 棍 開槍 开枪 炸了你們 炸了你们 恐嚇 恐吓 威脅 威胁",
      ],
      [0.3, "刀 打人 動手 动手 兄弟"],
    ],
    fraud: [
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
  nb: {
    safety: [
      [
        0.7,
        "tok_fyr tar_fyr tatt_fyr begynte_å_brenne begynte_å_ryke eksploderte eksplodert gasslukt lukter_gass lukta_gass gasslekkasje kullos karbonmonoksid glassbit glassbiter glasskår glass_i glassplinter fikk_støt får_støt støt_av bremsene_svikta bremsene_sviktet bremsene_virker_ikke bremsene anafylaktisk allergisk_reaksjon epipen får_ikke_puste klarer_ikke_puste sluttet_å_puste pustevansker svulmer svulmet batteriet_sveller hovent_batteri feil_medisin feil_dose feil_tabletter fast_i_heisen innestengt innelåst brannskade brannskader brannsår forgifta forgiftet forgiftning kvelt kvelning legevakta legevakten akuttmottak",
      ],
      [
        0.35,
        "brann brenner røyk røyken ryker gnister gnistrer svidd smelta smeltet blør blod sykehus sykehuset sjukehus ambulanse kastet_opp kaster_opp spyr besvimte besvimt hovnet hoven hovent utslett allergi allergisk nøtter skadet skada støt brent brente farlig livsfarlig fare oksygen insulin mugg varmgang glovarm falt strøm jordfeil",
      ],
    ],
    self_harm: [
      [
        0.8,
        "ta_livet_av_meg tar_livet_av_meg ta_mitt_eget_liv ta_sitt_eget_liv selvmord sjølmord orker_ikke_leve orker_ikke_mer orker_ikke_meir vil_ikke_leve vil_ikkje_leve lyst_til_å_dø vil_dø vil_bare_dø vil_ikke_leve_mer skade_meg_selv skader_meg selvskading kutter_meg bedre_uten_meg betre_utan_meg ikke_våkne avskjedsbrev ikke_være_her_mer ikke_leve_lenger gjøre_slutt_på_det",
      ],
      [0.35, "brevet brev brua bro piller hadet farvel"],
    ],
    violence: [
      [
        0.7,
        "drepe_deg dreper_deg drepe brenner_ned brenne_ned tenner_på slå_deg slår_deg slå_ned banke_deg banker banke juling midt_i_fleisen stikke_deg knivstikke kniv skyte_deg hagle våpen vet_hvor_du_bor vet_hvor_dere veit_hvor_du_bor venter_på_deg_utenfor venter_utenfor truet truer trua trusler balltre med_balltre bombe knuse_trynet knuser_trynet",
      ],
      [0.3, "slå brenne bensin brødrene vold"],
    ],
    fraud: [
      [
        0.7,
        "hacket hacka blitt_hacket er_hacket ble_hacket svindel svindla svindlet svindlere phishing falsk_side falsk_nettside falsk_profil falsk_epost utgir_seg_for utgir_seg later_som identitetstyveri id-tyveri misbrukt kortet_misbrukt stjålet_kort pengene_er_borte penger_borte tømt tømte_kontoen trukket_uten ikke_meg var_ikke_meg er_dette_dere er_det_dere ekte_eller_svindel lurt_meg lurt noen_har_logget",
      ],
      [0.3, "falsk falske mistenkelig bankid kode lure svindler stjålet"],
    ],
    legal: [
      [
        0.7,
        "advokat advokaten advokaten_min forliksrådet forbrukerrådet forbrukertilsynet klagenemnd klagenemnda forbrukerklageutvalget saksøke saksøker stevning rettssak rettslige_skritt ses_i_retten tingretten datatilsynet inkassoklagenemnda finansklagenemnda politianmelde anmelder anmeldt",
      ],
      [0.35, "retten juridisk tilsyn tilsynet loven forbrukerkjøpsloven anmelde"],
    ],
    noise: [
      [
        0.6,
        "ledig_stilling ledige_stillinger vi_søker søker_nye søk_nå søknadsfrist giveaway trekning lik_og_del tagg_en_venn vinn konkurranse rabattkode bruk_koden handle_nå til_salgs selges selger_min høystbydende pressemelding kvartalsresultat kvartalsrapport aksjen aksjekursen",
      ],
      [0.25, "rabatt tilbud gratis stilling aksje lanserer melder budrunde"],
    ],
  },
  vi: {
    safety: [
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
        0.8,
        "tự_tử tự_sát muốn_chết không_muốn_sống ko_muốn_sống k_muốn_sống chẳng_muốn_sống chết_quách chết_đi_cho_rồi kết_thúc_cuộc_đời kết_liễu rạch_tay tự_làm_đau tự_hại thư_tuyệt_mệnh không_thiết_sống sống_làm_gì không_còn_lý_do vĩnh_biệt không_có_tôi_thì uống_thuốc_ngủ nhảy_cầu",
      ],
      [0.35, "tạm_biệt cầu thư thuốc_ngủ chết"],
    ],
    violence: [
      [
        0.7,
        "giết đốt_nhà đốt_cửa_hàng đốt_shop tao_đốt đập_nát đập_chết đánh_chết chém xử_mày đâm đón_ở_cổng chặn_đường biết_nhà_mày biết_nhà tao_biết coi_chừng_tao liệu_hồn xăng dao mã_tấu súng doạ_giết dọa_giết dọa_đánh đe_dọa đe_doạ dọa_đánh bom",
      ],
      [0.3, "đánh đập đốt tao mày coi_chừng côn_đồ"],
    ],
    fraud: [
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
