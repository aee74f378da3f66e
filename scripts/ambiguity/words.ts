/**
 * Words that speak for the company or for the ordinary word, by the part they play. Written by hand from a knowledge of English, and a
 * handful for other languages of the interface; the learner only decides what each group weighs. A plural counts as its singular.
 */
export const groups = {
  /** What companies have and do, and companies that are told apart without help: near the name they speak for it. */
  company: `account ad ads advert advertising airline airport android announced announcement announces app article bank bill billing bought
    branch brand broadband buy buying ceo cfo chain channel checkout commercial companies company competitor contract coo corp coupon
    credit cto customer data deal dealer dealership deliver delivered delivery device discount employee exec executive fares fee flight
    gift headline helpline inc internet ios ipad iphone ipod itunes jobs launch launched launches launching lawsuit llc loyalty ltd mac
    macbook magazine manager market media merger mobile model nasdaq network newspaper offer offering online order ordered ordering outlet owned
    package payment phone plan platform plc preorder price priced pricing product profit promo purchase purchased quarterly recall
    receipt refund released releases reports retailer revenue reward sale sell seller selling server service shareholders shares ship
    shipped shipping shop shopping smartphone sold staff stock store streaming subscribe subscribed subscription supplier support
    tablet tech ticket tv update upgrade vendor voucher warranty web website wifi worker google microsoft samsung walmart amazon apple
    facebook twitter netflix nike costco kroger walgreens cvs starbucks verizon sony nintendo nokia ibm intel disney adidas paypal
    t-mobile toyota honda ebay butikk kundeservice bestilling ansatte nettside toko pesanan pelanggan layanan aplikasi karyawan belanja`,
  /** Only right after the name they make a company of it, as all of the above do: "Delta flight". */
  companyNext: `airways campaign card charger corporation driver event hq id insurance laptop logo map motors music news page pay playlist prime
    radio rep reporter retail sport studio watch`,
  /** Right after the name they make a place, an office, a title, a dish of it: "Bell Street". */
  nameTail: `street st avenue ave road rd lane freeway highway bridge river lake creek bay beach island county city town township village state
    university college school park valley hill square garden center centre field stadium arena hall building house court minister
    president secretary department supreme league team bowl cup tour festival fair market nations kingdom award tower day night week
    year pie juice cider sauce tree crisp picking blossom cake salad slices vinegar peel seed leaf leaves`,
  /** Right before the name, without a determiner between: only a name stands so. */
  place: "at from via by with through on using versus vs hos fra di dari tại từ ở",
  /** Before a small-letter word they make a thing of it: "the target". */
  determiner: `a an another every each any no some the this that these those his her its their one two three next last first second both few
    several many`,
  /** Before a small-letter word they make a verb or a quality of it: "I wish", "to ring", "so lush". */
  verbal: `also always as can can't cannot could couldn't didn't doesn't don't gonna gotta he how i it just less let's may might
    more most must never please pretty quite really shall she should so still such they to too very wanna we who will won't would you`,
  /** After the name, when it is the subject: companies say, launch, need. */
  does: `announced announces are can't canceled cancelled charged charges did does doesn't gave gives had has hasn't introduces is isn't
    just keeps launched lost made makes needs offers plans recalls refuses releases reported said says sells should sold takes unveiled
    unveils wants was were will won't`,
  /** Small words that are neither names nor things. */
  small: `about again and as at be because been being but by c'mon come dear down even for from get go going got have he hello here hey hi
    him i if in into it me more much my n't no nor not now of off oh on only onto or our out over she so than thank thanks them then there
    they to today tomorrow tonight under up us we what when where which while who whom whose why with yes yesterday you your`,
  /** A person is being spoken of: the name may be somebody's. */
  person: `actor actress dr he her him his king lady mayor mr mrs ms player president queen rapper senator she singer sir striker`,
  /** The ordinary word's world: near the name they speak against the company. */
  ordinary: `album army ate attack baby bake baked banana band beach bible body book brother cake calories caramel championship church
    cider cinnamon class cloud coach concert conservatives cook cooking country democracy democrats dog eat eating election eyes faith
    feet film fruit goal god government grape hair hand heart holy house ingredients juice killed league lemon liberals life lord
    lyrics match men military minister moon mother ocean orchard party pear peel people pie police political prayer president rain
    recipe republicans river salad sauce school sea season sister skin slice snow song soul stars storm street sunset teacher team tree
    vinegar vote war weather wedding women`,
} as const;
