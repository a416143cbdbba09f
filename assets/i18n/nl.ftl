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
shared-caps-lock = Caps Lock staat aan.
shared-errors = Kijk nog even naar dit

## Failures

failure-wrong-passphrase = Deze wachtzin past niet. Kijk of Caps Lock aan staat en probeer het nog eens.
failure-wrong-recovery-key = Deze herstelsleutel is goed geschreven, maar hoort niet bij dit dagboek.
failure-recovery-key-length = Dit is geen hele herstelsleutel. Er horen zes groepen van vijf tekens te staan.
failure-recovery-key-character = Er staat een teken in dat nooit in een herstelsleutel voorkomt. Kijk het nog eens na.
failure-recovery-key-checksum = Ergens staat een verkeerd teken. Vergelijk elke groep nog eens met je herstelblad.
failure-passphrase-too-short = Je wachtzin is te kort. Neem minstens { $least } tekens.
failure-groups-differ = Dit is niet wat op het blad staat. Kijk nog eens naar deze groepen.
failure-slots-damaged = Het bestand met je sleutels is beschadigd, en de vorige versie ervan ook. Je wachtzin kan er niet mee worden gecontroleerd. Haal de map van je dagboek terug uit een back-up.
failure-slots-damaged-mendable = Het bestand met je sleutels is beschadigd. Aan je wachtzin ligt het niet. De vorige versie van dat bestand is nog goed en kan worden teruggezet.
failure-slots-missing = Het bestand met je sleutels is weg. Je dagboek staat er nog, maar kan zonder dat bestand niet open. Haal de map van je dagboek terug uit een back-up.
failure-store-missing = Het bestand met je dagboek is weg. Je sleutels staan er nog. Haal de map van je dagboek terug uit een back-up.
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
failure-unknown-kind = Het handboek kent deze soort contact niet meer. Kies een andere.
failure-setting-out-of-bounds = Deze instelling kan niet. Kies een andere waarde.
failure-internal = Er ging iets mis dat niet hoort. Wat bewaard was, staat er nog. Nummer voor wie je helpt: { $incident }.

## Keys window

## Journal window

## Native (menus, window titles, command line)

native-already-running = Terugblik draait al voor deze map. Het venster komt naar voren.
native-folder-unusable = De map voor je dagboek is niet te gebruiken.
native-role-does-not-start = Een deel van Terugblik start niet.
native-role-alone = Dit deel van Terugblik start alleen vanuit de app zelf.
native-no-window = Er kan geen venster worden geopend. Is er een scherm?
native-usage = Gebruik: terugblik [--data-dir MAP] [--demo] [--version]
native-unknown-argument = Dit ken ik niet: { $argument }. Probeer --help.
native-demo-ready = Voorbeelddagboek in { $folder }. Wachtzin: { $passphrase }
native-demo-failed = Het voorbeelddagboek kon niet worden gemaakt.
native-window-title = Terugblik
native-menu-file = Bestand
native-menu-new-contact = Nieuw contactmoment
native-menu-lock = Vergrendelen
native-menu-quit = Afsluiten
native-menu-view = Beeld
native-menu-text-larger = Grotere letters
native-menu-text-smaller = Kleinere letters
native-menu-text-normal = Gewone letters
native-menu-settings = Instellingen en privacy
native-recovery-title = Herstelblad van Terugblik
native-recovery-purpose = Met deze zes groepen open je je dagboek als je je wachtzin kwijt bent. Wie dit blad heeft en bij je computer kan, kan alles lezen.
native-recovery-keep = Bewaar dit blad op papier, op een veilige plek en niet bij je computer. Gooi dit bestand daarna weg.
native-recovery-made = Gemaakt op { $day }. Een eerder herstelblad werkt niet meer.
native-recovery-file = herstelblad.html
