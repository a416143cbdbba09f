# De woorden op het scherm, in het Nederlands op B1 met "je". Zelfde ids en variabelen als en.ftl.
# `npm run messages` (in ui/) controleert dat en werkt ui/src/i18n/messages.ts bij.

## Terms

-app = Terugblik

# Wat de organisatie zegt voor iemand met een uitkering. Vormen: one, many, One.
-resident =
    { $form ->
       *[one] { RESIDENT() ->
           *[inwoner] inwoner
            [klant] klant
            [client] cliënt
            [kandidaat] kandidaat
        }
        [many] { RESIDENT() ->
           *[inwoner] inwoners
            [klant] klanten
            [client] cliënten
            [kandidaat] kandidaten
        }
        [One] { RESIDENT() ->
           *[inwoner] Inwoner
            [klant] Klant
            [client] Cliënt
            [kandidaat] Kandidaat
        }
    }

# Wat de organisatie zegt voor wie hier schrijft. Vormen: one, many, One.
-worker =
    { $form ->
       *[one] { WORKER() ->
           *[consulent] consulent
            [klantmanager] klantmanager
            [inkomensconsulent] inkomensconsulent
            [werkconsulent] werkconsulent
            [participatiecoach] participatiecoach
        }
        [many] { WORKER() ->
           *[consulent] consulenten
            [klantmanager] klantmanagers
            [inkomensconsulent] inkomensconsulenten
            [werkconsulent] werkconsulenten
            [participatiecoach] participatiecoaches
        }
        [One] { WORKER() ->
           *[consulent] Consulent
            [klantmanager] Klantmanager
            [inkomensconsulent] Inkomensconsulent
            [werkconsulent] Werkconsulent
            [participatiecoach] Participatiecoach
        }
    }

## Shared

shared-app = { -app }
shared-show = Toon
shared-hide = Verberg
shared-caps-lock = Caps Lock staat aan.
shared-errors = Kijk nog even naar dit
shared-back = Vorige stap
shared-appearance = Taal en tekst
shared-language = Taal
shared-language-nl = Nederlands
shared-language-en = English
shared-text-smaller = Kleinere tekst
shared-text-larger = Grotere tekst

## Failures

failure-wrong-passphrase = Deze wachtzin past niet. Kijk of Caps Lock aan staat en probeer het nog eens.
failure-wrong-recovery-key = Deze herstelsleutel is goed geschreven, maar hoort niet bij dit dagboek.
failure-recovery-key-length = Dit is geen hele herstelsleutel. Er horen zes groepen van vijf tekens te staan.
failure-recovery-key-character = Er staat een teken in dat nooit in een herstelsleutel voorkomt. Kijk het nog eens na.
failure-recovery-key-checksum = Ergens staat een verkeerd teken. Vergelijk elke groep nog eens met je herstelblad.
failure-passphrase-too-short = Je wachtzin is te kort. Neem minstens { $least } tekens.
failure-groups-differ = Dit is niet wat op het blad staat. Kijk nog eens naar deze groepen.
failure-slots-damaged = Het bestand met je sleutels is beschadigd, en de vorige versie ervan ook. Je wachtzin kan er niet mee worden gecontroleerd. Zet een reservekopie terug: daar zit ook een goed bestand met je sleutels bij.
failure-slots-damaged-mendable = Het bestand met je sleutels is beschadigd. Aan je wachtzin ligt het niet. De vorige versie van dat bestand is nog goed en kan worden teruggezet.
failure-slots-missing = Het bestand met je sleutels is weg. Je dagboek staat er nog, maar kan zonder dat bestand niet open. Zet een reservekopie terug: daar zit ook een bestand met je sleutels bij.
failure-store-missing = Het bestand met je dagboek is weg. Je sleutels staan er nog. Zet een reservekopie terug.
failure-store-damaged = Het bestand met je dagboek kan niet worden gelezen. Het is beschadigd, of het hoort bij een ander dagboek.
failure-newer-format = Dit dagboek is gemaakt met een nieuwere versie van { -app }. Werk { -app } bij om het te openen.
failure-already-set-up = Hier staat al een dagboek. Open dat met je wachtzin.
failure-folder-not-writable = { -app } mag niet schrijven in de map van je dagboek. Vraag je ICT-afdeling om hulp.
failure-disk-full = De schijf is vol. Wat al bewaard was, is veilig. Maak ruimte vrij en probeer het nog eens.
failure-not-enough-memory = Er is te weinig geheugen vrij. Sluit een paar andere programma’s en probeer het nog eens.
failure-out-of-turn = Dat kan op dit moment niet. Probeer het nog eens.
failure-entry-gone = Deze terugblik is er niet meer.
failure-entry-in-bin = Deze terugblik ligt in de prullenbak. Zet hem eerst terug om verder te schrijven.
failure-answer-gone = Dit antwoord is er niet meer.
failure-text-too-long = Deze tekst is te lang voor één antwoord. Er passen ongeveer { $most } tekens in.
failure-alias-unusable = Deze schuilnaam kan niet. Neem een tot zestig tekens, op één regel.
failure-alias-gone = Deze schuilnaam is er niet meer.
failure-alias-taken = Deze schuilnaam is al in gebruik. Kies een andere, of voeg de twee samen.
failure-rule-unusable = Deze vuistregel kan niet. Houd hem op één regel en onder de driehonderd tekens.
failure-rule-gone = Deze vuistregel is er niet meer.
failure-own-trial-unusable = Deze zin kan niet. Houd hem op één regel en onder de tweehonderd tekens.
failure-own-trial-gone = Deze eigen proef, of dit deel ervan, is er niet meer.
failure-own-trial-ended = Deze eigen proef is afgesloten. Ga er eerst mee verder om te meten.
failure-own-trial-scale-fixed = Er staat al een meting. De schaal kan niet meer anders.
failure-own-trial-better-fixed = De proeffase is begonnen. Wat beter is, kan niet meer anders.
failure-phase-in-use = In deze fase staan metingen. Daarom blijft hij staan.
failure-value-off-scale = Dit getal past niet op de schaal. Kies een heel getal van 0 tot en met { $most }.
failure-day-out-of-reach = Deze dag kan niet. Kies een dag tussen het begin van je proef en vandaag.
failure-twofold-word-unusable = Dit woord kan niet. Houd alles op één regel: het woord tot zestig tekens, de betekenissen tot driehonderd.
failure-twofold-word-gone = Dit woord is er niet meer.
failure-team-point-unusable = Dit punt kan niet. Schrijf iets, en houd het onder de zeshonderd tekens.
failure-team-point-gone = Dit punt is er niet meer.
failure-own-question-unusable = Deze vraag kan niet. Houd hem op één regel en onder de driehonderd tekens.
failure-unknown-kind = Het handboek kent deze soort contact niet meer. Kies een andere.
failure-unknown-form = Het handboek kent dit blad niet meer. Wat je eerder invulde, kun je nog lezen.
failure-unknown-question = Het handboek kent deze vraag niet meer. Je antwoorden staan er nog.
failure-look-back-gone = Dit kijkmoment is er niet meer.
failure-pack-gone = Dit handboek is er niet meer.
failure-pack-not-at-hand = Het bestand is niet meer bij de hand. Wijs het opnieuw aan.
failure-form-without-person = Op dit blad staat geen persoon. Een contactmoment of schuilnaam hoort er niet bij.
failure-only-reading = Je dagboek is nu alleen open om te lezen. Veranderen kan niet.
failure-older-format = Dit is nog in de vorm van een oudere versie van { -app }. Alleen lezen kan daarom niet. Open je dagboek gewoon, dan wordt het bijgewerkt.
failure-not-sound = Er is nog niet nagekeken of je dagboek heel is, of er is iets mee. Daarom komt er nu geen nieuwe reservekopie.
failure-backup-under-way = Er wordt al een reservekopie gemaakt. Wacht tot die klaar is en probeer het nog eens.
failure-backup-gone = Deze reservekopie is er niet meer.
failure-backup-damaged = Deze reservekopie is beschadigd. Aan je wachtzin ligt het niet. Kies een andere reservekopie.
failure-backup-of-other-key = Deze reservekopie hoort bij een ander dagboek, of is gemaakt met een vroegere sleutel.
failure-place-gone = De tweede plek is nu niet aangesloten.
failure-place-not-writable = { -app } mag niet schrijven op de tweede plek. Kies een andere plek, of kijk of de stick op slot staat.
failure-page-not-saved = De bladzijde is niet bewaard: { -app } mag daar niet schrijven. Kies een andere map.
failure-setting-out-of-bounds = Deze instelling kan niet. Kies een andere waarde.
failure-internal = Er ging iets mis dat niet hoort. Wat bewaard was, staat er nog. Nummer voor wie je helpt: { $incident }.

## Keys window

keys-promise = Wat je niet laat zien, kan niemand zien.
keys-step = Stap { $step } van 3

# Welkom
keys-welcome-title = Een rustig moment om terug te kijken
keys-welcome-what = { -app } is een dagboek voor jezelf, voor na een contact met een { -resident(form: "one") }. Het stelt je een paar goede vragen en bewaart wat je schrijft versleuteld op deze computer. Alleen jij kunt het lezen: je leidinggevende niet, de gemeente niet en wij ook niet.
keys-begin = Maak je dagboek
keys-disk-encrypted = De schijf van deze computer is versleuteld. Zo is ook beschermd wat het systeem zelf tijdelijk wegschrijft.
keys-disk-not-encrypted = De schijf van deze computer is niet versleuteld. Je dagboek wel, maar het systeem kan stukjes uit het geheugen op de schijf zetten, bijvoorbeeld in de sluimerstand. Vraag je ICT-afdeling om de schijf te versleutelen.
keys-disk-unknown = We kunnen niet zien of de schijf van deze computer versleuteld is. Je dagboek is dat wel, maar het systeem kan stukjes uit het geheugen op de schijf zetten. Vraag je ICT-afdeling hoe het zit.
keys-limits-title = Wat we niet kunnen beloven
keys-limits-malware = Een programma dat als jij op deze computer meekijkt of je toetsen opneemt, ziet wat jij ziet.
keys-limits-memory = Op een schijf die niet versleuteld is, kan het systeem stukjes uit het geheugen wegschrijven.
keys-limits-photo = Tegen een foto van je scherm helpt niets.
keys-limits-visible = Dat hier een dagboek staat, hoe groot het is en wanneer het veranderde, kan een ander zien.

# Een wachtzin kiezen
keys-passphrase = Wachtzin
keys-passphrase-title = Kies je wachtzin
keys-passphrase-title-new = Kies een nieuwe wachtzin
keys-passphrase-what = Een wachtzin is een wachtwoord van een paar woorden. Je gebruikt hem elke keer om je dagboek te openen.
keys-passphrase-after-recovery = Je bent binnen met je herstelsleutel. Kies nu een wachtzin die je onthoudt. Je herstelblad blijft geldig.
keys-passphrase-change = Vanaf nu opent je dagboek met de nieuwe wachtzin. Je herstelblad blijft geldig.
keys-passphrase-nobody = Niemand kan je wachtzin herstellen
keys-passphrase-nobody-why = Wij niet, je ICT-afdeling niet en de gemeente ook niet. Ben je hem kwijt, dan helpt alleen het herstelblad.
keys-passphrase-hint = Vijf gewone woorden zijn sterker dan één moeilijk woord, en makkelijker te onthouden.
keys-passphrase-repeat = Nog een keer, tegen typefouten
keys-propose = Stel een wachtzin voor
keys-propose-again = Stel een andere voor
keys-proposed = Het lot koos deze woorden. Schrijf ze over voordat je verdergaat, en bewaar dat papiertje tot je ze kent.
keys-strength-too-short = Nog te kort.
keys-strength-weak = Makkelijk te raden. Wie deze computer in handen krijgt, vindt hem binnen een paar dagen.
keys-strength-fair = Redelijk. Genoeg tegen iemand die nieuwsgierig is, niet tegen iemand die alles probeert.
keys-strength-good = Goed. Met gewone middelen niet te raden.
keys-strength-strong = Sterk. Niet te raden.
keys-objection-missing = Vul een wachtzin in.
keys-objection-too-short = Deze wachtzin is te kort. Doe er een paar woorden bij.
keys-objection-differs = De tweede is anders dan de eerste. Typ hem nog eens, of kies Toon om mee te lezen.
keys-objection-weak = Deze wachtzin is makkelijk te raden. Neem liever een andere. Wil je hem toch? Kies dan nog een keer { $button }.
keys-use-passphrase = Gebruik deze wachtzin
keys-keep-passphrase = Nu niet

# Het herstelblad
keys-sheet-title = Maak je herstelblad
keys-sheet-what = Wachtzin kwijt? Met deze sleutel kom je toch in je dagboek. Schrijf hem over op papier en bewaar dat op een andere plek dan deze computer.
keys-sheet-who = Wie dit blad heeft, kan je dagboek openen.
keys-sheet-groups = Je herstelsleutel, in zes groepen
keys-sheet-copied = Ik heb hem overgeschreven
keys-sheet-save = Bewaar als pagina
keys-sheet-save-warning = Met de hand overschrijven is het veiligst: printers en PDF-programma’s bewaren vaak een kopie.
keys-sheet-saved = Bewaard in { $path }
keys-sheet-saved-next = Haal het bestand van deze computer zodra je het op papier hebt. Wie het vindt, kan je dagboek openen.
keys-sheet-later = Later
keys-sheet-later-what = Kies je voor later, dan staat het in je dagboek klaar. Tot die tijd is je wachtzin de enige sleutel.
keys-sheet-again = Probeer het nog eens
keys-confirm-title = Typ twee groepen van je blad
keys-confirm-what = Zo weet je zeker dat het goed op papier staat. Hoofdletters maken niet uit.
keys-confirm-group = Groep { $number }
keys-confirm-done = Open mijn dagboek

# Openen
keys-unlock-title = Welkom terug
keys-unlock-change = Typ eerst de wachtzin die je nu hebt. Daarna kies je een nieuwe.
keys-unlock-sheet = Typ eerst je wachtzin. Daarna maak je een herstelblad.
keys-unlock = Open mijn dagboek
keys-unlock-forgotten = Ik weet mijn wachtzin niet meer
keys-unlock-no-sheet = Je dagboek gaat dan alleen open met een herstelblad, en dat is nog niet gemaakt. Niemand kan je wachtzin herstellen. Probeer rustig wat je wachtzin geweest kan zijn: zo vaak als je wilt.
keys-unlock-key-title = Open met je herstelsleutel
keys-unlock-key-what = Neem je herstelblad erbij. Daarna kun je een nieuwe wachtzin kiezen.
keys-unlock-key = Herstelsleutel
keys-unlock-key-hint = Zes groepen van vijf tekens. Hoofdletters en spaties maken niet uit.
keys-unlock-key-missing = Vul je herstelsleutel in.
keys-unlock-back = Terug naar mijn wachtzin
keys-work-opening = Openen…
keys-work-making = Je dagboek wordt gemaakt…
keys-work-changing = Je wachtzin wordt veranderd…
keys-work-mending = Terugzetten…

# Wat er net gebeurde
keys-notice-idle = Je dagboek ging op slot omdat je even niets deed.
keys-notice-screen = Je dagboek ging op slot toen je scherm op slot ging.
keys-notice-sleep = Je dagboek ging op slot toen je computer in slaapstand ging.
keys-notice-lid = Je dagboek ging op slot toen je je laptop dichtdeed.
keys-notice-saved = Alles wat je schreef, is bewaard.
keys-notice-not-saved = Wat je in de laatste twee seconden typte, kan weg zijn. De rest is bewaard.
keys-notice-journal-stopped = Het dagboek stopte onverwacht. Alles wat bewaard was, staat er nog. Je kunt het gewoon weer openen.
keys-notice-keys-stopped = Dit venster stopte onverwacht en is opnieuw geopend. Met je dagboek is niets gebeurd.
keys-notice-opening-failed = Je wachtzin klopte, maar je dagboek ging niet open
keys-notice-opening-failed-safe = De bestanden die er nu staan, blijven bewaard. Ook je reservekopieën zijn er los van: zet je er een terug, dan wordt er niets overschreven.
keys-notice-mended = De vorige versie van je sleutels staat terug. Heb je pas je wachtzin veranderd? Dan kan het zijn dat de oude weer geldt.

# Wat in de weg staat
keys-blocked-title = Je dagboek kan nu niet open
keys-blocked-folder = De map van je dagboek:
keys-blocked-mend = Zet de vorige versie terug
keys-blocked-mend-what = Het beschadigde bestand wordt bewaard naast de vorige versie. In je dagboek zelf verandert niets.
keys-blocked-again = Kijk opnieuw
keys-blocked-quit = Sluit { -app }

# Een reservekopie terugzetten
keys-begin-restore = Ik heb al een dagboek: terugzetten
keys-backups-title = Kies een reservekopie
keys-backups-what = Elke reservekopie is op slot, net als je dagboek. Wat erin staat, zie je als hij open is.
keys-backups-aside = Je dagboek van nu gaat niet verloren. Het wordt opzijgelegd en blijft daar 180 dagen. Er wordt niets overschreven.
keys-backups-since = Wat je na een reservekopie schreef, staat er niet in.
keys-backups-list = Gevonden reservekopieën
keys-backups-folder = De map waarin we keken:
keys-backups-newest = De nieuwste
keys-backups-damaged = Lukte niet: beschadigd
keys-backups-gone = Lukte niet: is er niet meer
keys-backups-other-key = Lukte niet: van een ander dagboek of een vroegere sleutel
keys-backups-all = Toon alle { $count } reservekopieën
keys-backups-none-in = Geen reservekopieën gevonden in { $folder }
keys-backups-none-own = Geen reservekopieën gevonden op deze computer of op je tweede plek
keys-backups-none-look = Zoek de map die Terugblik heet, of de map backups in de map van je dagboek. Daarin staan mappen met een datum als naam, zoals 20261122T164512Z. Bij een stick mag je ook de stick zelf kiezen.
keys-backups-elsewhere = Kies een andere map of stick
keys-backups-next = Ga verder
keys-leave = Toch niet
keys-restore-offer = Zet een reservekopie terug
keys-restore-offer-what = Je kunt een reservekopie terugzetten. Wat er nu staat, wordt opzijgelegd. Er wordt niets overschreven.
keys-restore-title = Open je reservekopie
keys-restore-which = Dit wordt teruggezet: de reservekopie van { $when }.
keys-restore-since = Wat je na dat moment schreef, staat er niet in.
keys-restore-passphrase-what = Typ de wachtzin van dit dagboek. Had je toen een andere wachtzin, probeer dan ook die.
keys-restore-key-what = Neem je herstelblad erbij. Daarna kies je een nieuwe wachtzin.
keys-restore-with-key = Open met mijn herstelsleutel
keys-restore-go = Terugzetten
keys-restore-other = Kies een andere reservekopie
keys-restored-title = Je dagboek is terug
keys-restored-counted = { $entries ->
        [0] Er staan nog geen terugblikken in.
        [one] Eén terugblik geteld.
       *[other] { $entries } terugblikken geteld.
    }
keys-restored-aside = Wat er stond, is opzijgelegd. Het staat in deze map:
keys-restored-aside-until = Daar blijft het 180 dagen. Daarna wordt het vanzelf gewist. Wat uit je dagboek weggaat door een termijn of met een schuilnaam, gaat ook hieruit als je sleutel nog past.
keys-restored-choose = Je opende de reservekopie met je herstelsleutel. Kies nu een wachtzin die je onthoudt.
keys-restored-passphrase = Kies een nieuwe wachtzin
keys-restored-open = Open je dagboek
keys-work-finding = Kijken wat er is…
keys-work-restoring = Je dagboek wordt teruggezet en geteld…

# Alleen lezen
keys-to-read = Alleen lezen
keys-to-read-what = Je kunt dan alles lezen wat nog leesbaar is. Er wordt niets geschreven, dus aan je bestanden verandert niets.

# Na een nieuwe wachtzin of een nieuw herstelblad
keys-changed-passphrase-title = Je nieuwe wachtzin geldt
keys-changed-passphrase-copies = { $copies ->
        [0] Je dagboek gaat open met je nieuwe wachtzin. De oude past daar niet meer op.
        [one] Je dagboek en één reservekopie gaan open met je nieuwe wachtzin. De oude past daar niet meer op.
       *[other] Je dagboek en { $copies } reservekopieën gaan open met je nieuwe wachtzin. De oude past daar niet meer op.
    }
keys-changed-passphrase-elsewhere = Waar de oude wachtzin nog past
keys-changed-passphrase-known = Kan iemand je oude wachtzin kennen? Maak dan een nieuwe sleutel. Je dagboek wordt dan opnieuw versleuteld.
keys-changed-sheet-title = Je nieuwe herstelblad geldt
keys-changed-sheet-copies = { $copies ->
        [0] Je dagboek gaat open met je nieuwe herstelblad. Het oude past daar niet meer op.
        [one] Je dagboek en één reservekopie gaan open met je nieuwe herstelblad. Het oude past daar niet meer op.
       *[other] Je dagboek en { $copies } reservekopieën gaan open met je nieuwe herstelblad. Het oude past daar niet meer op.
    }
keys-changed-sheet-elsewhere = Waar het oude herstelblad nog past
keys-changed-sheet-known = Kan iemand je oude herstelblad hebben? Maak dan een nieuwe sleutel. Je dagboek wordt dan opnieuw versleuteld.
keys-changed-out-of-reach = Op je tweede plek. Die is nu niet aangesloten, dus de reservekopieën daar zijn nog als eerst.
keys-changed-left = Op een reservekopie op deze computer. Die kon nu niet worden aangepast.
keys-changed-organisation = Op kopieën die je organisatie van deze computer maakt, en op kopieën die je zelf ergens anders bewaarde.
keys-changed-renew = Nieuwe sleutel maken
keys-changed-open = Open mijn dagboek

# Een nieuwe sleutel
keys-unlock-renew = Typ eerst de wachtzin die je nu hebt. Daarna maak je een nieuwe sleutel.
keys-renew-title = Een nieuwe sleutel
keys-renew-what = Je terugblikken blijven zoals ze zijn. Je hele dagboek wordt opnieuw versleuteld. Dat kan even duren.
keys-renew-passphrase = Je kiest opnieuw een wachtzin. De wachtzin die iemand kan kennen, neem je niet nog eens.
keys-renew-backups = Reservekopieën met de oude sleutel verdwijnen, op deze computer en op je tweede plek als die is aangesloten. Er komt meteen een nieuwe reservekopie.
keys-renew-sheet = Je oude herstelblad past niet meer. Je maakt straks een nieuw.
keys-renew-elsewhere = Kopieën die ergens anders liggen, gaan nog open met de oude wachtzin en het oude herstelblad. Dat geldt ook voor dagboeken die hier bij een terugzetting zijn bewaard. Wat je vanaf nu schrijft, kan niemand daarmee lezen.
keys-renew-go = Ga verder
keys-renew-later = Nu niet
keys-passphrase-renew = Met deze wachtzin gaat je dagboek straks open, onder de nieuwe sleutel. Daarna maak je een nieuw herstelblad.
keys-sheet-renewed = Je dagboek heeft een nieuwe sleutel. Je oude herstelblad past niet meer: dit is het nieuwe.
keys-work-renewing = Je dagboek wordt opnieuw versleuteld…

# Hoe zwaar het slot is
keys-unlock-cost = Typ eerst je wachtzin. Daarna kies je hoe zwaar het slot is.
keys-cost-title = Hoe zwaar het slot is
keys-cost-what = Hoe zwaarder het slot, hoe langer iemand moet raden die je computer heeft. Dit is hoelang het openen op deze computer duurt.
keys-cost-list = Openen duurt
keys-cost-time-short = Ongeveer { NUMBER($seconds, maximumFractionDigits: 1) } seconde
keys-cost-time = Ongeveer { NUMBER($seconds, maximumFractionDigits: 1) } seconden
keys-cost-memory = { $mebibytes } MB geheugen
keys-cost-memory-now = { $mebibytes } MB geheugen. Zo is het nu.
keys-cost-too-little = { $mebibytes } MB: daarvoor is nu niet genoeg geheugen
keys-cost-too-little-now = { $mebibytes } MB, zoals het nu is: daarvoor is nu niet genoeg geheugen
keys-cost-unavailable = Kan nu niet
keys-cost-advice = Neem het zwaarste slot waar je elke keer op kunt wachten. Ongeveer een seconde is goed.
keys-cost-elsewhere = Kopieën die ergens anders liggen, houden het slot dat ze hebben.
keys-cost-use = Gebruik dit slot
keys-cost-keep = Laat het zo
keys-cost-again = Meet opnieuw
keys-work-measuring = We meten hoelang openen duurt. Dat kan even duren…
keys-work-changing-cost = Het slot wordt veranderd…

# Dagboek wissen
keys-wipe-title = Dagboek wissen
keys-wipe-now = Er is nog niets gewist. Pas als je hieronder op de knop drukt, gaat het weg.
keys-wipe-gone = Dit gaat weg
keys-wipe-gone-journal = Je dagboek en je sleutels. Ook de dagboeken die eerder zijn opzijgelegd.
keys-wipe-gone-backups = De reservekopieën op deze computer, en op je tweede plek als die is aangesloten.
keys-wipe-stays = Dit blijft bestaan
keys-wipe-stays-elsewhere = Kopieën die ergens anders liggen, zoals op een stick die nu niet is aangesloten of bij je organisatie. Die gaan nog open met je wachtzin of je herstelblad.
keys-wipe-sheet-only = Heb je alleen nog je herstelblad? Open daar eerst je dagboek mee en kies een nieuwe wachtzin. Daarmee kun je wissen.
keys-wipe-sure = Ik weet dat dit niet terug te draaien is
keys-wipe-not-sure = Vink eerst aan dat je weet dat dit niet terug te draaien is.
keys-wipe-go = Wis dagboek
keys-work-wiping = Je dagboek wordt gewist…
keys-wiped-title = Je dagboek is gewist
keys-wiped-what = Je dagboek, je sleutels en de reservekopieën die we konden bereiken, zijn weg.
keys-wiped-out-of-reach = Je tweede plek was niet aangesloten. De reservekopieën daar bestaan nog, en gaan open met je wachtzin of je herstelblad. Wis ze zelf als je ze niet wilt bewaren:
keys-wiped-elsewhere = Liggen er ergens anders nog kopieën, dan bestaan die nog.
keys-wiped-quit = Sluiten
keys-wiped-new = Nieuw dagboek maken

## Journal window

journal-skip = Naar de inhoud
journal-navigation = Delen van je dagboek
journal-today = Vandaag
journal-entries = Terugblikken
look-back-title = Kijkmoment
through-title = Eén vraag door de tijd
packs-title = Handboeken
journal-tried = Proefjes & kijkmomenten
journal-sheets = Bladen
journal-handbook = Handboek
journal-rules = Vuistregels
journal-bin = Prullenbak
journal-settings = Instellingen & privacy
journal-help = Hulp
journal-lock = Vergrendelen
journal-locking = Je dagboek gaat op slot.
journal-title = { $screen } · { -app }
journal-put-away = Sluit deze melding

journal-said-saved = Alles is al bewaard. Dat gaat vanzelf.
journal-said-done = Klaar voor nu. Wat je schreef, is bewaard.
journal-said-restored = De terugblik staat weer op zijn plaats.
journal-said-erased = De terugblik is gewist.
journal-said-erased-everywhere = { $rewritten ->
        [0] De terugblik is gewist. In je reservekopieën stond hij niet.
        [one] De terugblik is gewist, ook uit één kopie.
       *[other] De terugblik is gewist, ook uit { $rewritten } kopieën.
    }
journal-said-erased-left = { $left ->
        [one] Eén kopie kon niet worden aangepast. Daar kan hij nog in staan.
       *[other] { $left } kopieën konden niet worden aangepast. Daar kan hij nog in staan.
    }
journal-said-erased-out-of-reach = De tweede plek is nu niet aangesloten. Is hij er weer, dan worden de reservekopieën daar ook aangepast.
journal-said-backup = De reservekopie is gemaakt, geopend en geteld.
journal-said-place = Vanaf nu gaan je reservekopieën ook naar deze plek.
journal-said-place-forgotten = De tweede plek wordt niet meer gebruikt. Wat daar ligt, blijft er liggen.
journal-said-accepted = Je gaat verder met je dagboek zoals het nu is.
journal-said-settings = Je keuze is bewaard.
journal-said-in-bin = De terugblik ligt 24 uur in de prullenbak.
journal-said-changed = De terugblik is aangepast.
journal-said-let-go = Losgelaten. Dit komt niet meer terug.
journal-keep-after-all = Toch bewaren
journal-restore = Zet terug
journal-try-again = Probeer opnieuw

journal-not-saved = Nog niet bewaard
journal-not-saved-body = Je tekst staat er nog. { -app } probeert het vanzelf opnieuw.
journal-unsaved-title = Nog niet alles is bewaard
journal-unsaved-body = Als je nu weggaat, raak je je laatste woorden kwijt. Blijf open en probeer het nog eens.
journal-unsaved-stay = Blijf open
journal-unsaved-leave = Ga weg zonder te bewaren
journal-covered-title = Je dagboek is afgedekt
journal-covered-body = Er was even niemand. Je laatste woorden konden nog niet worden bewaard, daarom is je dagboek nog niet op slot. Zodra het lukt, gaat het vanzelf op slot.
journal-covered-leave = Vergrendel zonder te bewaren
journal-stuck-title = Dat lukte niet
journal-harm-read = Lees wat je kunt doen

trial-title = Reservekopie bekijken
trial-band = Je kijkt in de reservekopie van { $when }. Hier kun je niets veranderen.
trial-back = Terug naar je dagboek
trial-opening = De reservekopie wordt geopend en geteld. Dat kan even duren.
trial-closing = Je dagboek komt terug.
trial-empty = In deze reservekopie staat geen terugblik

only-title = Alleen lezen
only-band = Je dagboek is alleen open om te lezen. Er verandert niets. Kopieer wat je nodig hebt, of zet een reservekopie terug.
only-restore = Zet een reservekopie terug
only-empty = Hier staat geen terugblik

idle-title = Ben je er nog?
idle-body = Je dagboek gaat zo op slot. Wat je schreef, is bewaard.
idle-seconds = Nog { $seconds } { $seconds ->
        [one] seconde
       *[other] seconden
    }
idle-stay = Blijf open
idle-lock = Vergrendel nu

today-night = Dag
today-morning = Goedemorgen
today-afternoon = Goedemiddag
today-evening = Goedenavond
today-intro = Even terug naar een gesprek van vandaag? Twee regels is al genoeg.
today-new = Nieuw contactmoment
today-new-body = Een paar vragen over een gesprek, een bezoek of een telefoontje.
today-free = Vrije bladzijde
today-free-body = Schrijf wat je kwijt wilt, zonder vragen.
today-after-a-while = Fijn dat je er weer bent. Begin gewoon waar je nu bent.
today-returns = Wat terugkomt
today-returns-body = Dit wilde je een keer proberen. Het komt vanzelf terug bij het volgende contact.
today-returns-alias = Nieuw contactmoment met { $alias }
today-returns-kind = Nieuw contactmoment: { $kind }
today-returns-all = Laat alles zien
today-let-go = Laat los
today-continue = Verder waar je was
today-continue-action = Verder schrijven
today-empty = Hier komt je laatste terugblik te staan
today-empty-body = Wat je schrijft, blijft op deze computer. Niemand anders kan het lezen.
today-nothing-written = Nog niets geschreven
today-recovery-title = Je herstelblad is nog niet klaar
today-recovery-body = Vergeet je je wachtzin, dan kom je alleen met het herstelblad weer binnen. Het kost je een paar minuten.
today-recovery-action = Maak het herstelblad
today-passphrase-title = Kies een nieuwe wachtzin
today-passphrase-body = Je kwam binnen met je herstelsleutel. Met een nieuwe wachtzin kom je er de volgende keer weer gewoon in.
today-passphrase-action = Kies een wachtzin
today-later = Later
today-check-running-title = De vorige keer niet afgesloten
today-check-running-body = { -app } kijkt je dagboek na. Je kunt gewoon schrijven.
today-check-sound-title = Niet afgesloten, gecontroleerd, alles leesbaar
today-check-sound-body = De vorige keer stopte { -app } onverwacht. Hooguit de laatste twee seconden van je tekst ontbreken.
today-check-changed-title = Je dagboek is buiten { -app } om veranderd
today-check-changed-body = Misschien is een oude versie van het bestand teruggezet, of liep een ander programma erdoorheen. { -app } heeft zelf niets veranderd. Kijk of je laatste terugblikken er staan. Weet je niet hoe dit komt? Vraag je ICT-afdeling om hulp.
today-check-damaged-title = Een deel van je dagboek is beschadigd
today-check-damaged-body = Wat je ziet, kun je lezen. Er kan iets ontbreken. { -app } heeft niets veranderd of weggegooid.
today-check-backup = { $entries ->
        [0] Je nieuwste goede reservekopie is van { $when }. Er staat nog geen terugblik in.
        [one] Je nieuwste goede reservekopie is van { $when }. Er staat één terugblik in.
       *[other] Je nieuwste goede reservekopie is van { $when }. Er staan { $entries } terugblikken in.
    }
today-check-no-backup = Er is nu geen goede reservekopie te vinden. Laat de map van je dagboek zoals hij is en vraag je ICT-afdeling om hulp.
today-check-try = Bekijk die eerst
today-check-accept = Ik ga verder met wat er nu staat
today-check-accept-title = Verder met wat er nu staat?
today-check-accept-body = Kijk eerst of je laatste terugblikken er staan. Daarna geldt je dagboek zoals het nu is, en komen er weer vanzelf reservekopieën van.
today-check-accept-yes = Ja, ga verder
today-check-accept-no = Nog niet
today-backups = Bekijk je reservekopieën

contact-title = Nieuw contactmoment
contact-intro = Net genoeg om straks te weten over welk gesprek het ging.
contact-day = Dag
contact-day-missing = Vul een hele datum in.
contact-day-ahead = Deze dag moet nog komen. Kies vandaag of een dag ervoor.
contact-day-time = Dag (of de laatste)
contact-kind = Soort contact
contact-time = Zonder contact
contact-kind-missing = Kies een soort contact. Of neem een vrije bladzijde, zonder contactmoment.
contact-alias = Schuilnaam (mag leeg blijven)
contact-alias-hint = Nooit een naam of klantnummer. Zo vind je gesprekken met dezelfde { -resident } terug.
contact-alias-known = Eerder gebruikt
contact-alias-propose = Stel een schuilnaam voor
contact-minutes = Hoeveel tijd heb je?
contact-minutes-choice = { $minutes } min
contact-more = Vertel iets meer (hoeft niet)
contact-more-body = Dan passen de vragen beter. Een gok is goed genoeg.
contact-baggage = Wat draagt de { -resident } mee?
contact-baggage-life-story = Een zwaar levensverhaal
contact-baggage-criticism = Kritiek op de gemeente of de hulp
contact-baggage-both = Allebei
contact-baggage-unknown = Weet ik niet
contact-young = Een jongere (18 tot 27)
contact-mood = Hoe zit je erbij?
contact-mood-calm = Rustig
contact-mood-touched = Geraakt
contact-mood-angry = Boos
contact-mood-proud = Trots
contact-keep = Bewaar bagage en stemming bij deze terugblik
contact-keep-body = Anders vergeet { -app } ze zodra je dagboek op slot gaat.
contact-keep-mood = Bewaar je stemming bij deze terugblik
contact-keep-mood-body = Anders vergeet { -app } die zodra je dagboek op slot gaat.
contact-prepare-when = Komt het gesprek nog?
contact-prepare = Eerst voorbereiden
contact-sheets = Liever een blad?
contact-begin = Begin
contact-free = Vrije bladzijde

writing-step = Vraag { $number }
writing-later = Later geschreven
writing-other = Andere vraag
writing-other-shown = Er staat nu een andere vraag.
writing-other-none = Voor dit contact is er nu geen andere vraag. Een eigen vraag kan wel.
writing-outcome = Je voornemen
writing-outcome-title = Je wilde proberen
writing-outcome-erased = Wat je wilde proberen, staat er niet meer.
writing-outcome-field = Wat kwam ervan?
writing-outcome-hint = In een paar woorden, of niet.
writing-outcome-let-go = Laat dit voornemen los
writing-outcome-let-go-said = Dit voornemen komt niet meer terug.
writing-outcome-keep = Toch bewaren
writing-outcome-now = En nu?
writing-outcome-again = Nog een keer
writing-outcome-again-said = Het staat ook bij Tot slot. Daar kun je het nog veranderen.
writing-outcome-differently = Anders proberen
writing-own = Eigen vraag
writing-own-title = Wat vraag je jezelf?
writing-own-question = Je vraag
writing-own-answer = Je antwoord
writing-own-change = Verander je vraag
writing-no-question = Voor dit contact heeft het handboek in zo weinig tijd geen vraag. Schrijf wat er is, of stel jezelf een vraag. Heb je een andere keer meer minuten, dan is er meer te kiezen.
writing-free = Vrije bladzijde
writing-free-title = Wat wil je kwijt?
writing-free-intro = Schrijf wat er is. Het hoeft nergens naartoe.
writing-why = Waarom deze vraag?
writing-theme = Thema
writing-sources = Waar de vraag vandaan komt
writing-source-read = Gelezen: { $what }
writing-source-not-read = Niet gelezen: { $what }
writing-hint = Schrijf over wat jij zag, dacht en deed.
writing-previous = Vorige vraag
writing-next = Volgende vraag
writing-back = Terug
writing-on = Verder
writing-done = Klaar
writing-saved = Bewaard om { $time }
writing-saved-before = Bewaard op { $day } om { $time }
writing-not-saved = Nog niet bewaard
writing-overview = In deze terugblik
writing-fetching = Je vragen komen eraan.

closing-step = Tot slot
closing-intention = Wat wil je de volgende keer één keer proberen?
closing-intro = Eén ding, hoe klein ook. Overslaan mag altijd.
closing-returns = Wanneer komt dit terug?
closing-returns-alias = Bij het volgende contact met { $alias }
closing-returns-kind = Bij het volgende contact van deze soort ({ $kind })
closing-returns-alone = Dit komt terug bij het volgende contact van deze soort ({ $kind }).
closing-returns-today = Dit blijft bij Vandaag staan, tot je het loslaat.
closing-feeling = Hoe was het voor jou?
closing-feeling-hint = Alleen voor jou.

mirror-title = Wijst dit een persoon aan?
mirror-keys = Met F8 ga je hierheen en terug. Enter vervangt. Delete betekent: geen persoon.
mirror-replace = Vervang door { $words }
mirror-spare = Geen persoon
mirror-all = Laat alle { $count } plekken zien
mirror-blank-name = [naam]
mirror-somebody = een { -resident(form: "one") }
mirror-blank-address = [adres]
mirror-blank = […]
mirror-said-new = { $count ->
        [one] 1 plek om na te kijken. Met F8 ga je erheen.
       *[other] { $count } plekken om na te kijken. Met F8 ga je erheen.
    }
mirror-said-replaced = Vervangen door { $words }.
mirror-said-spared = Geen persoon.
mirror-said-left = { $count ->
        [0] Er is niets meer om na te kijken.
        [one] Nog 1 plek.
       *[other] Nog { $count } plekken.
    }
mirror-kind-bsn = burgerservicenummer
mirror-kind-iban = rekeningnummer
mirror-kind-phone = telefoonnummer
mirror-kind-email = e-mailadres
mirror-kind-postcode = postcode
mirror-kind-street = adres
mirror-kind-birth-date = geboortedatum
mirror-kind-plate = kenteken
mirror-kind-case-number = dossiernummer of klantnummer
mirror-kind-name = naam
mirror-kind-alias = schuilnaam
mirror-weight-health = gezondheid
mirror-weight-crime = strafbare feiten
mirror-weight-faith = geloof
mirror-weight-origin = afkomst
mirror-left = Er staat nog iets dat een persoon kan aanwijzen: { $kinds }.
mirror-left-go = Kijk het na
mirror-weighty = Er staat iets over { $what }. De wet beschermt dat extra. Is het hier nodig?
mirror-alias-person = Dit lijkt een echte naam. Neem liever een woordpaar.
mirror-alias-alike = Lijkt op { $alias }. Zo haal je ze makkelijk door elkaar.
mirror-key-list = Naar de lijst met wat een persoon kan aanwijzen, en terug
mirror-key-rows = In die lijst: naar een andere plek
mirror-key-row-replace = In die lijst: vervangen
mirror-key-row-spare = In die lijst: geen persoon
mirror-key-replace = In je tekst: vervang wat bij de cursor een persoon aanwijst
mirror-key-spare = In je tekst: dit is geen persoon

dossier-title = Hoort dit in het dossier?
dossier-facts = Feiten die tellen voor het recht, het plan of de veiligheid van een { -resident } horen in het zaaksysteem. Zet ze daar zelf in, met de hand. { -app } neemt niets over.
dossier-here = Hier schrijf je over wat jij zag, dacht en deed. Ook wat hier staat, kan onder het recht op inzage vallen.
dossier-safety = Als je je ernstig zorgen maakt over iemands veiligheid
dossier-safety-general = Wacht dan niet tot je hier klaar bent. Volg de meldcode en de afspraken van je organisatie.

status-personal = Persoonlijk
status-shown = Getoond op { $day }
status-carried-out = Uitgevoerd op { $day }, als pagina
status-goes-term = Gaat weg op { $day }. Het laatste contact met deze schuilnaam is dan lang geleden.
status-goes-two-years = Gaat weg op { $day }. Een terugblik met een schuilnaam blijft nooit langer dan twee jaar.
status-goes-closed = Gaat weg op { $day }. De begeleiding is afgesloten.
status-show = Ik heb dit laten zien
status-show-title = Heb je dit laten zien?
status-show-only = Een terugblik die iemand anders zag, is niet meer alleen voor jou.
status-show-resident = Hij hoort dan eerder bij wat een { -resident } mag inzien.
status-show-told = { -app } vertelt het aan niemand. Bij de terugblik komt te staan dat je hem vandaag liet zien. Dat kun je niet terugdraaien.
status-show-yes = Ja, ik heb dit laten zien
status-show-no = Nee, laat het zo

entries-title = Terugblikken
entries-search = Zoek in wat je schreef
entries-search-hint = Een deel van een woord is genoeg.
entries-found = { $count ->
        [0] Niets gevonden. Probeer een ander woord, of een stukje ervan.
        [one] Eén terugblik gevonden
       *[other] { $count } terugblikken gevonden
    }
entries-cut-off = Dit zijn de nieuwste. Met een woord erbij vind je wat ouder is.
entries-empty = Hier komen je terugblikken te staan
entries-empty-body = De nieuwste bovenaan, per maand. Begin met een contactmoment of een vrije bladzijde.
entries-more = Laat oudere zien
entries-free = Vrije bladzijde
entries-nothing-written = Nog niets geschreven
entries-new = Nieuw contactmoment

reading-back = Alle terugblikken
reading-cell = { $label } · { $heading }
reading-free = Vrije bladzijde
reading-empty = Hier staat nog niets. Dat mag zo blijven.
reading-write-on = Verder schrijven
reading-to-bin = Naar de prullenbak
reading-written = Geschreven op { $day }
reading-own = Eigen vraag
reading-tried = Je wilde proberen, sinds { $day }
reading-outcome = Wat ervan kwam
reading-intention = Voor de volgende keer
reading-returns-alias = Komt terug bij het volgende contact met { $alias }.
reading-returns-kind = Komt terug bij het volgende contact van deze soort: { $kind }.
reading-feeling = Hoe was het voor jou?
reading-later = Later geschreven, op { $day }
reading-updated = Bijgewerkt op { $day }
reading-baggage-life-story = De { -resident(form: "one") } droeg een zwaar levensverhaal mee.
reading-baggage-criticism = De { -resident(form: "one") } had kritiek op de gemeente of de hulp.
reading-baggage-both = De { -resident(form: "one") } droeg een zwaar levensverhaal mee en had kritiek op de gemeente of de hulp.
reading-baggage-unknown = Je wist niet wat de { -resident(form: "one") } meedroeg.
reading-mood-calm = Je was rustig toen je dit schreef.
reading-mood-touched = Je was geraakt toen je dit schreef.
reading-mood-angry = Je was boos toen je dit schreef.
reading-mood-proud = Je was trots toen je dit schreef.
reading-change = Dag of contact veranderen
reading-neighbours = Andere terugblikken
reading-newer = Nieuwere terugblik
reading-older = Oudere terugblik

sheet-page = Blad
sheet-intro = Een blad helpt als één ding je aandacht vraagt: een keuze, een overleg, een afspraak. Alles mag leeg blijven.
sheet-first = Past bij je laatste contact ({ $kind })
sheet-theme-none = Andere bladen
sheet-none = Het handboek heeft nu geen bladen.
sheet-new = Nieuw blad
sheet-earlier = Eerdere bladen
sheet-earlier-intro = Wat je eerder op dit blad schreef, het nieuwste bovenaan.
sheet-earlier-none = Je hebt dit blad nog niet gebruikt.
sheet-compare = Eerdere versies
sheet-compare-intro = Je versies naast elkaar, de nieuwste eerst. Wat er anders is, zie je zelf.
sheet-open = Open dit blad
sheet-person-free = Zonder personen, om mee te nemen.
sheet-about = Waar gaat dit blad over?
sheet-about-none = Niet over één contact
sheet-overview = In dit blad
sheet-before = Wat je eerder schreef
sheet-form-gone = Het handboek heeft dit blad niet meer. Wat je schreef, staat er nog, en je kunt het aanvullen.
sheet-row = { $label } ({ $number })
sheet-row-take = Haal weg
sheet-row-taken = Weggehaald.
sheet-row-back = Zet terug
sheet-suggestions = Kies uit de lijst, of schrijf iets anders.
sheet-chosen-before = Gekozen: { $choice }
sheet-choice-none = Neem terug
sheet-day-take = Neem { $day }
sheet-day-none = Geen dag
sheet-day-asks = Die dag komt deze vraag terug:
sheet-day-asked = Die dag komt terug: { $question }
sheet-came = Wat je schreef op het kijkmoment van { $day }
sheet-table = Naast elkaar
sheet-table-field = Onderwerp
sheet-free-title = Om mee te nemen
sheet-free-left = Hier staat nog iets dat naar een persoon wijst.
sheet-free-none = Er is niets gevonden dat naar een persoon wijst. Lees het zelf ook nog eens na.
sheet-save = Bewaar als pagina
sheet-save-title = Bewaren als pagina?
sheet-save-what = Dit blad komt in een bestand dat je zelf een plek geeft. Je kunt het openen en afdrukken.
sheet-save-open = Het bestand is niet versleuteld. Wie het heeft, kan alles lezen.
sheet-save-carried-out = Het blad geldt daarna als uitgevoerd. Dat is niet terug te draaien.
sheet-save-yes = Kies een plek
sheet-save-no = Laat het zo
sheet-saved = Het blad is bewaard:

prepare-today = Bereid een contact voor
prepare-kind = Wat voor contact wordt het?
prepare-kind-missing = Kies een soort contact. Zo vindt dit blad straks je terugblik.
prepare-day-bounds = Kies vandaag of een dag in het komende jaar.
prepare-before = Wat je vooraf schreef
prepare-for = Voor het contact van { $day }
prepare-empty = Daar staat niets.

look-back-today = Kijk even terug
look-back-today-body = Deze dag koos je zelf. Kijken mag nu, later of niet.
look-back-written = Geschreven: { $day }
look-back-comes = Komt terug op { $day }
look-back-open = Kijk nu
look-back-open-early = Kijk nu al
look-back-hint = Wat zag je? Een paar woorden zijn genoeg.
look-back-other = Komt het nu niet uit?
look-back-later = Later nog eens
look-back-day = Een andere dag
look-back-day-bounds = Kies een dag die nog komt, binnen een jaar.
look-back-move = Kijk op die dag
look-back-let-go = Laat los
look-back-sheet = Wat er stond, op { $day }
look-back-said-later = Dit komt terug op { $day }.

tried-intro = Wat je een keer wilde proberen, en de dagen waarop je terugkijkt.
tried-empty = Hier komt te staan wat je probeert
tried-empty-intentions = Aan het eind van een terugblik kun je één ding kiezen om te proberen. Het komt vanzelf terug bij het volgende contact.
tried-empty-look-backs = Op sommige bladen kies je een dag. Die dag komt de vraag terug: wat werd het?
tried-to-come = Kijkmomenten die nog komen
tried-title = Wat je wilde proberen
tried-more = Laat meer zien
tried-waits = Staat bij Vandaag, tot je het loslaat.
tried-told = Wat ervan kwam, op { $day }
tried-let-go = Losgelaten.
tried-replaced = Een ander voornemen kwam ervoor in de plaats.
tried-open = Open de terugblik
tried-open-told = Lees wat ervan kwam

change-day = Dag
change-kind = Soort contact
change-no-contact = Geen contactmoment
change-alias = Schuilnaam (mag leeg blijven)
change-alias-hint = Nooit een naam of klantnummer.
change-alias-known = Eerder gebruikt
change-save = Bewaar
change-leave = Laat het zo

bin-title = Prullenbak
bin-intro = Wat hier ligt, gaat 24 uur na het weggooien vanzelf weg. Tot dan kun je het terugzetten.
bin-empty = De prullenbak is leeg
bin-goes-today = Gaat vandaag om { $time } weg
bin-goes = Gaat op { $day } om { $time } weg
bin-restore = Zet terug
bin-erase = Nu wissen
bin-erase-title = Nu wissen?
bin-erase-body = Deze terugblik is dan meteen weg. Je kunt dit niet ongedaan maken.
bin-erase-keep = Laat liggen
bin-held = In reservekopieën kan deze terugblik nog staan tot en met { $day }.
bin-everywhere = Ook uit reservekopieën wissen
bin-everywhere-hint = Reservekopieën waar hij in staat, worden daarvoor opnieuw geschreven. Dagboeken die bij terugzetten zijn opzijgelegd ook. Dat kan even duren.
bin-erasing = De terugblik wordt gewist, ook uit je reservekopieën. Dat kan even duren.
bin-only-reading = Wat hier ligt, kun je nu niet terugzetten of wissen.
bin-free = Vrije bladzijde

life-leaving = Gaat weg
life-leaving-body = Dit gaat binnenkort vanzelf weg. Wat jij ervan leerde, mag blijven.
life-why-term = { $days } dagen na het laatste contact
life-why-two-years = Twee jaar na het schrijven
life-why-closed = De begeleiding is afgesloten
life-goes = Gaat weg op { $day }
life-goes-today = Gaat vandaag weg
life-leaving-open = Bewaar de les
life-leaving-more = Laat meer zien
life-free = Vrije bladzijde
life-lesson-title = Bewaar de les, niet de persoon
life-lesson-term = Deze terugblik gaat weg op { $day }. Het laatste contact is dan { $days } dagen of langer geleden.
life-lesson-two-years = Deze terugblik gaat weg op { $day }. Je schreef hem dan twee jaar of langer geleden.
life-lesson-closed = Deze terugblik gaat weg op { $day }, omdat de begeleiding is afgesloten.
life-lesson-ask = Wat jij ervan leerde, mag blijven. Wie het was, hoef je niet te bewaren.
life-lesson-text = Wat je schreef
life-lesson-empty = Hier staat niets.
life-lesson-field = Jouw vuistregel
life-lesson-hint = Eén zin over wat jij doet of laat. Zonder namen, en zonder iets waaraan je iemand herkent.
life-lesson-keep = Bewaar de vuistregel
life-lesson-other = Of kies iets anders
life-lesson-page = Schrijf een vrije bladzijde
life-lesson-page-body = Past het niet in één zin? Schrijf dan op wat jij leerde, in woorden zonder persoon. Die bladzijde blijft.
life-lesson-let = Laat vanzelf gaan
life-lesson-let-body = Je hoeft niets te doen. De terugblik gaat die dag weg, ook uit de reservekopieën waar { -app } bij kan.
life-lesson-erase = Nu wissen
life-lesson-erase-title = Nu wissen?
life-lesson-erase-body = In de prullenbak blijft deze terugblik nog 24 uur liggen. Wis je hem meteen, dan komt hij niet terug.
life-lesson-to-bin = Naar de prullenbak
life-lesson-at-once = Meteen wissen
life-lesson-stay = Laat staan
life-erasing = De terugblik wordt gewist. Dat kan even duren.
life-year = Nog nodig?
life-year-body = Deze bladen zijn ouder dan een jaar. Je hoeft ze niet te bewaren.
life-year-rest = Er zijn nog meer bladen van zo lang geleden. Je keuze geldt ook daarvoor.
life-year-keep = Nog een jaar bewaren
life-year-bin = Naar de prullenbak
life-nothing-written = Nog niets geschreven
life-said-lesson = Je vuistregel is bewaard. De terugblik gaat vanzelf weg.
life-said-year = Deze bladen blijven nog een jaar.
life-said-ended = Wat weg moest, is weg.

rule-intro = Wat je leerde over je eigen werk, in één zin. Er staat geen persoon in, dus dit blijft.
rule-new = Een nieuwe vuistregel
rule-hint = Eén zin over wat jij doet of laat, zonder namen.
rule-missing = Schrijf eerst een zin.
rule-add = Bewaar
rule-list = Wat je bewaarde
rule-empty = Hier komen je vuistregels te staan
rule-change = Verander
rule-field = Vuistregel
rule-leave = Laat het zo
rule-drop = Laat los
rule-said-kept = De vuistregel is bewaard.
rule-said-changed = De vuistregel is aangepast.
rule-said-dropped = Je liet deze vuistregel los. Hij staat onderaan.

alias-title = Schuilnamen
alias-intro = Een schuilnaam houdt gesprekken met dezelfde { -resident(form: "one") } bij elkaar. Anoniem is iemand daarmee niet.
alias-empty = Je gebruikt nog geen schuilnaam
alias-all = Alle schuilnamen
alias-last = Laatste contact: { $day }
alias-closed-on = Begeleiding afgesloten op { $day }
alias-step = Schuilnaam
alias-entries = Terugblikken
alias-entries-none = Hier staat geen terugblik meer.
alias-in-bin = Ligt in de prullenbak
alias-name = De naam
alias-name-body = Een andere schuilnaam geldt meteen overal. In je teksten blijft staan wat je schreef.
alias-rename = Geef een andere schuilnaam
alias-rename-title = Een andere schuilnaam
alias-rename-field = Nieuwe schuilnaam
alias-rename-hint = Twee gewone woorden die niets over iemand zeggen.
alias-rename-missing = Vul een schuilnaam in.
alias-rename-propose = Stel een schuilnaam voor
alias-rename-go = Verander
alias-rename-taken = { $alias } is al in gebruik. Gaat het om dezelfde { -resident(form: "one") }? Dan kun je ze samenvoegen.
alias-merge = Voeg samen met een andere
alias-merge-title = Schuilnamen samenvoegen?
alias-merge-field = Samenvoegen met
alias-merge-choose = Kies een schuilnaam
alias-merge-missing = Kies eerst een schuilnaam.
alias-merge-body = Wat onder { $alias } staat, komt onder de schuilnaam die je kiest. De naam { $alias } verdwijnt. Uit elkaar halen kan daarna niet meer.
alias-merge-life = Geen enkele terugblik blijft er langer door staan.
alias-merge-go = Voeg samen
alias-leave = Laat het zo
alias-close = Begeleiding afsluiten
alias-close-body = Zie je deze { -resident(form: "one") } niet meer voor je werk? Sluit dan de begeleiding af. Wat onder deze schuilnaam staat, gaat 30 dagen later weg.
alias-close-title = Begeleiding afsluiten?
alias-close-ask = Dan gaan de terugblikken met { $alias } weg op { $day }, of eerder als dat al vaststond. Wat weggaat, staat eerst een week bij Vandaag. Daar kun je per terugblik de les bewaren.
alias-close-back = Heb je toch weer contact, dan gaat de begeleiding vanzelf weer open.
alias-close-go = Sluit af
alias-closed-title = De begeleiding is afgesloten
alias-closed-body = Wat onder deze schuilnaam staat, gaat weg op { $day }, of eerder als dat al vaststond. Het staat eerst een week bij Vandaag. De les bewaren kan nu al: kies hierboven een terugblik, of schrijf zelf een vuistregel.
alias-closed-lesson = Schrijf een vuistregel
alias-reopen = Maak weer open
alias-overview = Overzicht voor inzage
alias-overview-body = Een { -resident(form: "one") } kan het recht hebben om te zien wat er over hem of haar staat. Deze notities zijn voor jou. Ze kunnen toch onder het recht op inzage vallen. Overleg met je privacy officer als iemand erom vraagt.
alias-overview-save = Overzicht bewaren
alias-overview-title = Overzicht bewaren?
alias-overview-ask = Alles onder { $alias } komt op één bladzijde, in een bestand dat je zelf een plek geeft.
alias-overview-open = De bladzijde is niet versleuteld. Wie het bestand heeft, kan alles lezen.
alias-overview-carried-out = De terugblikken gelden daarna als uitgevoerd. Dat is niet terug te draaien.
alias-overview-go = Kies een plek
alias-overview-saved = Het overzicht is bewaard:
alias-erase = Alles wissen
alias-erase-body = Wis in één keer alles wat onder deze schuilnaam staat.
alias-erase-title = Alles onder { $alias } wissen?
alias-erase-ask = Dit gaat nu weg, en komt niet terug:
alias-erase-entries = alle terugblikken met deze schuilnaam, ook in de prullenbak
alias-erase-contacts = de contactmomenten en de voornemens die erbij horen
alias-erase-name = de schuilnaam zelf, en wat het zoeken ervan wist
alias-erase-backups = hetzelfde in de reservekopieën waar { -app } nu bij kan, en in dagboeken die opzijliggen: die worden opnieuw geschreven
alias-erase-elsewhere = Kopieën die ergens anders liggen, blijven zoals ze zijn. Je vuistregels blijven ook.
alias-erase-keep = Laat staan
alias-erase-go = Wis alles
alias-erasing = Alles onder deze schuilnaam wordt gewist, ook uit je reservekopieën. Dat kan even duren.
alias-erased = { $alias } is gewist
alias-erased-backups = { $rewritten ->
        [0] In je reservekopieën stond er niets van.
        [one] Ook uit één kopie is alles weg.
       *[other] Ook uit { $rewritten } kopieën is alles weg.
    }
alias-erased-left = { $left ->
        [one] Eén kopie kon niet worden aangepast. Daar kan het nog in staan.
       *[other] { $left } kopieën konden niet worden aangepast. Daar kan het nog in staan.
    }
alias-erased-out-of-reach = Je tweede plek is nu niet aangesloten. Is hij er weer, dan worden de reservekopieën daar ook aangepast.
alias-erased-elsewhere = Kopieën die je zelf of je organisatie ergens anders bewaart, bestaan nog.
alias-erased-named = Deze woorden staan nog ergens anders: in een terugblik, of in wat je bij Leren bewaarde.
alias-erased-search = Zoek waar
alias-said-renamed = De schuilnaam is veranderd.
alias-said-merged = Alles staat nu onder { $alias }.
alias-said-closed = De begeleiding is afgesloten.
alias-said-opened = De begeleiding is weer open.

privacy-keep = Hoe lang blijft het
privacy-keep-body = Een terugblik met een schuilnaam gaat vanzelf weg: een tijd na het laatste contact, en nooit later dan twee jaar na het schrijven. Een terugblik zonder schuilnaam blijft. Eén keer per jaar vraagt { -app } of je die nog nodig hebt.
privacy-keep-legend = Na het laatste contact
privacy-keep-days = { $days } dagen
privacy-keep-hint = Kies je korter, dan gaat er niet meteen iets weg. Het staat altijd eerst een week bij Vandaag.
privacy-keep-house = Je organisatie houdt hoogstens { $days } dagen aan. Dat geldt ook hier.
privacy-keep-too-long = Langer dan je organisatie aanhoudt
privacy-keep-rights = Deze notities zijn voor jou. Ze kunnen toch onder het recht op inzage vallen.
privacy-aliases-body = Hier zie je per schuilnaam wat er staat en wanneer het weggaat. Je kunt er ook alles tegelijk wissen.
privacy-aliases-open = Bekijk je schuilnamen
privacy-spared = Woorden die geen persoon zijn
privacy-spared-body = Van deze woorden zei je dat ze niet over een persoon gaan. Daarom markeert { -app } ze niet.
privacy-spared-none = Er staan hier geen woorden. Wordt er tijdens het schrijven iets gemarkeerd dat geen persoon is, dan kun je dat daar zeggen.
privacy-spared-forget = Toch markeren
privacy-said-forgotten = { $word } wordt weer gemarkeerd.
privacy-look-title = Nakijken
privacy-look-body = { -app } kan alles wat je schreef nog eens nakijken op namen, nummers en adressen. Dat gebeurt op deze computer, en er wordt niets van bewaard.
privacy-look-open = Kijk alles na
privacy-look-intro = Hier komen terugblikken te staan waarin iets naar een persoon kan wijzen. Het kan zijn dat er niets aan de hand is: kijk zelf, en verander wat je wilt.
privacy-look-start = Begin
privacy-look-again = Kijk opnieuw na
privacy-look-on = Ga verder
privacy-look-stop = Stop
privacy-look-looking = Er wordt nagekeken.
privacy-look-stopped = Gestopt. Wat gevonden is, staat hieronder.
privacy-look-done = Alles is nagekeken.
privacy-look-clean = Alles is nagekeken. Er is niets gevonden dat naar een persoon wijst. Helemaal zeker is dat nooit: { -app } herkent niet elke naam.
privacy-look-aliases = Schuilnamen die op een naam lijken
privacy-look-entries = Terugblikken om na te lezen
privacy-kinds = Om na te kijken: { $kinds }

backups-title = Reservekopieën
backups-intro = { -app } maakt één keer per dag vanzelf een reservekopie, als er iets veranderd is. Die van de laatste zeven dagen, vier weken en zes maanden blijven bewaard, op slot zoals je dagboek zelf.
backups-back = Instellingen & privacy
backups-make = Nu een reservekopie maken
backups-progress = Voortgang van de reservekopie
backups-copying = Je dagboek wordt gekopieerd. Je kunt gewoon doorschrijven.
backups-checking = De reservekopie wordt geopend en geteld.
backups-to-second-place = De reservekopie gaat naar de tweede plek en wordt daar geopend en geteld.
backups-not-made = Er kon geen nieuwe reservekopie worden gemaakt
backups-not-made-body = Je eerdere reservekopieën staan er nog.
backups-spoiled = Een reservekopie is niet meer goed
backups-spoiled-body = { -app } opende de reservekopie van { $day } opnieuw, en die is beschadigd. Je dagboek en je andere reservekopieën zijn er nog. Er wordt meteen een nieuwe gemaakt.
backups-here-only = De reservekopie staat alleen op deze computer
backups-list = Wat er bewaard is
backups-none = Er is nog geen reservekopie. De eerste komt vanzelf, op een dag dat je iets schrijft.
backups-when = { $day } om { $time }
backups-entries = { $entries ->
        [0] Geen terugblikken
        [one] 1 terugblik
       *[other] { $entries } terugblikken
    }
backups-checked = Geopend en geteld op { $day } om { $time }
backups-here = Op deze computer
backups-second = Op de tweede plek
backups-both = Op deze computer en op de tweede plek
backups-damaged = Beschadigd. Deze reservekopie kan niet open.
backups-damaged-here = Op deze computer is hij beschadigd, op de tweede plek is hij goed.
backups-damaged-second = Op de tweede plek is hij beschadigd, op deze computer is hij goed.
backups-other-key = Van een ander dagboek, of gemaakt met een vroegere sleutel. Met je sleutel van nu gaat hij niet open.
backups-newer = Gemaakt met een nieuwere versie van { -app }. Werk { -app } bij om hem te openen.
backups-try = Proef herstellen
backups-try-hint = Met ‘Proef herstellen’ kijk je in een reservekopie. Aan je dagboek verandert niets.

restore-action = Terugzetten
restore-title = Deze reservekopie terugzetten?
restore-title-any = Een reservekopie terugzetten?
restore-which = { $entries ->
        [0] De reservekopie van { $when }, zonder terugblikken.
        [one] De reservekopie van { $when }, met één terugblik.
       *[other] De reservekopie van { $when }, met { $entries } terugblikken.
    }
restore-aside = Je dagboek van nu wordt opzijgelegd. Er wordt niets overschreven. Wat je na de reservekopie schreef, staat in het dagboek dat opzijligt. Dat wordt na 180 dagen gewist.
restore-lock = Je dagboek gaat eerst op slot. Daarna typ je je wachtzin.
restore-lock-any = Je dagboek gaat eerst op slot. Daarna kies je een reservekopie en typ je je wachtzin.
restore-go = Vergrendel en ga verder
restore-stay = Nu niet

second-title = Tweede plek
second-body = Ligt er ook een reservekopie op een ander apparaat, zoals een USB-stick? Dan ben je je dagboek niet kwijt als deze computer wegraakt of stukgaat. Een stick die je verliest, gaat ook alleen open met je wachtzin of je herstelblad.
second-choose = Kies een tweede plek
second-choose-other = Kies een andere plek
second-there = Je tweede plek
second-absent = Deze plek is nu niet aangesloten. Is hij er weer, dan gaat de volgende reservekopie er vanzelf ook naartoe.
second-forget = Gebruik deze plek niet meer
second-chosen = Deze map wees je aan
second-synced = { $service } zet deze map ook op computers van anderen. Je dagboek blijft op slot, maar wie daarbij kan, ziet dat het er is en hoe groot het is.
second-network = Deze map staat op een andere computer. Je dagboek blijft op slot, maar wie die computer beheert, ziet dat het er is en hoe groot het is.
second-same-disk = Deze map staat op dezelfde schijf als je dagboek. Gaat die schijf stuk, dan ben je ze allebei kwijt.
second-use = Gebruik deze plek
second-leave = Laat maar

settings-title = Instellingen & privacy
settings-screen = Lezen en taal
settings-language = Taal
settings-text-size = Grootte van de tekst
settings-size-small = Klein
settings-size-normal = Gewoon
settings-size-large = Groot
settings-size-larger = Groter
settings-size-largest = Grootst
settings-lock = Op slot
settings-idle = Op slot als je er even niet bent
settings-idle-hint = Je krijgt eerst een melding. Slaapt de computer langer, dan gaat je dagboek meteen op slot.
settings-idle-minutes = Na { $minutes } { $minutes ->
        [one] minuut
       *[other] minuten
    }
settings-keys = Wachtzin en herstelblad
settings-keys-body = Je dagboek gaat daarvoor eerst op slot. Daarna vul je je wachtzin in.
settings-passphrase = Verander je wachtzin
settings-recovery = Maak een nieuw herstelblad
settings-cost = Hoe zwaar het slot is
settings-cost-body = Hoe zwaarder het slot, hoe langer iemand moet raden die je computer heeft. Openen duurt dan ook voor jou iets langer.
settings-renew = Nieuwe sleutel
settings-renew-body = Kan iemand je wachtzin of je herstelblad kennen? Dan is een andere wachtzin niet genoeg: kopieën van vroeger gaan nog met de oude open. Met een nieuwe sleutel wordt je dagboek opnieuw versleuteld. Je kiest een nieuwe wachtzin en maakt een nieuw herstelblad. Reservekopieën met de oude sleutel verdwijnen, voor zover { -app } erbij kan.
settings-renew-action = Maak een nieuwe sleutel
settings-backups-newest = { $entries ->
        [0] De nieuwste is van { $when }. Er staat nog geen terugblik in.
        [one] De nieuwste is van { $when }. Er staat één terugblik in.
       *[other] De nieuwste is van { $when }. Er staan { $entries } terugblikken in.
    }
settings-backups-action = Alle reservekopieën
settings-wipe = Dagboek wissen
settings-wipe-body = Alles gaat weg: je dagboek, je sleutels en de reservekopieën op deze computer. Ook die op de tweede plek, als die is aangesloten. Niemand kan dat terughalen. Kopieën die ergens anders liggen, blijven bestaan en gaan nog open met je wachtzin.
settings-wipe-action = Wis dagboek
settings-wipe-title = Je hele dagboek wissen?
settings-wipe-ask = Je dagboek gaat eerst op slot. Er gebeurt pas iets als je daarna je wachtzin typt.
settings-wipe-go = Ga door met wissen
settings-wipe-stay = Laat het staan
settings-only-reading = Je dagboek is nu alleen open om te lezen. Instellingen veranderen kan niet.
settings-words = Zo noemen wij het
settings-words-body = De vragen en het scherm gebruiken deze woorden. Wat je al schreef, verandert niet.
settings-resident = Iemand met een uitkering
settings-worker = Wie hier schrijft
settings-inwoner = inwoner
settings-klant = klant
settings-client = cliënt
settings-kandidaat = kandidaat
settings-consulent = consulent
settings-klantmanager = klantmanager
settings-inkomensconsulent = inkomensconsulent
settings-werkconsulent = werkconsulent
settings-participatiecoach = participatiecoach
settings-promises = Wat { -app } belooft
settings-promise-you = Alleen jij
settings-promise-you-body = Zonder je wachtzin of herstelsleutel leest niemand een woord. Wel is te zien dat er een dagboek is, hoe groot het bestand is en wanneer het veranderde.
settings-promise-here = Het blijft op deze computer
settings-promise-here-body = { -app } bevat niets dat verbinding maakt: geen updates, geen statistiek, geen foutmeldingen naar ons. Op Linux weigert het systeem ons het netwerk. Op Windows en macOS dwingt het systeem dat niet af.
settings-promise-keep = Wat je typt, blijft
settings-promise-keep-body = Je hoeft niets te bewaren. Valt de stroom uit, dan mis je hooguit de laatste twee seconden.
settings-promise-free = Geen lijst om af te vinken
settings-promise-free-body = Niets moet, niets wordt geteld en niets krijgt een score.
settings-promise-file = Geen schaduwdossier
settings-promise-file-body = Hier leer jij van je eigen werk als { -worker }. Feiten over een { -resident } horen in het zaaksysteem. Gebruik schuilnamen. Ook dan kan een { -resident } het recht hebben om te zien wat er over hem of haar staat.
settings-limits = Wat { -app } niet kan beloven
settings-limit-malware = Een schadelijk programma dat onder jouw naam draait, kan meelezen.
settings-limit-keys = Een programma of kastje dat toetsen opneemt, vangt ook je wachtzin.
settings-limit-disk = Zonder versleutelde schijf kan er bij de slaapstand tekst op de schijf achterblijven.
settings-limit-photo = Een foto van je scherm houden wij niet tegen.
settings-packs = Bekijk de handboeken
settings-packs-body = De vragen, bladen en woorden komen uit een handboek. Je organisatie kan er een eigen handboek bij maken.
settings-house = Wat je organisatie afspreekt
settings-help = Hulp en sneltoetsen
settings-help-body = Alle sneltoetsen bij elkaar, wat { -app } niet doet, en wat je doet als iets niet lukt.
settings-help-action = Naar de hulp

check-title = Zelf controleren
check-open = Controleer het zelf
check-open-body = Je hoeft ons niet te geloven. Kijk zelf of het klopt dat er niets van deze computer weggaat, samen met je privacy officer of de ondernemingsraad.
check-intro = Hier zie je of het klopt dat er niets van deze computer weggaat. Het is ook bedoeld voor je privacy officer en de ondernemingsraad.
check-intro-safe = Op deze bladzijde staat niets uit je dagboek. Je kunt er dus gerust samen naar kijken.
check-version = { -app } { $version } op { $system }
check-trying = Wordt geprobeerd
check-verdict-refused = Het systeem weigert { -app } elke verbinding met een netwerk. Dat is net geprobeerd, om { $time }.
check-verdict-broken = Niet alles is zoals beloofd
check-verdict-broken-at = Dit bleek om { $time }:
check-verdict-broken-next = Laat deze bladzijde aan je ICT-afdeling zien. Vergrendel je dagboek tot het is uitgezocht.
check-verdict-unseen = Het was om { $time } niet te zien of het systeem { -app } het netwerk weigert. Je beheerder kan het nagaan met de opdrachten op deze bladzijde.
check-verdict-windows = In { -app } zit niets dat verbinding maakt. Bij het installeren komen er regels in de firewall van Windows die { -app } tegenhouden. Ze gelden niet voor WebView2, dat het venster tekent: dat krijgt alleen de opdracht niets op te halen. Wij hebben dit nooit kunnen proberen. Laat je beheerder het nagaan.
check-verdict-macos = In { -app } zit niets dat verbinding maakt. macOS dwingt dat niet af. Het venster krijgt de opdracht niets van een netwerk te laden, maar wij hebben dat nooit kunnen proberen. Laat je beheerder het nagaan.
check-broken-try = { $what }: { $answer }
check-broken-process = { $process } (proces { $id }): het netwerk wordt niet geweigerd

check-tries = Wat het systeem ons nu weigert
check-tries-body = Het proces dat je dagboek open heeft, vraagt het systeem om elk van deze dingen. Verder gaat het niet: er wordt niets verstuurd.
check-tries-none = Op { $system } is er niets dat wij van binnenuit kunnen proberen.
check-tries-unseen = De pogingen waren nu niet te doen.
check-tried-well = Geprobeerd om { $time }. Alles is zoals beloofd.
check-tried-broken = Geprobeerd om { $time }. Niet alles is zoals beloofd.
check-tried-unseen = Geprobeerd om { $time }. Het was niet te zien.
check-column-what = Wat we proberen
check-column-answer = Antwoord
check-column-promised = Zoals beloofd
check-refused = Geweigerd
check-allowed = Toegestaan
check-not-there = Bestaat hier niet
check-yes = Ja
check-no = Nee
check-try-ipv4 = Verbinding met internet en het kantoornetwerk
check-try-ipv6 = Hetzelfde, met de nieuwe soort adressen
check-try-packets = Losse pakketten op de kabel of de wifi zetten
check-try-bluetooth = Verbinding met Bluetooth
check-try-other-sockets = Elke andere soort verbinding
check-try-io-uring = Een omweg om deze weigering heen
check-try-other-memory = Meelezen in het geheugen van een ander programma
check-try-crash-dump = Een kopie van ons geheugen op de schijf als { -app } vastloopt
check-try-being-read = Een ander programma van jou dat in ons geheugen meeleest
check-try-local = Praten met programma’s op deze computer
check-try-local-why = Dit moet mogen: zo komen je scherm en je toetsenbord bij { -app }. Het gaat de computer niet uit.
check-try-netlink = Vragen welke apparaten en netwerken er zijn
check-try-netlink-why = Dit mag: onderdelen van het systeem die ons venster tekenen, vragen het. Er is niets mee te versturen.

check-processes = Welke processen er draaien en wat elk weet
check-processes-body = { -app } bestaat uit losse processen, en geen ervan weet alles. Als je vergrendelt, stopt het proces dat je dagboek kent. Dan is het ook uit het geheugen weg.
check-processes-none = De processen waren nu niet te zien. Je beheerder kan ze opzoeken met de eerste opdracht hieronder.
check-processes-keys-gone = Het proces dat om je wachtzin vroeg, staat er niet bij: het stopte toen je dagboek openging.
check-column-process = Proces
check-column-number = Nummer
check-column-knows = Wat het weet
check-column-network = Netwerk geweigerd
check-network-unseen = Niet te zien
check-process-parent = Starter
check-process-parent-knows = Niets. Het start de andere, en geeft de sleutel door zonder hem te bewaren.
check-process-keys = Slot
check-process-keys-knows = Je wachtzin, terwijl je die typt. Het stopt zodra je dagboek open is.
check-process-journal = Dagboek
check-process-journal-knows = De sleutel van je dagboek en wat erin staat. Je wachtzin niet.
check-process-page = Scherm
check-process-page-knows = Wat er op het scherm staat, of stond sinds het openging.
check-process-web-network = Netwerkdeel van het scherm
check-process-web-network-knows = Niets. Het hoort bij de techniek van het scherm, en { -app } heeft het niet nodig.
check-process-other = Hulpproces
check-process-other-knows = Niets dat wij het geven. Een van de andere heeft het gestart.

check-places = Waar je bestanden staan
check-encrypted = Versleuteld
check-not-encrypted = Niet versleuteld
check-place-journal = Je dagboek
check-place-journal-inside = Alles wat je schreef, en je sleutels. Alleen je taal en de grootte van de tekst staan er leesbaar. Te zien is ook hoe groot de bestanden zijn en wanneer ze veranderden.
check-place-backups = Reservekopieën op deze computer
check-place-backups-inside = Je dagboek zoals het was, op slot zoals je dagboek zelf.
check-place-second-place = Reservekopieën op de tweede plek
check-place-second-place-inside = Dezelfde kopieën. Deze plek hoeft nu niet aangesloten te zijn.
check-place-programs = De programma’s
check-place-programs-inside = Van jou staat hier niets.
check-place-webview = Wat het venster neerlegt
check-place-webview-inside = Er staat niets uit je dagboek in, en het is weg als je je afmeldt.
check-places-none = De mappen waren nu niet te zien.
check-disk = De schijf
check-disk-encrypted = De schijf met je dagboek is versleuteld. Zo is ook beschermd wat het systeem zelf wegschrijft.
check-disk-not-encrypted = De schijf met je dagboek is niet versleuteld. Je dagboek wel, maar het systeem kan stukjes uit het geheugen op de schijf zetten.
check-disk-not-encrypted-ask = Vraag je ICT-afdeling: kunnen jullie de hele schijf versleutelen, ook het wisselgeheugen en de slaapstand?
check-disk-unknown = { -app } kan niet zien of de schijf met je dagboek versleuteld is. Je dagboek is dat wel, maar het systeem kan stukjes uit het geheugen op de schijf zetten.
check-disk-unknown-ask = Vraag je ICT-afdeling: is de hele schijf versleuteld, ook het wisselgeheugen en de slaapstand?

check-admin = Voor je beheerder
check-admin-body = Hiermee gaat je beheerder het na zonder ons te geloven. De nummers en mappen zijn die van nu: na het vergrendelen kloppen de nummers niet meer. Selecteer een opdracht om hem te kopiëren.
check-admin-untested = Op { $system } hebben wij deze opdrachten niet zelf geprobeerd.
check-admin-powershell = Voer ze als beheerder uit in PowerShell.
check-admin-terminal = Voer ze als beheerder uit in Terminal.
check-admin-find = Welke nummers hebben de processen?
check-admin-find-comes = Een regel per proces. Vul de nummers in waar PID staat.
check-admin-status = Is de weigering aan, in elk proces?
check-admin-status-comes = Overal NoNewPrivs 1 en Seccomp 2: het filter staat aan, en een proces kan het niet meer uitzetten.
check-admin-connections = Staat er een verbinding open?
check-admin-connections-comes = Er hoort niets uit te komen.
check-admin-trace = Wat vraagt { -app } het systeem?
check-admin-trace-comes = Druk intussen op ‘Probeer opnieuw’. Elke weg naar het netwerk eindigt op EACCES; alleen AF_UNIX en AF_NETLINK lukken. Wat je schreef, komt zo niet in beeld.
check-admin-files = Welke bestanden zijn open?
check-admin-files-comes = Bij TYPE staat nergens IPv4 of IPv6.
check-admin-traffic = Hoeveel is er verstuurd?
check-admin-traffic-comes = Bij elk proces staat nul, of er staat niets.
check-admin-capture = Wat gaat er over het netwerk?
check-admin-capture-comes = Dit vangt ook op wat andere programma’s versturen. Sluit die eerst. Er hoort geen pakket van { -app } bij te zitten.
check-admin-access = Wie kan bij de bestanden?
check-admin-access-comes = Bij je dagboek staat bovenaan drwx------ met jouw naam: verder mag niemand in de map.
check-admin-access-windows-comes = Bij je dagboek staan alleen je eigen account, het systeem en de beheerders.
check-admin-disk = Is de schijf versleuteld?
check-admin-disk-linux-comes = Boven de plek van je dagboek staat het woord crypt.
check-admin-disk-windows-comes = Er staat dat de beveiliging aan is.
check-admin-disk-macos-comes = Er staat dat FileVault aan is.
check-admin-rules = Staan de regels in de firewall?
check-admin-rules-comes = Twee regels, elk met Enabled True, Direction Outbound en Action Block.
check-admin-block = Uitgaand verkeer blokkeren
check-admin-block-comes = Alleen nodig als de regels er niet staan. Daarna laat de firewall van Windows niets van { -app } meer door.
check-admin-firewall-linux = Een regel in de firewall is niet nodig, want het systeem weigert het al. Een extra regel kan geen kwaad.
check-admin-firewall-windows = WebView2 van Microsoft tekent het venster. De regels hierboven gelden daar niet voor: andere programma’s gebruiken het ook.
check-admin-firewall-macos = De firewall van macOS houdt alleen tegen wat binnenkomt. Voor wat naar buiten gaat, is een programma van je organisatie nodig.

check-limit-bus = { -app } mag andere programma’s op deze computer iets vragen (D-Bus), en die mogen soms wel het netwerk op. Wij laten ze niets versturen, maar het systeem dwingt dat niet af.
check-limit-clipboard = Een programma dat het klembord bijhoudt, kan een kopie bewaren van wat je kopieert.
check-limit-webview = WebView2, waarmee Windows het venster tekent, kan zelf gegevens over het gebruik naar Microsoft sturen.

check-statement = Verklaring op één bladzijde
check-statement-body = Voor de ondernemingsraad en de privacy officer: wat wordt bewaard en wat niet, dat voor niemand iets wordt geteld, en wat niet wordt beloofd. Uit je dagboek staat er niets in.
check-statement-save = Bewaar als pagina
check-statement-saved = De verklaring is bewaard:

# Handboek
handbook-intro = Alles waar de vragen uit komen, om in te bladeren. Niets hiervan moet.
handbook-parts = Delen van het handboek
handbook-fetching = Het handboek komt eraan.
handbook-questions = Vragen
handbook-questions-body = Kies een thema. Past een vraag, stel hem dan meteen.
handbook-forms = Bladen om in te vullen
handbook-forms-body = Voor als je iets rustig uit elkaar wilt leggen.
handbook-methods = Samen kijken
handbook-methods-body = Manieren om met anderen naar een situatie te kijken, stap voor stap.
handbook-terms = Woorden
handbook-terms-body = Wat de woorden van het vak betekenen, in gewone taal.
handbook-cases = Verzonnen casussen
handbook-cases-body = Om mee te oefenen, alleen of samen. Deze mensen bestaan niet.
handbook-companion = Wie meekijkt
handbook-companion-body = Wat iemand kan vragen die op jouw uitnodiging meekijkt. Het zijn vragen, geen oordelen.
handbook-instruments = Wat er te bieden is
handbook-instruments-body = Wat je organisatie een { -resident(form: "one") } kan bieden.
handbook-sources = Bronnen
handbook-sources-body = Waar de vragen op steunen, met wat ervan gelezen is en wat niet. Een adres opent hier niets. Je kunt het wel kopiëren.
handbook-about = Over dit handboek
handbook-about-body = Waar het uit bestaat, en van wie dat is.
handbook-protocol = Zo werkt je organisatie
handbook-packs = Handboeken beheren
handbook-find-question = Zoek in de vragen
handbook-find-word = Zoek een woord
handbook-find-none = Niets gevonden.
handbook-follows = Vervolgvraag
handbook-fits = Past bij
handbook-fits-conversation = elk gesprek met een { -resident(form: "one") }
handbook-ask = Stel deze vraag nu
handbook-answers = Eerdere antwoorden
handbook-form-coming = Voor een contact dat nog komt
handbook-form-contact = Bij een contact, of los
handbook-form-nobody = Zonder personen
handbook-form-fill = Vul dit blad in
handbook-form-earlier = Eerdere bladen
handbook-method-minutes = Samen ongeveer { $minutes } { $minutes ->
    [one] minuut
   *[other] minuten
}.
handbook-step-minutes = { $minutes } { $minutes ->
    [one] minuut
   *[other] minuten
}
handbook-leans-on = Steunt op: { $titles }
handbook-source-themes = Hierop steunen de thema’s: { $themes }

# Eén vraag door de tijd
through-gone = Het handboek heeft deze vraag niet meer. Wat je schreef, blijft.
through-asked = Toen gevraagd: { $question }
through-back = Terug naar de terugblik
through-open = Open deze terugblik
through-older = Oudere antwoorden vind je met zoeken, bij Terugblikken.
through-empty = Op deze vraag gaf je nog geen antwoord.

# Handboeken
packs-intro = Het handboek van { -app } is er altijd. Een handboek van je organisatie komt erbij: met eigen vragen, bladen en afspraken.
packs-list = Wat er is
packs-built-in = Hoort bij { -app } en blijft.
packs-on = In gebruik
packs-is-on = Dit handboek is in gebruik.
packs-is-off = Dit handboek is niet in gebruik.
packs-remove = Verwijder
packs-remove-title = { $name } verwijderen?
packs-remove-body = De vragen en bladen ervan worden niet meer gesteld. Wat je erop antwoordde, blijft staan en blijft leesbaar.
packs-remove-rules = Ook afspraken uit dit handboek gelden dan niet meer, zoals hoe lang een terugblik blijft. Wil je het terug, dan heb je het bestand weer nodig.
packs-remove-keep = Laat staan
packs-remove-go = Verwijder het handboek
packs-add = Handboek toevoegen
packs-add-body = Een handboek is een bestand dat op .toml eindigt. { -app } kijkt het eerst na. Je ziet wat erin staat voordat er iets verandert.
packs-choose = Wijs een bestand aan
packs-choose-other = Wijs een ander bestand aan
packs-said-added = { $name } is toegevoegd en in gebruik.
packs-said-replaced = { $name } is nu versie { $version }. Wat je eerder antwoordde, is hetzelfde gebleven.
packs-said-on = { $name } is weer in gebruik.
packs-said-off = { $name } is niet meer in gebruik. Je antwoorden blijven.
packs-said-removed = { $name } is verwijderd. Je antwoorden blijven.

pack-version = versie { $version }
pack-by = door { $makers }
pack-licence = Licentie: { $licence }
pack-own-wording = In eigen bewoording, niet die van een publicatie.
pack-quoted-wording = Volgens de makers staat er ook tekst van anderen in.
pack-language-nl = Nederlands
pack-language-en = Engels
pack-only-dutch = Dit handboek is er alleen in het Nederlands. De vragen ervan worden pas gesteld als je scherm Nederlands is.
pack-only-english = Dit handboek is er alleen in het Engels. De vragen ervan worden pas gesteld als je scherm Engels is.
pack-preview-of = In { $file }:
pack-replaces = Versie { $before } is er al. Die wordt vervangen door versie { $after }. Je antwoorden blijven zoals ze zijn.
pack-brings-kinds = Soorten contact
pack-brings-forms = Bladen
pack-brings-methods = Manieren om samen te kijken
pack-brings-terms = Woorden met uitleg
pack-brings-instruments = Wat er te bieden is
pack-brings-term = Hoe lang een terugblik blijft
pack-brings-term-days = Hoogstens { $days } dagen na het laatste contact. Was het bij jou langer, dan wordt het korter. Wat daardoor weggaat, staat eerst een week bij Vandaag.
pack-brings-safety = Bij ernstige zorgen om iemands veiligheid
pack-brings-protocol = Zo werkt je organisatie
pack-brings-questions = De vragen erin
pack-add = Toevoegen
pack-leave = Niet toevoegen
pack-unreadable = Dit bestand kan niet worden gelezen
pack-unreadable-body = Het is geen tekst, of { -app } mag er niet bij. Er is niets veranderd.
pack-refused = Dit handboek past zo niet
pack-refused-whole = Er is niets toegevoegd. Geef dit door aan wie het bestand maakte, of verbeter die regel en wijs het opnieuw aan.

pack-fault-file = Bestand
pack-fault-line = Regel
pack-fault-key = Sleutel
pack-fault-value = Er staat
pack-fault-allowed = Toegestaan
pack-fault-between = { NUMBER($least) } tot en met { NUMBER($most) }
pack-fault-least = minstens { NUMBER($least) }
pack-fault-most = hoogstens { NUMBER($most) }
pack-fault-most-size = hoogstens { $size }
pack-fault-too-large = Het bestand is groter dan een handboek mag zijn.
pack-fault-not-toml = Het bestand is geen goede TOML. Vaak ontbreekt er een aanhalingsteken of een haakje.
pack-fault-newer-format = Dit handboek is gemaakt voor een nieuwere versie van { -app }.
pack-fault-unknown-key = Deze sleutel bestaat hier niet. Kijk of hij goed gespeld is en op de juiste plek staat.
pack-fault-missing-key = Hier ontbreekt een sleutel die nodig is.
pack-fault-wrong-type = De waarde heeft de verkeerde vorm, zoals een getal waar tekst hoort.
pack-fault-out-of-bounds = Dit getal is te klein of te groot.
pack-fault-unknown-value = Dit woord kan hier niet. Er is een vaste lijst van woorden om uit te kiezen.
pack-fault-empty-text = Hier staat geen tekst, of alleen tekens die je niet ziet.
pack-fault-text-too-long = Deze tekst is te lang.
pack-fault-too-many = In deze lijst staat te veel.
pack-fault-empty-list = In deze lijst staat te weinig.
pack-fault-unusable-id = Deze id kan niet. Gebruik alleen gewone letters, cijfers en streepjes.
pack-fault-duplicate = Deze id is al gebruikt. Elke id mag één keer voorkomen.
pack-fault-unknown-reference = Hier wordt verwezen naar iets wat er niet is.
pack-fault-not-a-follow-up = Deze vraag volgt op een andere, maar is zelf niet als vervolgvraag aangemerkt.
pack-fault-nested-follow-up = Een vervolgvraag kan niet zelf een vervolgvraag hebben.
pack-fault-follow-up-parents = Een vervolgvraag hoort bij precies één andere vraag.
pack-fault-narrower-than-parent = Deze vervolgvraag past niet overal waar de vraag ervoor past.
pack-fault-intention-looks-elsewhere = De vraag op de laatste bladzijde moet over een volgende stap gaan.
pack-fault-intention-in-a-chain = De vraag op de laatste bladzijde kan geen vervolgvraag zijn of hebben.
pack-fault-unknown-placeholder = Voor het woord tussen accolades is geen vervanger bekend.
pack-fault-stray-brace = Hier staat een accolade zonder de andere helft.
pack-fault-hidden-character = Hier staat een teken dat je niet ziet. Typ de regel opnieuw.
pack-fault-markup = Hier staat iets wat op opmaak van een webpagina lijkt. Een handboek is alleen tekst.
pack-fault-unusable-url = Dit adres kan niet. Het moet van een webpagina zijn, met https ervoor.
pack-fault-unknown-base = Dit handboek bouwt voort op een ander handboek dat hier niet is.
pack-fault-key-of-other-shape = Deze sleutel hoort bij een ander soort veld.
pack-fault-starter-without-ellipsis = Een begin van een vuistregel heeft woorden. Het eindigt op het ene teken ‘…’, niet op drie losse punten.
pack-fault-id-in-use = Deze id is al van een ander handboek dat hier is.

pack-advice = Wat beter kan
pack-advice-body = Dit houdt niets tegen. Het is een tip voor wie het handboek maakt.
pack-advice-line = Regel { $line }:
pack-advice-many-sentences = meer dan twee zinnen.
pack-advice-long-sentence = een lange zin, van meer dan vijftien woorden.
pack-advice-long-explanation = een lange uitleg.
pack-advice-duty = een woord dat er een plicht van maakt.
pack-advice-blame = dit kan als een verwijt klinken.
pack-advice-closed = hier past alleen ja of nee op.
pack-advice-score = hier wordt om een cijfer over iemand gevraagd.
pack-advice-ranking = hier worden mensen op volgorde gezet.
pack-advice-hard-word = een moeilijk woord.
pack-advice-no-intention = een soort contact zonder eigen vraag op de laatste bladzijde.
pack-advice-few-questions = een soort contact met weinig vragen.

help-title = Hulp
help-intro = Alles staat hier, ook zonder internet. Met F1 kom je er altijd.
help-keys = Sneltoetsen
help-keys-anywhere = Overal
help-keys-writing = Als je schrijft
help-keys-reading = Als je een terugblik leest
help-key-new = Nieuw contactmoment
help-key-free = Vrije bladzijde
help-key-today = Naar vandaag
help-key-search = Zoeken in wat je schreef
help-key-find = Zoek in de terugblik die je leest of schrijft; elders in alles
help-key-find-next = Volgende en vorige plaats in die terugblik
help-key-jump = Ga naar een datum
help-key-lock = Vergrendelen
help-key-quit = Bewaren en stoppen
help-key-settings = Instellingen & privacy
help-key-size = Tekst groter, kleiner of gewoon
help-key-full-screen = Volledig scherm aan of uit
help-key-help = Deze hulp
help-key-next = Volgende vraag, en aan het eind: klaar
help-key-steps = Een vraag terug of verder
help-key-line = Nieuwe regel
help-key-undo = Ongedaan maken of opnieuw doen
help-key-save = Bewaren (gaat al vanzelf)
help-key-entries = Naar een nieuwere of een oudere terugblik
help-key-or = of
help-not = Wat { -app } niet doet
help-not-connect = Verbinding maken. { -app } haalt niets op en stuurt niets weg.
help-not-watch = Iemand laten meekijken zonder jou. Er is geen ingang voor een leidinggevende of een beheerder.
help-not-count = Tellen of punten geven. Hoe vaak en hoe lang je schrijft, houdt niemand bij.
help-not-judge = Oordelen, over jou of over een { -resident(form: "one") }. { -app } stelt vragen en bewaart wat je schrijft.
help-not-file = Een dossier bijhouden. Feiten die daarin horen, schrijf je in het zaaksysteem.
help-promises = Lees wat { -app } belooft
help-life = Wat vanzelf weggaat
help-life-when = Wanneer gaat een terugblik weg?
help-life-when-body = Met een schuilnaam: een tijd na het laatste contact, en nooit later dan twee jaar na het schrijven. Die tijd kies je bij Instellingen & privacy. Er gaat niets weg dat niet eerst een week bij Vandaag stond.
help-life-lesson = Wat mag blijven?
help-life-lesson-body = Wat jij leerde. Bewaar het als vuistregel: één zin, zonder persoon. Ook een vrije bladzijde zonder schuilnaam blijft.
help-life-alias = Je ziet iemand niet meer
help-life-alias-body = Sluit bij Schuilnamen de begeleiding af. Dan gaat alles onder die schuilnaam na 30 dagen weg. Meteen wissen kan daar ook, net als een overzicht bewaren als iemand om inzage vraagt.
help-trouble = Als iets niet lukt
help-passphrase = Je weet je wachtzin niet meer
help-passphrase-body = Dan opent alleen je herstelblad het dagboek nog. Kies bij het openen voor ‘Ik weet mijn wachtzin niet meer’ en neem het blad erbij. Niemand anders kan je wachtzin herstellen.
help-thrown-away = Je gooide iets weg en wilt het terug
help-thrown-away-body = Kijk in de prullenbak. Daar blijft een terugblik 24 uur liggen.
help-broken = Je dagboek gaat niet open, of is beschadigd
help-broken-body = Zet een reservekopie terug: dat kan bij het openen, en bij Reservekopieën. Je dagboek van nu blijft bewaard. Lukt dat niet? Laat de map van je dagboek zoals hij is en vraag je ICT-afdeling om hulp. Geef nooit je wachtzin of je herstelblad.
help-computer = Je computer is kwijt of stuk
help-computer-body = Zet { -app } op een andere computer en kies daar voor terugzetten. Je hebt je tweede plek nodig, zoals een USB-stick, en je wachtzin of je herstelblad.
help-number = Je ziet een melding met een nummer
help-number-body = Dat nummer zegt waar in het programma het misging. Van wat je schreef staat er niets in: je kunt het gerust doorgeven.
help-heavy = Wat je meemaakte, is te zwaar om alleen te dragen
help-heavy-body = Een dagboek vervangt geen mens. Praat met een collega die je vertrouwt, of met de bedrijfsarts.

# Leren: eigen proef, vuistregels, woorden, oefenen, intervisie, teamkaart.

journal-learning = Leren
own-trial-title = Eigen proef
twofold-title = Woorden met twee betekenissen
team-card-title = Teamkaart
practice-title = Oefenen
intervision-title = Intervisie
stage-leave = Sluit dit scherm
stage-first = Sluit eerst dit scherm. Dan zie je je dagboek weer.

# Eigen proef (N=1): over het eigen doen van wie schrijft.

own-trial-intro = Wat jij meet, gaat over jou en nooit over een { -resident(form: "one") }.
own-trial-empty = Met een eigen proef meet je iets van je eigen doen, met één tik na een contact. Eerst meet je hoe het nu gaat, daarna doe je één ding anders. Het gaat over jou en nooit over een { -resident(form: "one") }.
own-trial-new = Begin een eigen proef
own-trial-running = Loopt
own-trial-over = Afgesloten
own-trial-ended-on = afgesloten: { $day }
own-trial-measured-on = laatste meting: { $day }
own-trial-measured-never = nog geen meting

own-trial-new-title = Een eigen proef beginnen
own-trial-new-intro = Kies één ding dat je zelf doet. Meet het een tijd lang na elk contact.
own-trial-examples = Bijvoorbeeld
own-trial-example-asks = Hoe vaak ik eerst vraag wat de ander wil bespreken
own-trial-example-silence = Hoe goed ik een stilte laat duren
own-trial-example-calm = Hoe rustig ik blijf als iemand boos is
own-trial-example-interrupts = Hoe vaak ik de ander onderbreek
own-trial-behaviour = Wat wil je van jezelf bekijken?
own-trial-behaviour-hint = Eén zin over wat jij doet, niet over een { -resident(form: "one") }.
own-trial-behaviour-missing = Schrijf op wat je van jezelf wilt bekijken.
own-trial-scale = Hoe meet je het?
own-trial-scale-ten = Een cijfer van 0 tot en met 10
own-trial-scale-ten-what = Je kijkt zelf hoe het ging.
own-trial-scale-count = Een aantal
own-trial-scale-count-what = Je telt hoe vaak je het deed.
own-trial-scale-fixed = Dat staat vast, want er is al gemeten.
own-trial-better = Wat is beter?
own-trial-better-hint = Kies dit vooraf. Wie de metingen al ziet, kiest snel wat goed uitkomt. Vanaf de proeffase staat het daarom vast.
own-trial-better-fixed = Dat staat vast, want de proeffase is begonnen.
own-trial-higher = Hoger is beter
own-trial-lower = Lager is beter
own-trial-start-what = Je begint met de beginfase: je doet zoals je altijd doet.
own-trial-start = Begin deze proef

own-trial-began = Begon: { $day }
own-trial-ended-notice = Deze proef is afgesloten: { $day }. Verbeteren en bewaren kan nog.
own-trial-begin = Beginfase
own-trial-trial = Proeffase
own-trial-the-begin = de beginfase
own-trial-the-trial = de proeffase
own-trial-begin-short = Begin
own-trial-trial-short = Proef
own-trial-begin-letter = B
own-trial-trial-letter = P
own-trial-numbered = { $name } { $number }
own-trial-lettered = { $letter }{ $number }

own-trial-measure = Meten
own-trial-now-begin = Dit is de beginfase: je doet zoals je altijd doet.
own-trial-now-trial = Dit is de proeffase: je doet iets anders.
own-trial-pad-ten = Cijfer van 0 tot en met 10
own-trial-pad-count = Aantal van 0 tot en met 9
own-trial-pad-keys = Kies met de pijltjes of een cijfer. Meet met Enter.
own-trial-one-tap = Eén tik is genoeg: wat je aantikt, is meteen bewaard.
own-trial-more = Meer dan 9
own-trial-more-go = Meet
own-trial-measured = { $value } gemeten
own-trial-measured-for = { $value } gemeten: { $day }
own-trial-take-back = Haal weg
own-trial-taken-back = Weggehaald.
own-trial-other-day = Een andere dag
own-trial-day = Dag van de meting
own-trial-day-hint = Zonder dag geldt de meting voor vandaag.
own-trial-here = Meten voor je eigen proef
own-trial-here-day = Voor de dag van het contact: { $day }.

own-trial-chart = Je metingen
own-trial-chart-empty = Nog geen metingen. De eerste staat hier zodra je hem aantikt.
own-trial-sum =
    { $count ->
        [one] { $name }: 1 meting, mediaan { $median }.
       *[other] { $name }: { $count } metingen, mediaan { $median }.
    }
own-trial-sum-none = { $name }: nog geen metingen.
own-trial-median = mediaan { $median }
own-trial-median-what = De lange streepjes zijn de mediaan. Dat is het middelste getal, als je ze op volgorde zet.
own-trial-table = Toon als tabel
own-trial-table-caption = Alle metingen van deze proef
own-trial-column-day = Dag
own-trial-column-phase = Fase
own-trial-column-value = Waarde
own-trial-column-change = Verbeteren
own-trial-measurement-change = Verbeter
own-trial-measurement-title = Meting verbeteren
own-trial-measurement-erase = Haal deze meting weg
own-trial-keep = Bewaar
own-trial-leave = Laat het zo

own-trial-result = Wat je ziet
own-trial-result-none = Vergelijken kan als er ook een proeffase is.
own-trial-result-few = Nog te weinig metingen: er zijn er vijf per fase nodig.
own-trial-result-of = { $trial } naast { $begin }
own-trial-result-better = In { $better } van de { $pairs } vergelijkingen was { $phase } beter.
own-trial-result-rest = In { $worse } was het slechter en in { $equal } gelijk.
own-trial-result-pairs = Elke meting van de ene fase is naast elke meting van de andere gelegd.
own-trial-nap = NAP
own-trial-nap-what = NAP zegt in welk deel van de vergelijkingen de proeffase beter was. Gelijk telt voor de helft. Het loopt van 0 tot 1. Bij 0,5 is er geen verschil.
own-trial-tau = Tau-U
own-trial-tau-what = Tau-U is het deel dat beter was, min het deel dat slechter was. Het loopt van −1 tot 1. Bij 0 is er geen verschil.
own-trial-tau-corrected = Tau-U, gecorrigeerd
own-trial-tau-corrected-what = Dit getal houdt daar rekening mee. Het trekt af wat in de beginfase al vanzelf gebeurde.
own-trial-tau-corrected-beyond = Het kan boven 1 of onder −1 uitkomen. Vergelijkingen binnen de beginfase tellen mee. Er wordt alleen gedeeld door die tussen de twee fasen.
own-trial-went-better = In je beginfase werd het al vanzelf beter.
own-trial-went-worse = In je beginfase werd het vanzelf slechter.
own-trial-went-flat = In je beginfase ging het vanzelf niet op of neer.
own-trial-no-cause = Dit bewijst geen oorzaak
own-trial-no-cause-else = Er kan ook iets anders zijn:
own-trial-else-busy = Het was drukker of juist rustiger.
own-trial-else-contacts = Je had een ander soort gesprekken.
own-trial-else-attention = Je lette er meer op, omdat je ging meten.
own-trial-else-judging = Je ging anders kijken naar hetzelfde.
own-trial-else-practice = Het ging door de tijd vanzelf beter of slechter.
own-trial-else-yourself = Je zat zelf anders in je vel.
own-trial-else-chance = Het is toeval. Zeker als je weinig hebt gemeten.
own-trial-write = Schrijf erover

own-trial-phases = Fasen
own-trial-differently = Wat doe je anders?
own-trial-differently-hint = Eén ding is genoeg. Leeg laten mag.
own-trial-differently-write = Schrijf wat je anders doet
own-trial-remember = Wat wil je bij deze fase onthouden?
own-trial-remember-hint = Leeg laten mag.
own-trial-remember-write = Schrijf er iets bij
own-trial-line-change = Verander deze zin
own-trial-phase-take-back = Haal deze fase weg
own-trial-next = Begin de volgende fase
own-trial-next-title = De volgende fase begint vandaag
own-trial-next-few = Beginnen kan nu al. Vergelijken kan vanaf vijf metingen in elke fase.
own-trial-next-kind = Welke fase wordt het?
own-trial-next-trial-what = Je doet één ding anders.
own-trial-next-back = Terug naar de beginfase
own-trial-next-back-what = Je doet weer zoals je altijd deed.
own-trial-next-fixes-higher = Vanaf nu staat vast dat hoger beter is.
own-trial-next-fixes-lower = Vanaf nu staat vast dat lager beter is.
own-trial-next-go = Begin deze fase

own-trial-acts = Deze proef
own-trial-change = Verander de proef
own-trial-end = Sluit de proef af
own-trial-go-on = Ga verder met de proef
own-trial-save = Bewaar als tabel
own-trial-save-title = Bewaren als tabel?
own-trial-save-what = Alle metingen en fasen komen in een bestand dat je zelf een plek geeft. Een rekenblad kan het openen. Schuilnamen staan er niet in.
own-trial-save-open = Het bestand is niet versleuteld. Wie het heeft, kan alles lezen.
own-trial-save-go = Kies een plek
own-trial-saved = De tabel is bewaard:
own-trial-erase = Wis de proef
own-trial-erase-title = Deze proef wissen?
own-trial-erase-what = Weg is weg: alle fasen en metingen gaan mee. In reservekopieën kunnen ze nog een tijd staan.
own-trial-erase-go = Wis alles van deze proef

own-trial-said-started = Je proef is begonnen, met de beginfase.
own-trial-said-changed = Bewaard.
own-trial-said-phase-begun = De nieuwe fase is begonnen.
own-trial-said-phase-erased = De fase is weg.
own-trial-said-measurement-changed = De meting is verbeterd.
own-trial-said-measurement-erased = De meting is weg.
own-trial-said-ended = De proef is afgesloten.
own-trial-said-goes-on = De proef gaat verder.
own-trial-said-erased = De proef is gewist.

# Stap voor stap, terwijl anderen meekijken
stage-previous = Vorige stap
stage-next = Volgende stap

# Oefenen
practice-intro = Eén casus, een paar mensen rond één scherm. Je neemt een rol, wisselt en kijkt wat er verandert.
practice-people = Met hoeveel zijn jullie?
practice-people-hint = Twee mensen mogen dezelfde rol hebben. Alleen kan ook.
practice-case = Casus
practice-case-draw = Trek er een
practice-begin = Begin
practice-what = Wat het is, en wat niet
practice-what-case = De casussen zijn verzonnen. Niemand daarin bestaat.
practice-what-points = Er zijn geen punten en er is geen winnaar. Stoppen mag altijd.
practice-what-journal = Uit je dagboek komt niets op het scherm.
practice-what-kept = Wat jullie typen, wordt niet bewaard. Alleen één vuistregel, als je dat wilt.
practice-none = Het handboek heeft nu geen casussen om mee te oefenen.
practice-steps = Stappen van het oefenen
practice-step-case = Casus
practice-step-roles = Rollen
practice-step-cards = Kaarten
practice-step-swap = Wissel van rol
practice-step-compare = Vergelijk
practice-step-rule = Vuistregel
practice-you = Jij
practice-person = Persoon { $number }
practice-case-other = Andere casus
practice-roles-body = Iedereen heeft een rol. Kijk om de beurt wat jij in die rol weet. De anderen kijken dan even weg.
practice-roles-alone = Dit is je rol. Kijk wat je in die rol weet, en hoe de casus er dan uitziet.
practice-role = Neem een andere rol
practice-role-before = Was net: { $role }
practice-show = Laat zien
practice-hide = Verberg
practice-look-away = Alleen voor deze persoon. De anderen kijken even weg.
practice-part-none = Over deze rol staat er in de casus niets apart. Je weet wat iedereen weet.
practice-view = Hoe zie jij het, in deze rol?
practice-view-hint = Dit wordt niet bewaard. Het is weg als dit scherm sluit, of als het dagboek op slot gaat.
practice-cards-body = Trek een kaart en doe samen wat erop staat. Zo vaak als jullie willen.
practice-draw-frame = Trek een kijkkaart
practice-draw-word = Trek een woordkaart
practice-card-frame = Kijkkaart
practice-card-word = Woordkaart
practice-swap-body = Neem de rol van een ander. Kijk wat je nu weet. Wat valt je op?
practice-swap-alone = Neem een andere rol. Kijk wat je nu weet. Wat valt je op?
practice-swap-all = Schuif iedereen één rol door
practice-swap-next = Neem de volgende rol
practice-compare-same = Waar zien jullie hetzelfde? En waar niet?
practice-compare-word = Welk woord betekende voor ieder iets anders?
practice-compare-who = Wat zegt de { -resident(form: "one") } zelf? Wie bracht dat in?
practice-compare-none = Niemand schreef iets op. Vertel elkaar om de beurt hoe het was in je rol.
practice-rule-body = Wat neem je mee naar je werk? Eén zin is genoeg. Geen zin is ook goed.
practice-rule-field = Je vuistregel
practice-starters = Zo kan een zin beginnen
practice-rule-keep = Bewaar deze vuistregel
practice-rule-without = Rond af zonder vuistregel
practice-leave-title = Stoppen met oefenen?
practice-leave-body = Wat er getypt is, wordt niet bewaard. Het is weg als dit scherm sluit.
practice-leave-stay = Ga verder

# Intervisie
intervision-intro = Leren van elkaars werk, als gelijken. Je kiest een manier, en dit scherm houdt rustig de tijd bij.
intervision-agreements = Eerst afspreken
intervision-agreements-body = Hier begint het mee. Zonder deze afspraken is het niet veilig.
intervision-agreements-ask = Lees ze samen. Is iedereen het ermee eens?
intervision-agreed = Dit spreken we af
intervision-method = Kies een manier
intervision-no-methods = Het handboek heeft nu geen manieren om dit te doen.
intervision-contribution = Wat breng je in?
intervision-contribution-hint = De anderen lezen dit groot op het scherm. Verder zien ze niets van je dagboek.
intervision-none = Zonder blad
intervision-none-body = Iemand vertelt het zelf.
intervision-make = Maak een blad: { $title }
intervision-found = Dit kan een persoon aanwijzen
intervision-found-where = ({ $kind }), bij ‘{ $label }’
intervision-found-body = Haal het weg, of laat het staan als het niemand aanwijst.
intervision-found-change = Pas het blad aan
intervision-found-none = In dit blad is niets gevonden dat een persoon aanwijst. Lees het zelf ook na.
intervision-check-failed = Dit blad is niet nagekeken, dus het komt niet op het scherm.
intervision-check-again = Kijk het na
intervision-begin = Begin
intervision-begin-body = Vanaf nu kunnen anderen meekijken. De tijd loopt pas bij de eerste stap. F11 vult het hele scherm.
intervision-brought-in = Wat er speelt
intervision-step = Stap { $number } van { $all }
intervision-left = Nog { $minutes ->
    [0] { "" }
    [one] { $minutes } minuut en
   *[other] { $minutes } minuten en
} { $seconds } { $seconds ->
    [one] seconde
   *[other] seconden
}
intervision-paused = De tijd staat stil.
intervision-over = De tijd van deze stap is om. Rond rustig af.
intervision-said-half = De helft van de tijd is om.
intervision-said-minute = Nog één minuut.
intervision-pause = Pauze
intervision-resume = Ga door
intervision-more = Een minuut erbij
intervision-to-end = Naar het einde
intervision-end = Klaar
intervision-end-body = Wat ieder meeneemt, schrijft ieder voor zichzelf op. Zet dit scherm eerst uit voor de anderen.
intervision-take-along = Schrijf op wat je meeneemt
intervision-close = Sluit zonder iets op te schrijven
intervision-leave-title = Stoppen met intervisie?
intervision-leave-body = Je verliest de plek waar jullie zijn. Er gaat niets uit je dagboek verloren.
intervision-leave-stay = Ga verder

# Handboek: om te oefenen en om samen te doen
handbook-find-practice = Zoek in casussen, rollen en kaarten
handbook-find-together = Zoek in manieren en afspraken
handbook-case-roles = Wat alleen een rol weet
handbook-case-practise = Oefen met deze casus
handbook-method-do = Doe dit met een groep
handbook-roles = Rollen
handbook-cards-frame = Kijkkaarten
handbook-cards-word = Woordkaarten
handbook-starters = Zo kan een vuistregel beginnen
handbook-agreements = Wat een groep eerst afspreekt

# Wat je leerde: de plek ervoor, vuistregels, woorden met twee betekenissen, de teamkaart.

learning-intro = Hier leer je van je werk, los van één gesprek.
learning-self = Voor jezelf
learning-together = Met collega’s
learning-own-trial = Doe één ding anders en kijk wat het met jouw werk doet.
learning-rules = Bewaar in één zin wat je leerde, voor een volgend overleg.
learning-twofold = Leg naast elkaar wat een woord voor jou en voor een ander betekent.
learning-practice = Oefen met een verzonnen casus, alleen of samen.
learning-intervision = Denk samen na over een vraag, stap voor stap.
learning-team-card = Verzamel wat je met je team wilt bespreken.

learned-erase = Wis
learned-erase-keep = Laat staan
learned-erase-backups = Weg is weg. In reservekopieën kan het nog een tijd staan.
along-failed = Dit is nu niet nagekeken. Lees het zelf goed na.
along-saved = De pagina is bewaard:
along-save-what = { $what ->
    [rules] De vuistregels die je gebruikt, komen in een bestand dat je zelf een plek geeft. Wat je losliet en hoe je het eerder zei, staat er niet in.
    [words] Je woorden komen in een bestand dat je zelf een plek geeft. Je kunt het openen en afdrukken.
   *[team-card] Wat op de kaart staat, komt in een bestand dat je zelf een plek geeft. Wat besproken is, staat er niet in.
}
along-show-title = Toch laten zien?
along-show-body = Anderen lezen straks mee. Je kunt het eerst nog veranderen.
along-show-go = Laat toch zien

rule-intro-before = Kies je een casusoverleg, dan zie je ze vooraf nog eens.
rule-starters = Zo kan een vuistregel beginnen
rule-unfinished = Maak de zin nog af.
rule-take-up = Neem weer op
rule-dropped = Wat je losliet
rule-dropped-on = Losgelaten op { $day }
rule-former = Hoe je het eerder zei
rule-former-until = Tot { $day }
rule-former-erase-title = Deze eerdere zin wissen?
rule-former-erase-body = Alleen deze oude zin gaat weg. De vuistregel zelf blijft.
rule-erase-title = Vuistregel wissen?
rule-erase-body = De zin gaat weg, en ook hoe je het eerder zei.
rule-said-taken-up = Je gebruikt deze vuistregel weer.
rule-said-erased = De vuistregel is gewist.
rule-said-wording-erased = De eerdere zin is gewist.
rules-before = Jouw vuistregels
rules-before-all = Laat ze allemaal zien

take-title = Wat neem je mee?
take-hint = Schrijf het zonder namen. Waar het vandaan komt, wordt niet bewaard.
take-rule = Maak een vuistregel
take-team = Neem mee naar het team
take-word = Woord met twee betekenissen

twofold-intro = Soms bedoelen twee mensen iets anders met hetzelfde woord. Hier zet je het naast elkaar, zonder namen.
twofold-new = Schrijf een woord op
twofold-word = Het woord
twofold-missing = Schrijf eerst het woord op.
twofold-mine = Wat betekent het voor jou?
twofold-theirs = Wat betekent het voor de ander?
twofold-whose = Wie is de ander?
twofold-whose-hint = Een rol, geen naam.
twofold-roles = Rollen om uit te kiezen
twofold-leave = Nu niet
twofold-list = Jouw woorden
twofold-for-me = Voor mij
twofold-for-other = Voor de ander
twofold-nothing = Nog niet opgeschreven
twofold-empty = Hier komen je woorden te staan
twofold-empty-when = Hoorde je een collega een woord anders gebruiken? Schrijf het op, en vraag het later na.
twofold-where-word = Het woord { $word }
twofold-where-mine = { $word }, voor jou
twofold-where-theirs = { $word }, voor de ander
twofold-where-whose = { $word }, wie de ander is
twofold-erase-title = Dit woord wissen?
twofold-erase-body = Het woord gaat weg, met de twee betekenissen.
twofold-said-kept = Het woord is bewaard.
twofold-said-changed = Het woord is aangepast.
twofold-said-erased = Het woord is gewist.

team-card-intro = Wat je met je team wilt bespreken: over jullie aanpak, niet over een persoon.
team-card-intro-weeks = Je verzamelt het in de loop van de weken. In het teamoverleg laat je het groot zien. F11 vult het hele scherm.
team-card-new = Wat wil je meenemen?
team-card-hint = Over hoe jullie werken, zonder namen.
team-card-point = Wat je meeneemt
team-card-missing = Schrijf eerst op wat je wilt meenemen.
team-card-theme = Thema
team-card-theme-none = Zonder thema
team-card-add = Zet op de kaart
team-card-list = Op de kaart
team-card-empty = Er staat nog niets op je teamkaart
team-card-done = Besproken
team-card-discussed = Wat jullie bespraken
team-card-discussed-on = Besproken op { $day }
team-card-back = Zet terug op de kaart
team-card-show = Toon groot
team-card-previous = Vorige
team-card-next = Volgende
team-card-erase-title = Dit punt wissen?
team-card-erase-body = Het gaat van de kaart, en staat ook niet bij wat jullie bespraken.
team-card-said-kept = Het staat op de kaart.
team-card-said-changed = De kaart is aangepast.
team-card-said-discussed = Besproken. Je vindt het terug onder de kaart.
team-card-said-back = Het staat weer op de kaart.
team-card-said-erased = Het punt is gewist.

# Samen doorlopen
journal-walk-throughs = Samen doorlopen
failure-walk-through-gone = Dit is er niet meer.
failure-walk-through-shown = Dit is al getoond. Wat gezien is, verander je niet meer.
failure-walk-through-unusable = Houd ‘voor wie’ kort: hooguit 60 tekens op één regel. De vraag mag 300 tekens zijn.
failure-preview-needed = Bekijk eerst nog eens wat er te zien is. Daarna kun je beginnen.
failure-walk-through-full = Er passen hooguit { $most } terugblikken in één keer.
failure-walk-through-too-long = Dit is te veel tekst voor één keer. Haal er een terugblik uit.
failure-period-unusable = De laatste dag ligt voor de eerste dag. Kies een latere laatste dag.
failure-passage-moved = De tekst is anders dan op je scherm stond. Kijk nog eens.

# Meer tijd, en wat er was, in het venster voor de wachtzin
more-time-title = Meer tijd
more-time-body = Met je wachtzin komt er een kwartier bij. Tot dan is alles afgedekt. Je dagboek blijft dicht.
more-time-give = Geef een kwartier erbij
more-time-not = Toch niet
more-time-checking = Je wachtzin wordt nagekeken…
keys-notice-walk-asked = Het samen doorlopen is klaar.
keys-notice-walk-time = De tijd voor samen doorlopen was om.
keys-notice-walk-screen = Je scherm ging op slot. Daarmee was het samen doorlopen klaar.
keys-notice-walk-sleep = De computer ging slapen. Daarmee was het samen doorlopen klaar.
keys-notice-walk-lid = De klep ging dicht. Daarmee was het samen doorlopen klaar.
keys-notice-walk-stopped = Het samen doorlopen stopte onverwacht. Wat te zien was, staat alleen in je versleutelde dagboek.
keys-notice-walk-card = Na je wachtzin komt eerst de kaart ‘Samen geleerd’. Van je dagboek zie je dan nog niets.

# De kaart na het samen doorlopen
joint-title = Samen geleerd
joint-intro = Alleen jij schrijft hier. Niets moet.
joint-stopped = Jullie waren nog bezig toen het programma of de computer stopte. Wat te zien was, staat alleen in je versleutelde dagboek.
joint-only-reading = Je opende je dagboek om te lezen. De kaart kun je nu niet schrijven.
joint-discussed = Wat we bespraken
joint-take-along = Wat ik meeneem
joint-differently = Ik zie dit anders
joint-keep = Bewaar de kaart
joint-throw-away = Gooi de kaart weg
joint-intention = Maak een voornemen van wat ik meeneem
joint-said-kept = De kaart is bewaard.
joint-said-thrown-away = De kaart is weg.
joint-said-intention = Je voornemen staat op een vrije bladzijde van vandaag.
joint-journal-closed = Van je dagboek is hier niets te zien. Zit er nog iemand naast je? Wacht dan met openen.
joint-open = Open mijn dagboek
joint-lock = Vergrendelen

# Het venster van samen doorlopen
shown-clock = { $minutes ->
    [one] Nog ongeveer één minuut
   *[other] Nog ongeveer { $minutes } minuten
}
shown-soon = Nog vijf minuten. Rond rustig af.
shown-cover = Dek alles af
shown-uncover = Toon weer
shown-previous = Vorige
shown-next = Volgende
shown-finish = Rond af
shown-more-time = Meer tijd
shown-agreements = Voor we beginnen
shown-agreements-for = Wie meekijkt: { $who }
shown-agreements-goal = Waar gaat het om?
shown-agreements-goal-body = Dat zeggen we nu eerst tegen elkaar.
shown-agreements-heard = Wat gebeurt er met wat we horen?
shown-agreements-heard-body = Dat blijft hier, tenzij we nu iets anders afspreken. Wie meekijkt, krijgt geen kopie.
shown-agreements-not-judged = Niet voor beoordeling
shown-agreements-not-judged-body = We lezen dit om van te leren. Het telt niet mee in een beoordeling.
shown-agreements-known = Wie mag hiervan weten?
shown-agreements-known-body = Ook dat spreken we nu af: wie hoort ervan, en wat?
shown-begin = Begin
shown-keys = Met de pijltjes blader je. Met Esc is meteen alles afgedekt.
shown-questions = Vragen voor wie meekijkt
shown-questions-others = Andere vragen
shown-end = Dit was de laatste
shown-end-body = Wat nemen we mee? Zeg het nog even tegen elkaar.
shown-end-what = Rond je af, dan sluit dit scherm. Je dagboek blijft op slot.
shown-covered-all = Alles is afgedekt
shown-covered-all-body = Van de terugblikken staat niets meer op het scherm.
shown-over = De tijd is om
shown-over-body = Alles is afgedekt. Wil je meer tijd, dan is je wachtzin nodig.
shown-over-waits = Kies je niets, dan sluit dit scherm vanzelf na vijf minuten.
shown-asked = Meer tijd
shown-asked-body = Typ je wachtzin in het andere venster. Tot dan blijft hier alles afgedekt.
shown-asked-again = Laat dat venster zien
shown-ending = Klaar
shown-ending-body = Dit scherm sluit nu.

# Samen doorlopen: kiezen, klaarzetten en bekijken wat een ander ziet
walk-intro = Loop een paar terugblikken door met iemand die je vertrouwt. Jij kiest wat te zien is, en je blijft erbij.
walk-explains-title = Lees dit eerst, één keer
walk-explains-eyes = Een terugblik die je laat zien, is niet meer alleen voor jouw ogen.
walk-explains-asked = Iemand kan er later naar vragen. Kies dus wat je wilt laten zien.
walk-explains-stays = De terugblik zelf blijft in je dagboek, en blijft zoals hij is.
walk-explains-covers = Jij bepaalt wat is afgedekt. Wat je voelde, is afgedekt tot jij het opent.
walk-explains-copy = Wie meekijkt, krijgt geen kopie. Na afloop is het scherm leeg.
walk-explains-done = Ik heb dit gelezen
walk-choose = Kies terugblikken
walk-choose-hint = Er is nog niets te zien voor een ander. Dat komt pas als jij begint.
walk-choose-body = Eén terugblik is genoeg. Ze komen in de volgorde waarin je ze kiest.
walk-choose-list = Je terugblikken
walk-choose-none = Er is nog geen terugblik om te kiezen.
walk-choose-one = Kies eerst een terugblik.
walk-choose-full = Er passen hooguit { $most } terugblikken in één keer.
walk-chosen = { $count ->
    [one] Eén terugblik gekozen
   *[other] { $count } terugblikken gekozen
 }
walk-choose-go = Ga verder
walk-choose-add = Voeg toe
walk-back-prepare = Terug naar het klaarzetten
walk-prepared = Klaargezet
walk-past = Samen doorgelopen
walk-empty = Je hebt nog niets klaargezet.
walk-for = Voor { $whom }
walk-for-nobody-yet = Nog zonder naam
walk-row-now = Nu, of wanneer het uitkomt
walk-row-today = Vandaag
walk-row-planned = Op { $day }
walk-row-withdrawn = Ingetrokken op { $day }
walk-row-shown = Getoond op { $day }
walk-row-card-open = Kaart nog open
walk-row-no-pages = De terugblikken zijn er niet meer.
walk-prepare-title = Klaarzetten
walk-prepare-body = Wat hier staat, is een afschrift van nu. Schrijf je later verder, dan verandert het niet mee.
walk-withdrawn = Ingetrokken op { $day }. Je kunt het weer klaarzetten.
walk-withdraw = Trek in
walk-withdraw-back = Zet weer klaar
walk-changed = Op { $day } is er iets veranderd. Bekijk daarom opnieuw wat te zien is.
walk-lost-pages = Een terugblik hieruit is gewist. De tekst is er niet meer.
walk-plan-title = Voor wie en waarvoor
walk-plan-for = Voor wie?
walk-plan-for-hint = Een rol is genoeg, zoals ‘collega’ of ‘teamleider’.
walk-plan-question = Wat wil je vragen?
walk-plan-question-hint = Zo weet wie meekijkt waar je over wilt praten. Het mag leeg blijven.
walk-plan-minutes = Hoe lang?
walk-plan-minutes-of = { $minutes } minuten
walk-plan-when = Wanneer?
walk-plan-now = Nu, of wanneer het uitkomt
walk-plan-day = Op een dag
walk-plan-which-day = Welke dag?
walk-pages-title = Wat te zien is
walk-pages-how = Druk op een zin om die af te dekken of te openen. Met de muis kies je ook een stukje. Met de pijltjes ga je naar een andere zin.
walk-pages-none = Er is geen terugblik meer. Voeg er een toe, of wis dit.
walk-pages-add = Voeg terugblikken toe
walk-page-who = Te zien als: { $who }
walk-page-changed = Deze terugblik is veranderd nadat je hem klaarzette. Neem hem opnieuw over, of haal hem eruit.
walk-page-in-bin = Deze terugblik ligt in de prullenbak. Zet hem terug, of haal hem hieruit.
walk-page-again = Neem opnieuw over
walk-page-out = Haal eruit
walk-page-day = Laat de dag zien
walk-page-up = Zet eerder
walk-page-down = Zet later
walk-page-moved = Deze terugblik komt nu als nummer { $place }.
walk-block-free = Vrije tekst
walk-cover = Dek af
walk-cover-whole = Dek alles af
walk-found = Wijst dit een persoon aan?
walk-go-title = Bekijk het eerst zelf
walk-go-body = Je ziet bladzijde voor bladzijde wat een ander ziet. Daarna kun je beginnen.
walk-go-ready = Het staat klaar
walk-go-ready-body = Je hebt alles bekeken. Je kunt beginnen wanneer je wilt.
walk-go-no-pages = Voeg eerst een terugblik toe.
walk-go-not-settled = Kijk eerst naar de terugblik die veranderd is of weg is.
walk-preview = Bekijk wat te zien is
walk-preview-again = Bekijk het nog eens
walk-preview-title = Zo ziet een ander het
walk-preview-next = Volgende
walk-preview-previous = Vorige
walk-preview-end = Dit is alles wat te zien is
walk-preview-end-body = Er is niets anders van je dagboek te zien. Nu kun je beginnen, of het laten staan voor later.
walk-preview-later = Bewaar voor later
walk-start = Begin samen
walk-start-title = Nu beginnen?
walk-start-body = Je dagboek gaat eerst dicht. Daarna is alleen te zien wat je hebt bekeken.
walk-start-after = Na afloop open je je dagboek weer met je wachtzin.
walk-start-not = Nog niet
walk-start-now = Begin
walk-erase = Wis dit
walk-erase-title = Wil je dit wissen?
walk-erase-body = Het afschrift gaat weg. Je terugblikken zelf blijven staan.
walk-erase-past-body = Weg gaan het afschrift, voor wie het was en de kaart. Je terugblikken zelf blijven staan.
walk-said-erased = Dit is gewist.
walk-record-from = { $day }, vanaf { $from } uur
walk-record-from-to = { $day }, van { $from } tot { $to } uur
walk-record-asked = Jullie hebben het zelf afgerond.
walk-record-time = Het hield op omdat de tijd voorbij was.
walk-record-locked = Het hield op omdat je computer op slot ging.
walk-record-stopped = Hoe het ophield, is niet bekend.
walk-record-pages = Wat te zien was
walk-record-pages-body = Met een streep erdoor: dat was afgedekt.
walk-record-open = Lees de terugblik
walk-card-open = Deze kaart is nog open.
walk-card-thrown-away = Je hebt deze kaart weggegooid.
walk-card-empty = Er staat niets op de kaart.

# Waar men het samen doorlopen tegenkomt
joint-way-entry = Doorloop dit samen
joint-way-entries = Kies om samen te doorlopen
joint-today = Vandaag staat er iets klaar om samen te doorlopen.
joint-today-with = Vandaag staat er iets klaar om samen te doorlopen, voor { $whom }.
joint-today-open = Bekijk wat klaarstaat
help-keys-walk = Bij samen doorlopen
help-key-walk-cover = Alles in één keer afdekken
help-key-walk-pages = Vorige en volgende bladzijde

# Het venster van samen doorlopen
shown-covered = afgedekt
shown-page = Terugblik
shown-page-empty = Hier staat niets.

# De kaart later, en met wie
joint-waits = Kies je nog niets, dan staat de kaart later bij ‘Samen doorlopen’.
joint-throw-title = Wil je de kaart weggooien?
joint-throw-body = Wat je op de kaart schreef, gaat dan weg.
joint-minutes = Er stonden { $minutes } minuten voor.
joint-changed = Op { $day } veranderde je nog iets.
joint-shown-with = Samen doorgelopen op { $day }, voor { $whom }
joint-shown-with-nobody = Samen doorgelopen op { $day }
help-walk-seen = Wat ziet wie meekijkt?
help-walk-seen-body = Alleen de terugblikken die jij koos, en niet wat je afdekte. Je dagboek is dan dicht. Er is niet te zoeken, te tellen of te kopiëren.
help-walk-stop = Kun je tussendoor stoppen?
help-walk-stop-body = Altijd. Met Esc is meteen alles afgedekt. Met ‘Rond af’ is het klaar.
help-walk-broken = En als de computer halverwege stopt?
help-walk-broken-body = Dan staat er niets open. Bij je volgende start komt eerst de kaart ‘Samen geleerd’.

## Finding

entries-jump = Ga naar een datum
entries-filters = Kies waarin je zoekt
entries-found-more = Dit zijn de nieuwste die passen. Wat ouder is, komt als je verder gaat.
entries-found-filtered = Je zoekt nu niet in alles. Neem een keuze weg om meer te vinden.
entries-best = Wat het beste past bij wat je zoekt
entries-again = Probeer opnieuw

filter-all = Alles
filter-from = Vanaf
filter-until = Tot en met
filter-kind = Soort contact
filter-alias = Schuilnaam
filter-theme = Thema
filter-form = Gemaakt van
filter-form-guide = Vragen
filter-form-free = Vrije bladzijde
filter-status = Gezien door
filter-status-personal = Alleen jij
filter-status-shown = Ook een ander
filter-status-carried-out = Bewaard als pagina
filter-order = Volgorde
filter-order-newest = Nieuwste eerst
filter-order-best = Beste eerst
filter-holding = Waarin je nu zoekt
filter-take-away = Niet meer:
filter-holds-from = Vanaf { $day }
filter-holds-until = Tot en met { $day }

find-title = Zoek in deze terugblik
find-field = Zoek hier
find-none = Staat hier niet
find-place = { $at } van { $count }
find-previous = Vorige
find-next = Volgende
find-close = Sluit

calendar-previous = Vorige maand
calendar-next = Volgende maand
calendar-week = week
calendar-week-short = wk
calendar-day-written = { $day }, hier schreef je

jump-title = Ga naar een datum
jump-day = Dag
jump-cancel = Terug
jump-go = Ga erheen
# Terugkijken
journal-looking-back = Terugkijken
looking-intro = Hier zie je wat terugkomt in wat je schreef. Het is alleen voor jou. Je opent zelf wat je wilt zien, en verder gebeurt er niets mee.
looking-asking = Even kijken…
looking-themes = Thema’s door de maanden
looking-themes-note = Waarover je schreef, per maand van het afgelopen jaar.
looking-themes-none = In deze maanden schreef je nog niet over een thema uit het handboek.
looking-aspects = Soorten vragen
looking-aspects-note = Wat voor vragen je beantwoordde: over jezelf, over de ander, over regels.
looking-aspects-none = In deze maanden beantwoordde je nog geen vragen uit het handboek.
looking-aspect-event = Wat er gebeurde
looking-aspect-self = Jijzelf
looking-aspect-other = De ander
looking-aspect-values = Wat goed en eerlijk is
looking-aspect-knowledge = Wat je weet en hoe
looking-aspect-next-step = Wat je nu gaat doen
looking-aspect-context = Regels, team en organisatie
looking-months-span = Van { $first } tot en met { $last }. De laatste maand is nog bezig: die is gestreept. Wat je stil houdt, doet niet mee.
looking-number =
    { $number ->
        [1] één
        [2] twee
        [3] drie
        [4] vier
        [5] vijf
        [6] zes
        [7] zeven
        [8] acht
        [9] negen
        [10] tien
        [11] elf
        [12] twaalf
       *[other] { $number }
    }
looking-months-none = ‘{ $name }’ kwam in deze { $all } maanden niet voor.
looking-months-one = ‘{ $name }’ kwam in één van de { $all } maanden voor: in { $month }.
looking-months-some =
    { $lately ->
        [more] ‘{ $name }’ kwam in { $count } van de { $all } maanden terug, de laatste tijd vaker.
        [less] ‘{ $name }’ kwam in { $count } van de { $all } maanden terug, de laatste tijd minder vaak.
       *[same] ‘{ $name }’ kwam in { $count } van de { $all } maanden terug.
    }
looking-months-all =
    { $lately ->
        [more] ‘{ $name }’ kwam in alle { $all } maanden terug, de laatste tijd vaker.
        [less] ‘{ $name }’ kwam in alle { $all } maanden terug, de laatste tijd minder vaak.
       *[same] ‘{ $name }’ kwam in alle { $all } maanden terug.
    }
looking-table = Tabel: { $name }
looking-table-caption = { $name }, per maand
looking-column-month = Maand
looking-column-entries = In hoeveel terugblikken
looking-words = Woorden die terugkomen
looking-words-note = Woorden die je de laatste drie maanden vaker schreef dan anders.
looking-words-span = Van { $from } tot en met { $until }. Kies een woord, dan zie je waar je het schreef.
looking-words-look = Zoek
looking-words-none = Van { $from } tot en met { $until } komt geen woord opvallend terug.
looking-year = Deze tijd vorig jaar
looking-year-note = Wat je schreef rond deze datum, een jaar geleden.
looking-year-span = Van { $from } tot en met { $until }.
looking-year-none = In die dagen staat hier niets.
looking-question-note = Kies een vraag die je vaker beantwoordde. Dan staan je antwoorden onder elkaar.
looking-question-theme = Uit welk thema?
looking-question-choose = Kies een thema
looking-question-last = Het laatst beantwoord op { $day }
looking-question-none = Uit dit thema beantwoordde je nog geen vraag.
looking-question-handbook = Blader in het handboek
looking-month = De maand bij elkaar
looking-month-note = Wat je in een maand probeerde, en wat je ervan meenam.
looking-month-which = Welke maand?
looking-month-nothing = Van deze maand is hier niets om bij elkaar te zetten.
looking-month-tried = Wat je probeerde
looking-month-rules = Vuistregels die je bewaarde of veranderde
looking-month-taken = Wat je meenam uit samen doorlopen
looking-month-sheet = Begin het blad ‘{ $title }’
looking-quiet = Wat je stil houdt
looking-quiet-note = Wat Terugkijken overslaat, omdat jij dat wilt.
looking-quiet-what = Wat stil is, vind en lees je zoals altijd. Alleen Terugkijken slaat het over.
looking-quiet-none = Je houdt nu niets stil.
looking-quiet-entries = Terugblikken
looking-quiet-aliases = Schuilnamen
looking-quiet-periods = Dagen
looking-quiet-period = Van { $from } tot en met { $until }
looking-quiet-end = Weer laten meedoen
looking-quiet-ended = Dit doet weer mee bij Terugkijken.
looking-quiet-new = Een tijd stil houden
looking-quiet-from = Eerste dag
looking-quiet-until = Laatste dag
looking-quiet-missing = Kies een dag.
looking-quiet-keep = Stil houden
looking-quiet-kept = Deze dagen zijn nu stil.
looking-quiet-is = Deze terugblik houd je stil. Terugkijken slaat hem over.
looking-quiet-entry = Stil gehouden. Je vindt en leest deze terugblik zoals altijd. Alleen Terugkijken slaat hem over.
looking-alike = Lijkt op
looking-alike-note = Terugblikken over hetzelfde thema, of met woorden die je niet vaak schrijft. Dat blijft op je eigen computer.
looking-alike-none = Er is nu geen terugblik die hierop lijkt.
looking-alike-themes = Ook over { $themes }
looking-alike-words = Ook met { $words }
alias-contacts = Contacten in de tijd
alias-contacts-none = Hier staat nog geen contact.
alias-contacts-one = Hier staat één contact: { $day }.
alias-contacts-span = Het eerste contact dat hier staat, was op { $first }. Het laatste was op { $last }.
alias-contacts-gap = Tussen { $from } en { $until } staat hier geen contact.
alias-contacts-table = Toon als tabel
alias-contacts-caption = Contacten, het laatste eerst
alias-contacts-day = Dag
alias-contacts-kind = Soort contact
alias-tried = Wat je probeerde
alias-tried-more = Laat ook zien wat je eerder probeerde
alias-relation = Hoe jullie samenwerken
alias-relation-note = Dit is jouw indruk, niet die van de { -resident(form: "one") }.
alias-quiet = Stil houden
alias-quiet-body = Wil je { $alias } niet tegenkomen als je terugkijkt? Wat je schreef, vind en lees je dan zoals altijd. Alleen Terugkijken slaat het over.
alias-quiet-is = Je houdt { $alias } stil. Wat je schreef, vind en lees je zoals altijd. Alleen Terugkijken slaat het over.
alias-said-quiet = Terugkijken slaat deze schuilnaam nu over.
looking-month-beside = Wat je in { $month } probeerde en leerde

help-find = Terugvinden en terugkijken
help-find-how = Hoe zoek je?
help-find-how-body = Typ bij Terugblikken een of meer woorden. Een deel van een woord is genoeg, en elk woord moet erin staan. Hoofdletters en accenten maken niet uit. Zet je woorden tussen rechte aanhalingstekens, zoals "brief van het wijkteam", dan zoek je ze precies zo achter elkaar. Met een streepje ervoor, zoals -brief, zie je alleen waar dat woord niet in staat.
help-find-keys = Zoeken met het toetsenbord
help-find-keys-body = Met Ctrl+Shift+F zoek je in alles wat je schreef. Met Ctrl+F zoek je in de terugblik die je leest of schrijft: F3 gaat naar de volgende plaats, Shift+F3 naar de vorige, en Esc sluit het. Met Ctrl+G ga je naar een datum.
help-find-looking = Wat zie je bij Terugkijken?
help-find-looking-body = Wat terugkomt in wat je schreef: thema’s, woorden en wat je een jaar geleden schreef. Je opent zelf wat je wilt zien. Het is alleen voor jou.
help-find-quiet = Je wilt iets daar niet tegenkomen
help-find-quiet-body = Kies bij die terugblik of die schuilnaam voor ‘Stil houden’. Bij Terugkijken kan dat ook met een tijd. Terugkijken slaat het dan over. Je vindt en leest het zoals altijd, en je kunt het weer laten meedoen.

## Native (menus, window titles, command line)

native-already-running = Terugblik draait al voor deze map. Het venster komt naar voren.
native-folder-unusable = De map voor je dagboek is niet te gebruiken.
native-role-does-not-start = Een deel van Terugblik start niet.
native-program-missing = Een deel van Terugblik ontbreekt: { $file }. Installeer Terugblik opnieuw.
native-role-alone = Dit deel van Terugblik start alleen vanuit de app zelf.
native-no-window = Er kan geen venster worden geopend. Is er een scherm?
native-not-confined-title = Terugblik start niet
native-not-confined =
    Je computer schermt de app nu niet goed genoeg af, bijvoorbeeld van het netwerk. Zonder die bescherming start Terugblik niet en blijft je dagboek dicht. Er is niets geopend en niets veranderd.

    Wat je kunt doen: vraag je ICT-afdeling om hulp en geef deze tekst door. Terugblik heeft seccomp-filters van de Linux-kernel nodig, voor alle threads (SECCOMP_FILTER_FLAG_TSYNC), en moet prctl en setrlimit kunnen gebruiken. Vaak houdt een container, een sandbox of een oude kernel dat tegen. Code: { $code }
native-usage = Gebruik: terugblik [--data-dir MAP] [--demo] [--version]
native-unknown-argument = Dit ken ik niet: { $argument }. Probeer --help.
native-demo-ready = Voorbeelddagboek in { $folder }. Wachtzin: { $passphrase }
native-demo-failed = Het voorbeelddagboek kon niet worden gemaakt.
native-window-title = Terugblik
native-menu-file = &Bestand
native-menu-new-contact = &Nieuw contactmoment
native-menu-free-page = &Vrije bladzijde
native-menu-settings = &Instellingen en privacy
native-menu-lock = Ver&grendelen
native-menu-quit = &Afsluiten
native-menu-edit = Be&werken
native-menu-undo = &Ongedaan maken
native-menu-redo = Op&nieuw doen
native-menu-cut = Kni&ppen
native-menu-copy = &Kopiëren
native-menu-paste = P&lakken
native-menu-select-all = &Alles selecteren
native-menu-search = &Zoeken in wat je schreef
native-menu-view = B&eeld
native-menu-text-larger = &Grotere letters
native-menu-text-smaller = &Kleinere letters
native-menu-text-normal = Ge&wone letters
native-menu-full-screen = &Volledig scherm aan of uit
native-menu-go = &Ga naar
native-menu-today = &Vandaag
native-menu-entries = &Terugblikken
native-menu-tried = Proefjes en &kijkmomenten
native-menu-sheets = &Bladen
native-menu-looking-back = Terugki&jken
native-menu-learning = L&eren
native-menu-walk-throughs = Samen doorlopen
native-menu-handbook = &Handboek
native-menu-bin = &Prullenbak
native-menu-help = &Hulp
native-menu-help-page = &Hulp en sneltoetsen
native-menu-backups = &Reservekopieën
native-before-sleep = Bewaart en vergrendelt je dagboek
native-walk-before-sleep = Beëindigt het samen doorlopen
native-text-no-guesses = Geen voorstellen
native-text-ignore-spelling = Dit woord overslaan
native-text-cut = Knippen
native-text-copy = Kopiëren
native-text-paste = Plakken
native-text-delete = Verwijderen
native-text-select-all = Alles selecteren
native-second-place-title = Tweede plek voor reservekopieën
native-pack-title = Handboek van je organisatie
native-pack-files = Handboek (.toml)
native-find-backups-title = Map of stick met reservekopieën
native-recovery-title = Herstelblad van Terugblik
native-recovery-purpose = Met deze zes groepen open je je dagboek als je je wachtzin kwijt bent. Wie dit blad heeft en bij je computer kan, kan alles lezen.
native-recovery-keep = Bewaar dit blad op papier, op een veilige plek en niet bij je computer. Gooi dit bestand daarna weg.
native-recovery-made = Gemaakt op { $day }. Een eerder herstelblad werkt niet meer.
native-recovery-file = herstelblad.html
native-statement-title = Wat { -app } bewaart, en wat niet
native-statement-file = terugblik-verklaring.html
native-statement-for = Voor de ondernemingsraad en de functionaris gegevensbescherming. Dit gaat over { -app } { $version } en is gemaakt op { $day }.
native-statement-what = Wat { -app } is
native-statement-what-own = { -app } is een reflectiedagboek op één computer. Na een contact met een { -resident(form: "one") } stelt het een paar vragen over het eigen handelen. Een { -worker(form: "one") } schrijft voor zichzelf, om van het eigen werk te leren.
native-statement-what-facts = Feiten die in een dossier horen, horen in het zaaksysteem. { -app } haalt daar niets uit en zet er niets in.
native-statement-kept = Wat er wordt bewaard
native-statement-kept-texts = Wat iemand schrijft: vragen en antwoorden, bladen, vrije bladzijden, voornemens. Daarbij de dag, het soort contact, of het is getoond of uitgevoerd en, als de schrijver wil, een schuilnaam. Wat iemand leerde: vuistregels met eerdere woorden, dubbele woorden, teampunten, eigen proeven. Ook instellingen, eigen handboeken, en woorden die geen persoon zijn.
native-statement-kept-chosen = Wat een { -resident(form: "one") } meedroeg en hoe de schrijver zich voelde: alleen als de schrijver dat kiest.
native-statement-kept-shown = Van samen doorlopen: de tekst die klaarstaat of getoond is, voor wie, wanneer, en een kaart erna. Gaat de terugblik weg, dan ook die tekst.
native-statement-kept-no-field = Er is geen veld voor naam, geboortedatum, adres, BSN, klantnummer, telefoonnummer of foto. Lijkt een tekst zoiets te bevatten, dan wijst { -app } het de schrijver aan. Wie het laat staan, bewaart het.
native-statement-kept-rights = Een schuilnaam maakt niemand anoniem. Een { -resident(form: "one") } kan het recht hebben om te zien wat er over hem of haar staat; de schrijver kan daarvan een overzicht maken. Welke wetten gelden, beoordeelt de organisatie.
native-statement-where = Waar, op slot en hoe lang
native-statement-where-folder = In één map op deze computer. Reservekopieën staan daar ook, en op een tweede plek als de schrijver die kiest.
native-statement-where-locked = Dagboek en reservekopieën zijn versleuteld met AES-256. De sleutel zit achter een wachtzin (met Argon2id) of een herstelsleutel. Wel is te zien dat er een dagboek is, hoe groot de bestanden zijn en wanneer ze veranderden.
native-statement-where-long = Een tekst met een schuilnaam gaat vanzelf weg: 180 dagen na het laatste contact (of 90 of 30, als schrijver of organisatie dat kiest), 30 dagen na afsluiten en in elk geval twee jaar na het schrijven. Eerst staat het een week op het scherm. Zonder schuilnaam blijft een tekst; elk jaar vraagt { -app } ernaar. Wat iemand leerde, blijft. De prullenbak wist na 24 uur, of meteen. Ook het hele dagboek is te wissen.
native-statement-where-backups = Reservekopieën van zeven dagen, vier weken en zes maanden blijven; een dagboek dat bij terugzetten opzij gaat, 180 dagen. Wat door een termijn of met een schuilnaam weggaat, gaat ook daaruit, op een tweede plek zodra die er is. Wat uit de prullenbak gaat, alleen op verzoek.
native-statement-not = Wat er niet gebeurt
native-statement-not-count = Voor anderen wordt niets geteld. { -app } maakt geen cijfers over een persoon, ook niet over wie schrijft. Die houdt alleen zelf, in een eigen proef, cijfers bij.
native-statement-not-send = Er is geen account, geen server, geen telemetrie, geen foutmelding naar de makers en geen controle op updates.
native-statement-not-network-refused = { -app } bevat niets dat verbinding maakt. Op deze computer weigert het systeem elke netwerkverbinding aan de processen van { -app }. Zonder die weigering start { -app } niet.
native-statement-not-network-open = { -app } bevat niets dat verbinding maakt. Toen dit blad werd gemaakt, dwong het systeem dat niet af.
native-statement-not-network-windows = { -app } bevat niets dat verbinding maakt. Bij het installeren komen er regels in de firewall van Windows die { -app } tegenhouden, maar niet WebView2, dat het venster tekent. Wij hebben dat nooit kunnen proberen.
native-statement-not-network-macos = { -app } bevat niets dat verbinding maakt. macOS dwingt dat niet af. Het venster krijgt de opdracht niets van een netwerk te laden, maar wij hebben dat nooit kunnen proberen.
native-statement-who = Wie iets kan zien
native-statement-who-writer = Alleen wie de wachtzin of de herstelsleutel heeft. Er is geen ingang voor leidinggevende, beheerder of makers. Een overzicht dat de schrijver zelf bewaart, is niet versleuteld.
native-statement-who-invited = Wie meekijkt op uitnodiging, ziet op dit scherm alleen wat de schrijver koos. Het dagboek is dan op slot. Er is geen kopie.
native-statement-who-lost = Zijn wachtzin en herstelsleutel allebei kwijt, dan gaat het dagboek voor niemand meer open, ook niet voor de organisatie.
native-statement-check = Zelf nagaan
native-statement-check-page = Bij Instellingen & privacy staat de pagina ‘{ check-title }’: wat het systeem nu weigert, welke processen er draaien en waar de bestanden staan, met opdrachten voor een beheerder.
native-statement-check-source = { -app } heeft de licentie EUPL-1.2: iedereen mag de broncode lezen, nakijken en bouwen.
native-sheet-title = Blad bewaren als pagina
native-sheet-file = terugblik-blad.html
native-sheet-free = Verder
native-sheet-nothing = Hier is niets geschreven.
native-overview-title = Wat er onder één schuilnaam in { -app } staat
native-overview-file = terugblik-overzicht.html
native-overview-alias = Schuilnaam: { $alias }
native-overview-made = Gemaakt op { $day }.
native-overview-closed = Het werk onder deze schuilnaam is afgesloten op { $day }.
native-overview-rights = Deze notities zijn voor jou. Ze kunnen toch onder het recht op inzage vallen. Een { -resident(form: "one") } kan het recht hebben om te zien wat hier staat. Vraag het de privacy officer van je organisatie.
native-overview-complete = Alles wat { -app } onder deze schuilnaam bewaart, staat hier, ook wat in de prullenbak ligt. Niet hierin: hoeveel tijd de schrijver koos en op welk moment er is geschreven. Dat gaat over wie schrijft. Ook tekst onder een andere schuilnaam of zonder schuilnaam staat hier niet.
native-overview-copy = Dit bestand is niet versleuteld. Het is een kopie die { -app } niet kan wissen. Geef het alleen aan wie het mag zien, en gooi het daarna weg.
native-overview-free-page = Vrije bladzijde
native-overview-in-bin = Ligt in de prullenbak.
native-overview-goes = Gaat weg op { $day }.
native-overview-personal = Persoonlijk.
native-overview-shown = Getoond op { $day }.
native-overview-walked = samen doorlopen op { $day } met: { $whom }
native-overview-prepared = klaargezet om samen door te lopen met: { $whom }
native-overview-anybody = iemand
native-overview-carried-out = Eerder uitgevoerd op { $day }.
native-overview-started = Begonnen op { $day }.
native-overview-written = Geschreven op { $day }.
native-overview-young = Het contact was met iemand van 18 tot 27 jaar.
native-overview-baggage-life-story = Volgens de schrijver droeg de { -resident(form: "one") } een zwaar levensverhaal mee.
native-overview-baggage-criticism = Volgens de schrijver had de { -resident(form: "one") } kritiek op de gemeente of de hulp.
native-overview-baggage-both = Volgens de schrijver droeg de { -resident(form: "one") } een zwaar levensverhaal mee en was er kritiek op de gemeente of de hulp.
native-overview-baggage-unknown = De schrijver wist niet wat de { -resident(form: "one") } meedroeg.
native-overview-mood-calm = De schrijver was rustig.
native-overview-mood-touched = De schrijver was geraakt.
native-overview-mood-angry = De schrijver was boos.
native-overview-mood-proud = De schrijver was trots.
native-overview-own = Eigen vraag: { $question }
native-overview-intention = Voornemen voor de volgende keer
native-overview-outcome = Wat er kwam van een voornemen
native-overview-outcome-of = Wat er kwam van dit voornemen: { $intention }
native-overview-feeling = Hoe het voor de schrijver was
native-overview-look-back = { $question } (kijkmoment van { $day })
native-overview-nothing = Hier is niets geschreven.
native-day = { $day } { $month ->
   *[m1] januari
    [m2] februari
    [m3] maart
    [m4] april
    [m5] mei
    [m6] juni
    [m7] juli
    [m8] augustus
    [m9] september
    [m10] oktober
    [m11] november
    [m12] december
} { $year }

# De tabel van een eigen proef

# Wat je leerde, als pagina.

native-own-trial-title = Eigen proef bewaren als tabel
native-own-trial-file = terugblik-eigen-proef.csv
native-own-trial-behaviour = Gedrag
native-own-trial-phase = Fase
native-own-trial-kind = Soort fase
native-own-trial-differently = Wat je anders doet
native-own-trial-measurement = Meting
native-own-trial-day = Dag
native-own-trial-value = Waarde
native-own-trial-begin-phase = beginfase
native-own-trial-trial-phase = proeffase

# Samen doorlopen: wat in de plaats van een schuilnaam staat.
native-walk-resident = { -resident(form: "one") } { $letter }

# Wat je leerde, als pagina.
native-somebody = een { -resident(form: "one") }
native-rules-save = Vuistregels bewaren als pagina
native-rules-title = Vuistregels
native-rules-file = terugblik-vuistregels.html
native-words-save = Woorden bewaren als pagina
native-words-title = Woorden met twee betekenissen
native-words-file = terugblik-woorden.html
native-words-word = Woord
native-words-mine = Wat ik ermee bedoel
native-words-theirs = Wat de ander ermee bedoelt
native-words-whose = Wie de ander is
native-team-card-save = Teamkaart bewaren als pagina
native-team-card-title = Teamkaart
native-team-card-file = terugblik-teamkaart.html
native-team-card-no-theme = Zonder thema
native-learned-nothing = Hier staat nog niets.
