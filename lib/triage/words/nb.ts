import type { WordTable } from "./table.ts";

export const nb: WordTable = {
  mood: [
    [
      3,
      "elsker fantastisk perfekt utmerket best beste strålende nydelig utrolig glimrende fabelaktig mesterlig imponerende storslagen suveren fremragende herlig fantastiske",
    ],
    [
      2,
      "bra god gode godt glad fornøyd takk hyggelig flott flotte fin fint fine kjempebra kul deilig anbefaler anbefales morsom morsomt underholdende vakker vakkert vakre sjarmerende spennende imponert trives lykkelig super digg stilig vellykket solid solide elegant liker godkjent fengende dyktig rå artig koselig praktfull heldig gøy velspilt",
    ],
    [
      1,
      "grei greit ok fungerer bedre enkel enkelt rask raskt klar trygg løst nyttig smart positiv behagelig interessant verdt håper lovende varm varmt frisk ekte sterk sterkt sterke original effektiv gratis hjelpsom nok stødig smidig presis skarp lett",
    ],
    [
      -1,
      "treg tregt sen sent venter ventet problem problemer feil dyr dyrt vanskelig mangler savner lei trist kald kaldt forsinket forsinkelse sliter stygg rart rar tung dessverre mindre svak svakt svake flat forvirrende uklar uklart bekymret syk borte mistet tynn langtekkelig klisjé klisjéer forutsigbar bråkete ubehagelig små savn",
    ],
    [
      -2,
      "dårlig dårlige ødelagt skuffet skuffende skuffelse elendig hater irritert irriterende sint frustrert frustrerende ubrukelig kjedelig kjedelige dum dumt teit håpløs håpløst tull søppel løgn lurt juks svindel jævlig faen drit drittsak dritt mislykket mislykkes fælt uakseptabelt pinlig slapp virker_ikke fungerer_ikke funker_ikke ikke_fornøyd aldri_mer takk_for_ingenting",
    ],
    [
      -3,
      "verst verste forferdelig forferdelige grusom grusomt katastrofe katastrofal skandale skandaløst helvete idioter avskyelig makkverk rasende ræva",
    ],
  ],
  anger: [
    [0.8, "rasende forbanna forbannet drittlei helvete faen fy_faen jævla drit_lei føkk forbannade"],
    [
      0.5,
      "sint provosert skandale skandaløst idioter uakseptabelt løgnere svindel svindlere aldri_mer tredje_gang fjerde_gang har_fått_nok nok_er_nok latterlig hater",
    ],
    [0.2, "irritert irriterende frustrert frustrerende lei skuffet elendig verst andre_gang ubrukelig pinlig"],
  ],
  urgency: [
    [0.8, "haster akutt nødsituasjon brann brenner eksploderte strandet hacket farlig med_en_gang øyeblikkelig snarest livsfarlig"],
    [0.5, "i_dag i_kveld i_morgen frist overopphetet innen strømløs trukket_to_ganger pengene_borte"],
    [0.25, "nå straks fort hjelp venter dager uker timer"],
  ],
  technical: [
    [0.4, "feilkode feilmelding fastvare firmware driver drivere fabrikktilbakestilling logg"],
    [
      0.25,
      "feil krasjer krasj krasjet oppdatering oppdatere oppdaterte versjon installere omstart restart server nettverk ruter skjerm batteri lader lade lader_ikke kobler koble tilkobling paring pare app appen innlogging logge passord fryser henger synkroniserer bluetooth wifi",
    ],
  ],
  complaint: [
    [
      0.6,
      "klage klager refusjon pengene_tilbake virker_ikke fungerer_ikke funker_ikke ødelagt ikke_mottatt ikke_fått aldri_fått ikke_kommet ingen_svar får_ikke_svar svarer_ikke dårlig_service defekt kundeservice reklamasjon får_ikke",
    ],
    [
      0.4,
      "skuffet forsinket forsinkelse innstilt kansellert mangler feil problem problemer venter treg sliter elendig dårlig irriterende frustrerende",
    ],
    [0.2, "fortsatt ennå hvorfor igjen"],
  ],
  threat: [
    [0.7, "advokat saksøke saksøker rettssak søksmål drepe ta_dere går_til_avisen"],
    [0.4, "politiet politi anmelde anmelder forbrukerrådet forbrukertilsynet forbrukerklageutvalget rettslig"],
  ],
  question: [
    [0.6, "hvordan noen_som_vet vet_noen er_det_mulig kan_jeg kan_man når_kommer hvor_finner hva_er finnes_det lurer_på"],
    [0.3, "hva hvor når hvorfor hvem hvilken noen"],
  ],
  request: [
    [0.6, "kan_dere kan_du vær_så_snill trenger_hjelp hjelp_meg kan_noen ber_om"],
    [0.4, "hjelp vennligst trenger fiks ring svar"],
  ],
  praise: [
    [0.6, "takk tusen_takk bra_jobba god_service god_kundeservice supert flott_jobb kjempefornøyd"],
    [0.3, "elsker bra fornøyd flott fantastisk anbefaler"],
  ],
  negators: "ikke ingen aldri uten verken hverken neppe ei intet",
  boosters: "veldig svært utrolig helt kjempe så ganske virkelig ekstremt meget for dritt",
  turns: "men dog likevel",
  endings: "e t en et er ene te s",
};
