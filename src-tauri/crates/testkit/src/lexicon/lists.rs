//! The words that sentences are made of, the commonest of each class first. All of it is made up.

/// Determiners.
pub(super) const DETERMINERS: &str = "de het een mijn haar zijn die dat deze geen dit hun onze elke \
    welke zo'n zulke iedere enkele";

/// Prepositions.
pub(super) const PREPOSITIONS: &str = "van in op met voor aan bij over uit naar door na tegen zonder \
    tijdens tot onder tussen rond binnen vóór volgens vanwege ondanks buiten";

/// Conjunctions.
pub(super) const CONJUNCTIONS: &str = "en maar omdat want als dus toen terwijl of waardoor hoewel \
    zodat doordat tenzij";

/// Pronouns.
pub(super) const PRONOUNS: &str = "ik ze hij iemand zij niemand men iedereen";

/// Adverbs.
pub(super) const ADVERBS: &str = "niet er ook nog zó wel al toch weer nu daar zo even eerst hier meer \
    samen vandaag later soms vaak eigenlijk misschien altijd nooit opnieuw daarna nauwelijks \
    inmiddels vooral meteen eindelijk binnenkort gisteren morgen blijkbaar zoëven stilletjes terug";

/// Verbs, in the past tense.
pub(super) const VERBS: &str = "was had zei vroeg ging kwam wilde deed zag dacht vond kreeg bleef werd \
    gaf moest kon merkte hoorde wist vertelde begon zweeg besprak schreef legde luisterde noemde voelde \
    probeerde herhaalde benoemde twijfelde lachte knikte wachtte vergat belde stuurde beloofde schrok \
    las zocht hielp miste stelde vulde keek sprak draaide haperde kalmeerde ontweek opperde polste \
    ruïneerde coördineerde concludeerde beëindigde creëerde";

/// Adjectives, as they stand before a noun.
pub(super) const ADJECTIVES: &str = "goede lange nieuwe duidelijke moeilijke stille belangrijke rustige \
    boze open korte andere bange moeë klare opgeluchte voorzichtige eerlijke geïrriteerde vriendelijke \
    lastige strenge onzekere trotse verraste verdrietige zakelijke haastige oprechte beschaamde \
    vermoeide naïeve geduldige zenuwachtige enthousiaste wantrouwige loyale koppige ontspannen alerte \
    gespannen onverwachte officiële financiële individuele";

/// Nouns of the work.
pub(super) const NOUNS: &str = "gesprek vraag klant afspraak brief plan week huis werk moment cliënt collega \
    schuld kind woord formulier antwoord bijstand stap stilte uitkering wijkcoach telefoon huur \
    maatregel gevoel toon inkomen dochter moeder baan aanvraag buurvrouw balie zorg traject cursus \
    besluit vertrouwen ruzie financiën deurwaarder taal regeling kantoor reïntegratie spreekkamer dokter \
    school verhaal reactie lift keuze coördinatie voorstel grens hulp toeslag spanning oplossing \
    beslaglegging termijn budget bewijs begeleiding schaamte eenoudergezin huisbezoek compliment \
    ergernis weerstand aandacht huurachterstand vakantie energie café beëindiging foto reünie";

/// First parts of compounds, with what links them.
pub(super) const FIRST_PARTS: &str = "bijstands uitkerings gespreks werk zorg huur schuld schulden \
    inkomens wijk jeugd gezins taal klant hulp vertrouwens crisis woning ziekte partner energie arbeids \
    participatie toeslag dossier termijn budget nood kinder studie week herstel start vervolg keuken \
    buurt telefoon leer loon scholings";

/// Last parts of compounds.
pub(super) const LAST_PARTS: &str = "uitkering gesprek plan coach formulier traject hulp aanvraag \
    regeling toeslag norm periode budget brief team afspraak vraag overleg verslag besluit bewijs \
    onderzoek grens termijn recht plicht kaart moment zorg huis lijst cursus begeleider consulent \
    klacht maatregel oplossing ervaring verhaal kosten";

/// How sentences are built. A letter stands for a word of its class: (D)eterminer, (P)reposition,
/// (C)onjunction, p(R)onoun, (A)dverb, (V)erb, ad(J)ective, (N)oun.
/// No sentence has more than eleven.
pub(super) const SENTENCES: &[&str] = &[
    "P D N, N C N V R D N P N.",
    "D N P N V D J N.",
    "R V A N P D N, C R V N P N.",
    "D N: N, N C N P D N.",
    "D N V N P N C N.",
    "R V D N, D N C D J N.",
    "D N P D N V A D N P N.",
    "D N V A A.",
    "R V: „A V R N P N?”",
    "V R D N P N C N?",
    "N P N, N P N: D N V A.",
    "A V R D N P N – N C N.",
    "D J N P D N V N.",
    "C D N V, V R A N P D N.",
    "R V D N P N, A N C N.",
    "D N P N V P D N.",
];
