import type { WordTable } from "./table.ts";

export const en: WordTable = {
  mood: [
    [
      3,
      "love loved loving amazing awesome fantastic perfect excellent best brilliant wonderful superb outstanding incredible flawless phenomenal delighted thrilled",
    ],
    [
      2,
      "great happy glad good nice enjoy enjoyed enjoying excited exciting beautiful impressed impressive helpful recommend friendly fun cool thank thanks thankful grateful appreciate appreciated congrats congratulations win won winning proud lovely kudos sweet smile favourite favorite favorites fav stunning gorgeous legend pleased blessed yay cheers hilarious lol haha hahaha epic hero smooth solid",
    ],
    [
      1,
      "like liked likes fine ok okay better easy works fixed solved quick fast fresh well hope hopeful hoping interesting interested free support safe calm ready welcome celebrate useful special lucky luck ease cute fair improved improvement resolved reliable comfortable worth clean smart peace strong true top wow looking_forward can't_wait cant_wait no_problem works_great not_bad",
    ],
    [
      -1,
      "slow late wait waiting waited problem problems issue issues wrong miss missed missing hard difficult expensive confused confusing tired bored boring lost lose losing sorry sad cold stuck down concern concerned worry worried unfortunately lack noisy weird dirty sick delay delays bug bugs cheap doubt poorly odd cry crying kill killed dead die died fight war hurt lonely unable trouble cancel stop block blocked sucks_to shame refuse refused uncomfortable overpriced disconnect disconnects disconnected dropping lag laggy",
    ],
    [
      -2,
      "bad broken fail failed failing failure fails hate annoying annoyed disappointed disappointing disappointment upset poor cancelled canceled delayed unacceptable unhappy frustrated frustrating frustration mad angry crap suck sucks sucked stupid dumb damn pathetic useless refund rude ugly ruined broke crash crashed crashing crashes thanks_for_nothing lies lied lying liar fake pain painful fear scared mess messy gross shit fuck fucking fucked wtf ass bitch damaged defective faulty ignored ignoring unreliable nightmare joke fraud robbed stolen cheated let_down not_working doesn't_work doesnt_work won't_work never_works ripoff rip_off no_help no_response no_reply never_again",
    ],
    [
      -3,
      "worst terrible horrible awful disgusting disgusted furious outraged outrageous appalling garbage trash hell scam scammers hated despise atrocious abysmal horrendous disgrace disgraceful dreadful evil racist idiots idiot horrific",
    ],
  ],
  anger: [
    [0.85, "furious outraged fuming livid pissed pissed_off enraged raging infuriating infuriated infuriates"],
    [
      0.7,
      "angry fuck fucking fucked fucks rage sick_of fed_up hate had_enough bullshit disgusted thieves liars screw_you shame_on_you go_to_hell wtf absolute_joke worst_company worst_service",
    ],
    [
      0.5,
      "unacceptable ridiculous disgrace disgraceful outrageous worst mad shit scam scammers ripoff rip_off robbed stole liar lies idiots idiot incompetent pathetic appalling disgusting never_again useless clowns garbage third_time fourth_time fifth_time 3rd_time 4th_time 5th_time how_dare shame joke",
    ],
    [
      0.2,
      "annoyed annoying frustrated frustrating upset terrible horrible awful crap damn sucks suck hell stupid second_time 2nd_time still_waiting yet_again ignored ignoring hung_up no_one_cares",
    ],
  ],
  urgency: [
    [
      0.8,
      "emergency urgent urgently asap stranded on_fire caught_fire smoke burning burnt exploded explosion electric_shock shocked_me dangerous hacked fraud right_now immediately swollen life_threatening",
    ],
    [
      0.5,
      "today tonight deadline overheating overheats overheat hurry stuck_at unauthorized charged_twice double_charged money_gone locked_out lost_access stolen leaking in_an_hour this_morning before_tomorrow tomorrow can't_wait_any",
    ],
    [0.25, "now soon quickly help still_waiting waiting days weeks hours final_notice last_chance"],
  ],
  technical: [
    [
      0.5,
      "error_code stack_trace bricked firmware bootloop boot_loop kernel segfault bsod blue_screen api dns ssl certificate packet_loss ping log_file logs debug factory_reset serial_number",
    ],
    [
      0.3,
      "error errors crash crashed crashes crashing driver drivers reboot reboots rebooting restart restarts restarting reset server servers sync syncing update updated updating version install installing installed uninstall reinstall reinstalled freeze freezes freezing frozen glitch glitchy bug bugs buggy router usb hdmi port latency software hardware calibration flicker flickering",
    ],
    [
      0.2,
      "bluetooth wifi wi-fi pairing pair pairs connect connects connecting connection disconnect disconnects disconnecting battery charger charging charge charges login log_in sign_in password app screen settings cable adapter won't_turn_on wont_turn_on ios android windows mac browser offline overheats overheating mic microphone",
    ],
  ],
  complaint: [
    [
      0.6,
      "refund complaint complain complaining not_working doesn't_work doesnt_work does_not_work won't_work stopped_working never_arrived didn't_arrive hasn't_arrived not_received haven't_received never_received thanks_for_nothing still_waiting still_no no_response no_reply no_one_answers unacceptable broken defective faulty damaged overcharged charged_twice customer_service money_back ripped_off poor_service bad_service terrible_service worst_service lost_my on_hold keeps_crashing waste_of_money",
    ],
    [
      0.4,
      "disappointed disappointing frustrated frustrating annoyed waited waiting delayed delay delays cancelled canceled missing wrong late fail failed ignored stuck problem problems issue issues broke rude useless slow unable can't_get cant_get can't_log won't_let wont_let not_able keeps_dropping never_again worst terrible horrible awful poor again",
    ],
    [0.2, "still yet when_will why_is why_does why_are why_can't where_is dont_understand don't_understand no_longer"],
  ],
  threat: [
    [
      0.7,
      "my_lawyer my_lawyers our_lawyer our_lawyers my_attorney my_solicitor i_will_sue i'll_sue we_will_sue gonna_sue going_to_sue sue_you suing_you legal_action take_you_to_court small_claims trading_standards class_action going_to_the_press",
    ],
    [
      // Too little to decide against a model, which has learnt of violence from posts.
      0.5,
      "burn_down bomb shoot_you kill_you kill_them beat_you hunt_you find_you i'll_kill will_kill gonna_kill punch_you slap_you regret_this you'll_pay you_will_pay you'll_regret",
    ],
    [0.35, "lawyer attorney sue suing lawsuit legal court see_you_in_court"],
    [0.4, "report_you reporting_you police ombudsman consumer_protection stab shoot bbb destroy_you or_else i_will_switch"],
  ],
  question: [
    [
      0.6,
      "how_do how_can how_to does_anyone anyone_know anybody_know what_is what's_the when_will when_is where_can where_is can_i is_it_possible is_there do_you does_it do_i should_i which_one who_do any_idea any_ideas wondering_if is_anyone can_anyone has_anyone any_news any_update what_time",
    ],
    [0.3, "what when where who why how which anyone"],
  ],
  request: [
    [
      0.6,
      "please_help help_me please_fix pls_help need_help can_you could_you would_you please_send please_call please_check please_dm please_add please_make please_bring please_tell let_me_know need_assistance looking_for could_someone can_someone bring_back",
    ],
    [0.4, "please pls plz need_to_know i_need i_want fix_this fix_your dm_me call_me reply_to answer_me respond follow_me"],
    [0.2, "need help want assist assistance"],
  ],
  praise: [
    [
      0.6,
      "thank_you thanks thx kudos well_done great_job good_job great_service excellent_service amazing_service shout_out shoutout love_my love_this love_the love_your best_service keep_it_up props_to highly_recommend works_great",
    ],
    [0.3, "love awesome amazing great excellent perfect fantastic brilliant impressed appreciate best"],
  ],
  negators:
    "not no never none nobody nothing neither nor without cannot cant can't dont don't doesnt doesn't didnt didn't isnt isn't wasnt wasn't arent aren't werent weren't wont won't wouldnt wouldn't couldnt couldn't shouldnt shouldn't hasnt hasn't havent haven't hadnt hadn't aint ain't hardly barely",
  boosters: "very so really extremely absolutely totally completely super such too highly incredibly seriously fucking damn most",
  turns: "but however although yet",
  endings: "s es ed d ing ly er y",
};
