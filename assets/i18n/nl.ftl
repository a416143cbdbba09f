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

## Keys window

## Journal window

## Native (menus, window titles, command line)
