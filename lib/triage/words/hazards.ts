import { asianHazardWords } from "./hazards-of-asia.ts";
import type { HazardCues } from "./table.ts";

/**
 * What speaks of danger, and what of nobody who waits (`noise`), by language; written for this project. Beside the model, which has read few posts of
 * each. Weights near 1 say it alone; small ones need company.
 */
export const hazardWords: Readonly<Record<string, HazardCues>> = {
  en: {
    safety: [
      [
        0.7,
        "smells_of_burning smells_burnt smell_of_burning burning_smell burning_plastic hot_to_touch hot_to_the_touch too_hot_to_touch gave_me_a_shock gives_a_shock throat_closing throat_is_closing throat_went_tight lips_swelling lips_swelled turned_blue went_blue won't_wake_up can't_wake bleeding_heavily coughing_blood vomiting_blood fell_unconscious passed_out wheel_came_off steering_locked doors_locked_with locked_inside trapped_inside short_circuit double_dose broken_glass",
      ],
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
        0.5,
        "won't_be_here wont_be_here not_be_here won't_be_around see_the_point in_carrying_on can't_go_on cant_go_on can't_cope can't_take_it_anymore no_way_out no_future nobody_would_notice nobody_would_miss nothing_left_for_me done_living tired_of_living tired_of_life tired_of_being_alive tired_of_being_here giving_my_things giving_away_my gave_away_everything last_message last_post last_stream my_last_night said_goodbye goodbye_to_everyone stopped_taking_my on_the_ledge on_the_roof tell_my_family tell_my_mum tell_my_kids easier_if_i everyone_would_be_better take_the_whole_packet swallowed_the_whole lying_on_the_tracks how_many_pills disappear_forever scars_on_my",
      ],
      [
        0.8,
        "kill_myself killing_myself end_my_life ending_my_life end_it_all suicide suicidal want_to_die wanna_die don't_want_to_live dont_want_to_live don't_want_to_be_here dont_want_to_be_here no_reason_to_live better_off_without_me better_without_me own_life hurt_myself hurting_myself cut_myself cutting_myself harm_myself self_harm self-harm goodbye_letter goodbye_letters goodbye_note rather_be_dead better_off_dead not_wake_up wake_up_tomorrow nothing_left_to_live no_point_living don't_see_the_point_anymore can't_do_this_anymore",
      ],
      [0.35, "goodbye bridge pills letters anymore crisis samaritans"],
    ],
    violence: [
      [
        0.5,
        "break_his_legs break_your_jaw waiting_for_you waiting_for_him outside_your_office know_where_you know_where_he know_your_address come_and_find_you grabbed_me grabbed_my shoved_me punched_me slapped_me spat_at followed_me_home followed_her waits_outside teach_him_a_lesson watch_your_back",
      ],
      [
        0.7,
        "i'll_kill will_kill gonna_kill kill_you kill_him kill_them threatened_to_kill burn_down burn_your burn_it_down break_your_legs break_his break_your_face beat_you beat_him beat_the stab_you stab shoot_you a_gun my_gun bomb_your smash_your smash_his know_where_you_live where_you_live waiting_outside wait_outside with_a_bat baseball_bat hunt_you come_for_you punch_him punch_you with_a_knife pulled_a_knife know_your_shift slit_your put_him_in_hospital threatened_me threatening_staff",
      ],
      [0.3, "knife gun bat petrol punch fists brothers violent threatened threatening assault assaulted attacked"],
    ],
    fraud: [
      [
        0.5,
        "never_applied_for never_ordered_it didn't_order i_never_made safe_account emptied gave_him_the_code gave_her_the_code read_him_the_code read_out_the_code asked_for_my_code took_control_of_my changed_my_email changed_my_password locked_out_of_my_account in_my_name using_my_name using_my_photos with_my_face doesn't_exist money_to_a_safe transfers_i_didn't",
      ],
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
  he: {
    safety: [
      [
        0.7,
        "ריח_שרוף ריח_של_שרוף יוצא_עשן יצא_עשן קצר_חשמלי זרם_חשמל השפתיים_התנפחו הגרון_נסגר נסגר_הגרון הקיא_דם איבד_הכרה איבדה_הכרה לא_מתעורר לא_מתעוררת נעולים_בפנים ההגה_ננעל מינון_כפול הגלגל_יצא חם_מדי",
      ],
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
        0.5,
        "אין_לי_כוח_יותר לא_יכול_יותר לא_יכולה_יותר אין_טעם_להמשיך אין_לי_סיבה אין_מוצא אין_לי_עתיד אף_אחד_לא_ישים_לב עדיף_בלעדיי יותר_טוב_בלעדיי לא_אהיה_פה לא_אהיה_כאן להיעלם רוצה_להיעלם נפרד_מכם נפרדת_מכם הודעה_אחרונה הפוסט_האחרון הלילה_האחרון כתבתי_מכתב על_הגג עומד_על_הגשר הפסקתי_לקחת_את_הכדורים לא_סומך_על_עצמי נמאס_לי_מהחיים תגידו_לאמא תמסרו_לילדים",
      ],
      [
        0.8,
        "להתאבד התאבדות אתאבד לגמור_עם_הכל לסיים_את_הכל לסיים_את_החיים לא_רוצה_לחיות רוצה_למות בא_לי_למות לפגוע_בעצמי חותכת_את_עצמי חותך_את_עצמי חותכת_שוב בלעדיי אין_לי_בשביל_מה לא_אקום לא_להתעורר מכתב_פרידה מכתבי_פרידה נמאס_לי_לחיות שלום_לכולם",
      ],
      [0.35, "כדורים גשר מכתב למות"],
    ],
    violence: [
      [
        0.5,
        "אני_מחכה_לו אני_מחכה_לך אשבור_לכם אגיע_אליו אני_אמצא_אותך תפס_אותי דחף_אותי הרביץ_לי סטר_לי עקב_אחריי עוקב_אחריי נעל_אותי ירק_עליי",
      ],
      [
        0.7,
        "אני_אשרוף אשרוף לשרוף_לכם אהרוג להרוג אני_אהרוג ארביץ אפוצץ לפוצץ אשבור_לך אשבור_לו אדקור סכין אקדח אלה_בידיים עם_אלה מחכה_לו_בחוץ יחכה_לי_בחוץ מחכה_לך_בחוץ יודע_איפה_אתה_גר יודע_איפה_אתם_גרים יודע_איפה מאיים איים_עליי איים_עלי מאיימים איומים בא_אליכם_עם יצא_על_אלונקה",
      ],
      [0.3, "אבוא להרביץ מכות דם אלים לאיים"],
    ],
    fraud: [
      [
        0.5,
        "מעולם_לא_הזמנתי לא_ביקשתי_הלוואה על_שמי בשמי מסרתי_את_הקוד נתתי_את_הקוד החליפו_לי_סיסמה חשבון_בטוח השתלטו_לי השתלטו_על ריקנו_לי לא_אני_העברתי",
      ],
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
  nb: {
    safety: [
      [
        0.7,
        "lukter_brent lukter_svidd lukta_svidd svidd_lukt brent_lukt slår_gnister leppene_hovnet halsen_snørte trang_i_halsen kasta_opp_blod hoster_blod bevisstløs får_ikke_vekt ikke_kontakt_med innelåst_i stengt_inne rattet_låste dobbel_dose dobbel_styrke kortslutning hjulet_datt",
      ],
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
        0.5,
        "orker_ikke_lenger klarer_ikke_mer greier_ikke_mer ser_ingen_utvei ingen_utvei ingen_vits ser_ikke_vitsen ser_ikkje_vitsen ikke_her_lenger ikke_her_i_morgen er_ikke_her bli_borte forsvinne_for_godt siste_melding siste_innlegg siste_kveld siste_natt tatt_farvel sagt_farvel skrevet_brev lagt_igjen_brev stod_på_brua sto_på_brua på_taket slutta_med_medisinene sluttet_med_medisinene si_til_mamma si_til_ungene alle_har_det_bedre lei_av_livet lei_av_å_leve gir_bort_alt",
      ],
      [
        0.8,
        "ta_livet_av_meg tar_livet_av_meg ta_mitt_eget_liv ta_sitt_eget_liv selvmord sjølmord orker_ikke_leve orker_ikke_mer orker_ikke_meir vil_ikke_leve vil_ikkje_leve lyst_til_å_dø vil_dø vil_bare_dø vil_ikke_leve_mer skade_meg_selv skader_meg selvskading kutter_meg bedre_uten_meg betre_utan_meg ikke_våkne avskjedsbrev ikke_være_her_mer ikke_leve_lenger gjøre_slutt_på_det",
      ],
      [0.35, "brevet brev brua bro piller hadet farvel"],
    ],
    violence: [
      [
        0.5,
        "venter_på_han venter_på_ham kommer_på_døra knekke_beina knekker_beina slo_meg slo_til_meg dytta_meg dyttet_meg tok_tak_i_meg spytta_på følger_etter_meg låste_meg_inne står_utenfor skal_få_angre",
      ],
      [
        0.7,
        "drepe_deg dreper_deg drepe brenner_ned brenne_ned tenner_på slå_deg slår_deg slå_ned banke_deg banker banke juling midt_i_fleisen stikke_deg knivstikke kniv skyte_deg hagle våpen vet_hvor_du_bor vet_hvor_dere veit_hvor_du_bor venter_på_deg_utenfor venter_utenfor truet truer trua trusler balltre med_balltre bombe knuse_trynet knuser_trynet",
      ],
      [0.3, "slå brenne bensin brødrene vold"],
    ],
    fraud: [
      [
        0.5,
        "aldri_bestilt aldri_søkt_om aldri_kjøpt i_mitt_navn trygg_konto sikker_konto ga_koden gav_koden oppga_koden bytta_passord byttet_passord endra_passordet fjernstyrte tok_over_skjermen bildene_mine uten_at_jeg",
      ],
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
  ...asianHazardWords,
};
