# The words on screen, in English. Same ids and variables as nl.ftl.
# `npm run messages` (in ui/) checks that and refreshes ui/src/i18n/messages.ts.

## Terms

-app = Terugblik

# What the organisation says for a person on social assistance. Forms: one, many, One.
-resident =
    { $form ->
       *[one] { RESIDENT() ->
           *[inwoner] resident
            [klant] customer
            [client] client
            [kandidaat] candidate
        }
        [many] { RESIDENT() ->
           *[inwoner] residents
            [klant] customers
            [client] clients
            [kandidaat] candidates
        }
        [One] { RESIDENT() ->
           *[inwoner] Resident
            [klant] Customer
            [client] Client
            [kandidaat] Candidate
        }
    }

# What the organisation says for the person who writes here. Forms: one, many, One.
-worker =
    { $form ->
       *[one] { WORKER() ->
           *[consulent] case worker
            [klantmanager] client manager
            [inkomensconsulent] benefits adviser
            [werkconsulent] job adviser
            [participatiecoach] participation coach
        }
        [many] { WORKER() ->
           *[consulent] case workers
            [klantmanager] client managers
            [inkomensconsulent] benefits advisers
            [werkconsulent] job advisers
            [participatiecoach] participation coaches
        }
        [One] { WORKER() ->
           *[consulent] Case worker
            [klantmanager] Client manager
            [inkomensconsulent] Benefits adviser
            [werkconsulent] Job adviser
            [participatiecoach] Participation coach
        }
    }

## Shared

shared-app = { -app }
shared-show = Show
shared-caps-lock = Caps Lock is on.
shared-errors = Please look at this again

## Failures

## Keys window

## Journal window

## Native (menus, window titles, command line)
