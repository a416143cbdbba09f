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

failure-wrong-passphrase = This passphrase does not fit. See whether Caps Lock is on and try again.
failure-wrong-recovery-key = This recovery key is well written, but it does not belong to this journal.
failure-recovery-key-length = This is not a whole recovery key. There should be six groups of five characters.
failure-recovery-key-character = It has a character that a recovery key never contains. Please check it again.
failure-recovery-key-checksum = One of the characters is wrong. Compare each group with your recovery sheet.
failure-passphrase-too-short = Your passphrase is too short. Use at least { $least } characters.
failure-groups-differ = This is not what the sheet says. Look at these groups again.
failure-slots-damaged = The file with your keys is damaged, and so is its previous copy. Your passphrase cannot be checked with it. Restore your journal’s folder from a backup.
failure-slots-damaged-mendable = The file with your keys is damaged. Your passphrase is not the cause. The previous copy of that file is still good and can be put back.
failure-slots-missing = The file with your keys is gone. Your journal is still there, but it cannot be opened without that file. Restore your journal’s folder from a backup.
failure-store-missing = The file with your journal is gone. Your keys are still there. Restore your journal’s folder from a backup.
failure-store-damaged = The file with your journal cannot be read. It is damaged, or it belongs to another journal.
failure-newer-format = This journal was made with a newer version of { -app }. Update { -app } to open it.
failure-already-set-up = There is a journal here already. Open it with your passphrase.
failure-folder-not-writable = { -app } may not write in your journal’s folder. Ask your IT department for help.
failure-disk-full = The disk is full. What was saved before is safe. Free some space and try again.
failure-not-enough-memory = There is too little memory free. Close a few other programs and try again.
failure-out-of-turn = That cannot be done right now. Please try again.
failure-entry-gone = This look-back is no longer there.
failure-entry-in-bin = This look-back is in the bin. Put it back first to write on.
failure-answer-gone = This answer is no longer there.
failure-text-too-long = This text is too long for one answer. About { $most } characters fit.
failure-alias-unusable = This alias cannot be used. Take one to sixty characters, on one line.
failure-unknown-kind = The handbook no longer has this kind of contact. Please choose another.
failure-setting-out-of-bounds = This setting is not possible. Please choose another value.
failure-internal = Something went wrong that should not. What was saved is still there. Number for whoever helps you: { $incident }.

## Keys window

## Journal window

## Native (menus, window titles, command line)

native-already-running = Terugblik is already running for this folder. Its window comes to the front.
native-folder-unusable = The folder for your journal cannot be used.
native-role-does-not-start = A part of Terugblik does not start.
native-role-alone = This part of Terugblik only starts from the app itself.
native-no-window = No window can be opened. Is there a display?
native-usage = Usage: terugblik [--data-dir FOLDER] [--demo] [--version]
native-unknown-argument = I do not know this: { $argument }. Try --help.
native-demo-ready = Example journal in { $folder }. Passphrase: { $passphrase }
native-demo-failed = The example journal could not be made.
native-window-title = Terugblik
native-menu-file = File
native-menu-new-contact = New contact
native-menu-lock = Lock
native-menu-quit = Quit
native-menu-view = View
native-menu-text-larger = Larger text
native-menu-text-smaller = Smaller text
native-menu-text-normal = Normal text
native-menu-settings = Settings and privacy
native-recovery-title = Terugblik recovery sheet
native-recovery-purpose = These six groups open your journal when you have lost your passphrase. Whoever has this sheet and can reach your computer can read everything.
native-recovery-keep = Keep this sheet on paper, in a safe place and not near your computer. Then throw this file away.
native-recovery-made = Made on { $day }. An earlier recovery sheet no longer works.
native-recovery-file = recovery-sheet.html
