/** Function words of languages that are told apart but not scored. */
export const otherLanguages: Readonly<Record<string, string>> = {
  es: "el la los las de del que y en un una es son por para con no se su lo como más pero mi me te ya muy hay esta este está qué porque cuando sin sobre también le nos gracias hola todo tengo",
  fr: "le la les des de du que et en un une est sont pour pas avec ne se sa son au aux ce cette ces mais mon ma mes je tu il elle nous vous ils qui quoi plus très bien où dans sur c'est j'ai merci bonjour être fait",
  de: "der die das und ist sind nicht ein eine einen zu mit auf für von dem den des ich du er sie wir ihr es im am aber auch noch nur wie was wenn dass mein meine hat haben war wird kann bei nach schon sehr immer danke bitte",
  pt: "o a os as de do da dos das que e em um uma é são para com não se seu sua por mais mas meu minha eu você ele ela nós isso este esta está foi muito já também quando como obrigado obrigada tem",
  it: "il lo la gli le di del della che e in un una è sono per con non si suo sua come più ma mi ti ci questo questa molto anche quando perché sul nel alla grazie ciao ho hai abbiamo cosa",
  nl: "de het een en is zijn van in op te dat die niet met voor aan er maar ook als bij nog naar dit deze ik je jij hij zij we wij jullie mijn wat hoe waarom wel geen heb heeft kan zou wordt dank bedankt",
  sv: "och är det att en ett som på för med av inte jag du han hon vi ni mig dig sig min har hade var blir kan vill ska måste från om men så när vad hur varför någon alla efter också bara nu här där eller mycket tack",
  da: "og er det at en et som på til for med af ikke jeg du han hun vi mig dig sig min har havde var bliver kan vil skal må fra om men så når hvad hvor hvorfor hvordan nogen alle efter også kun nu her der eller meget tak",
};
