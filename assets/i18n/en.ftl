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
shared-hide = Hide
shared-caps-lock = Caps Lock is on.
shared-errors = Please look at this again
shared-back = Previous step
shared-appearance = Language and text
shared-language = Language
shared-language-nl = Nederlands
shared-language-en = English
shared-text-smaller = Smaller text
shared-text-larger = Larger text

## Failures

failure-wrong-passphrase = This passphrase does not fit. See whether Caps Lock is on and try again.
failure-wrong-recovery-key = This recovery key is well written, but it does not belong to this journal.
failure-recovery-key-length = This is not a whole recovery key. There should be six groups of five characters.
failure-recovery-key-character = It has a character that a recovery key never contains. Please check it again.
failure-recovery-key-checksum = One of the characters is wrong. Compare each group with your recovery sheet.
failure-passphrase-too-short = Your passphrase is too short. Use at least { $least } characters.
failure-groups-differ = This is not what the sheet says. Look at these groups again.
failure-slots-damaged = The file with your keys is damaged, and so is its previous copy. Your passphrase cannot be checked with it. Restore a backup: it has a good file with your keys in it too.
failure-slots-damaged-mendable = The file with your keys is damaged. Your passphrase is not the cause. The previous copy of that file is still good and can be put back.
failure-slots-missing = The file with your keys is gone. Your journal is still there, but it cannot be opened without that file. Restore a backup: it has a file with your keys in it too.
failure-store-missing = The file with your journal is gone. Your keys are still there. Restore a backup.
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
failure-alias-gone = This alias is no longer there.
failure-alias-taken = This alias is in use already. Choose another one, or join the two.
failure-rule-unusable = This rule of thumb cannot be used. Keep it on one line and under three hundred characters.
failure-rule-gone = This rule of thumb is no longer there.
failure-own-trial-unusable = This sentence cannot be used. Keep it on one line and under two hundred characters.
failure-own-trial-gone = This own trial, or this part of it, is no longer there.
failure-own-trial-ended = This own trial was ended. Go on with it first to measure.
failure-own-trial-scale-fixed = There is a measurement already. The scale can no longer change.
failure-own-trial-better-fixed = The trial phase has begun. What is better can no longer change.
failure-phase-in-use = This phase has measurements. That is why it stays.
failure-value-off-scale = This number is not on the scale. Choose a whole number from 0 to { $most }.
failure-day-out-of-reach = This day is not possible. Choose a day between the start of your trial and today.
failure-twofold-word-unusable = This word cannot be used. Keep all on one line: the word up to sixty characters, the meanings up to three hundred.
failure-twofold-word-gone = This word is no longer there.
failure-team-point-unusable = This point cannot be used. Write something, and keep it under six hundred characters.
failure-team-point-gone = This point is no longer there.
failure-own-question-unusable = This question is not possible. Keep it on one line and under three hundred characters.
failure-unknown-kind = The handbook no longer has this kind of contact. Please choose another.
failure-unknown-form = The handbook no longer has this sheet. What you wrote before can still be read.
failure-unknown-question = The handbook no longer has this question. Your answers are still there.
failure-look-back-gone = This check-back is no longer there.
failure-pack-gone = This handbook is no longer there.
failure-pack-not-at-hand = The file is no longer at hand. Please point at it again.
failure-form-without-person = This sheet holds no person. A contact or an alias does not belong to it.
failure-only-reading = Your journal is now open for reading only. Nothing can be changed.
failure-older-format = This still has the form of an older version of { -app }. Reading only is not possible then. Open your journal as usual and it will be brought up to date.
failure-not-sound = It is not yet known whether your journal is whole, or something is wrong with it. That is why no new backup is made now.
failure-backup-under-way = A backup is being made already. Wait until it is done and try again.
failure-backup-gone = This backup is no longer there.
failure-backup-damaged = This backup is damaged. It is not your passphrase. Choose another backup.
failure-backup-of-other-key = This backup belongs to another journal, or was made with a former key.
failure-place-gone = The second place is not connected now.
failure-place-not-writable = { -app } may not write in the second place. Choose another one, or see whether the stick is locked.
failure-page-not-saved = The page has not been saved: { -app } may not write there. Choose another folder.
failure-setting-out-of-bounds = This setting is not possible. Please choose another value.
failure-internal = Something went wrong that should not. What was saved is still there. Number for whoever helps you: { $incident }.

## Keys window

keys-promise = What you do not show, nobody can see.
keys-step = Step { $step } of 3

# Welcome
keys-welcome-title = A quiet moment to look back
keys-welcome-what = { -app } is a journal for yourself, for after a contact with a { -resident(form: "one") }. It asks you a few good questions and keeps what you write encrypted on this computer. Only you can read it: your manager cannot, the municipality cannot, and neither can we.
keys-begin = Make your journal
keys-disk-encrypted = This computer’s disk is encrypted. That also protects what the system itself writes down for a while.
keys-disk-not-encrypted = This computer’s disk is not encrypted. Your journal is, but the system may put pieces of memory on the disk, for instance when it hibernates. Ask your IT department to encrypt the disk.
keys-disk-unknown = We cannot see whether this computer’s disk is encrypted. Your journal is, but the system may put pieces of memory on the disk. Ask your IT department how this is.
keys-limits-title = What we cannot promise
keys-limits-malware = A program that watches this computer as you, or records your keys, sees what you see.
keys-limits-memory = On a disk that is not encrypted, the system may write down pieces of memory.
keys-limits-photo = Nothing helps against a photo of your screen.
keys-limits-visible = That there is a journal here, how large it is and when it changed, can be seen by others.

# Choosing a passphrase
keys-passphrase = Passphrase
keys-passphrase-title = Choose your passphrase
keys-passphrase-title-new = Choose a new passphrase
keys-passphrase-what = A passphrase is a password of a few words. You use it each time to open your journal.
keys-passphrase-after-recovery = You are in with your recovery key. Now choose a passphrase that you will remember. Your recovery sheet stays valid.
keys-passphrase-change = From now on your journal opens with the new passphrase. Your recovery sheet stays valid.
keys-passphrase-nobody = Nobody can reset your passphrase
keys-passphrase-nobody-why = We cannot, your IT department cannot, and the municipality cannot either. If you lose it, only the recovery sheet helps.
keys-passphrase-hint = Five ordinary words are stronger than one difficult word, and easier to remember.
keys-passphrase-repeat = Once more, against typing errors
keys-propose = Propose a passphrase
keys-propose-again = Propose another
keys-proposed = These words were drawn by lot. Copy them before you go on, and keep that note until you know them.
keys-strength-too-short = Still too short.
keys-strength-weak = Easy to guess. Whoever gets hold of this computer finds it within a few days.
keys-strength-fair = Fair. Enough against somebody who is curious, not against somebody who tries everything.
keys-strength-good = Good. Not to be guessed by ordinary means.
keys-strength-strong = Strong. Not to be guessed.
keys-objection-missing = Enter a passphrase.
keys-objection-too-short = This passphrase is too short. Add a few words.
keys-objection-differs = The second one differs from the first. Type it again, or choose Show to read along.
keys-objection-weak = This passphrase is easy to guess. Better take another. Do you want it all the same? Then choose { $button } once more.
keys-use-passphrase = Use this passphrase
keys-keep-passphrase = Not now

# The recovery sheet
keys-sheet-title = Make your recovery sheet
keys-sheet-what = Lost your passphrase? This key still lets you into your journal. Copy it on paper and keep that in another place than this computer.
keys-sheet-who = Whoever has this sheet can open your journal.
keys-sheet-groups = Your recovery key, in six groups
keys-sheet-copied = I have copied it
keys-sheet-save = Save as a page
keys-sheet-save-warning = Copying by hand is safest: printers and PDF programs often keep a copy.
keys-sheet-saved = Saved in { $path }
keys-sheet-saved-next = Remove the file from this computer as soon as you have it on paper. Whoever finds it can open your journal.
keys-sheet-later = Later
keys-sheet-later-what = If you choose later, it waits for you in your journal. Until then your passphrase is the only key.
keys-sheet-again = Try again
keys-confirm-title = Type two groups from your sheet
keys-confirm-what = That way you know for sure that it is right on paper. Capitals make no difference.
keys-confirm-group = Group { $number }
keys-confirm-done = Open my journal

# Opening
keys-unlock-title = Welcome back
keys-unlock-change = First type the passphrase that you have now. Then you choose a new one.
keys-unlock-sheet = First type your passphrase. Then you make a recovery sheet.
keys-unlock = Open my journal
keys-unlock-forgotten = I no longer know my passphrase
keys-unlock-no-sheet = Then your journal opens with a recovery sheet only, and that has not been made yet. Nobody can reset your passphrase. Calmly try what it may have been: as often as you like.
keys-unlock-key-title = Open with your recovery key
keys-unlock-key-what = Take your recovery sheet. After this you can choose a new passphrase.
keys-unlock-key = Recovery key
keys-unlock-key-hint = Six groups of five characters. Capitals and spaces make no difference.
keys-unlock-key-missing = Enter your recovery key.
keys-unlock-back = Back to my passphrase
keys-work-opening = Opening…
keys-work-making = Your journal is being made…
keys-work-changing = Your passphrase is being changed…
keys-work-mending = Putting it back…

# What happened just now
keys-notice-idle = Your journal locked itself because you did nothing for a while.
keys-notice-screen = Your journal locked itself when your screen was locked.
keys-notice-sleep = Your journal locked itself when your computer went to sleep.
keys-notice-lid = Your journal locked itself when you closed your laptop.
keys-notice-saved = Everything you wrote has been saved.
keys-notice-not-saved = What you typed in the last two seconds may be gone. The rest has been saved.
keys-notice-journal-stopped = The journal stopped unexpectedly. Everything that was saved is still there. You can simply open it again.
keys-notice-keys-stopped = This window stopped unexpectedly and was opened again. Nothing happened to your journal.
keys-notice-opening-failed = Your passphrase was right, but your journal did not open
keys-notice-opening-failed-safe = The files that are there now are kept. Your backups are apart from them: when you restore one, nothing is overwritten.
keys-notice-mended = The previous copy of your keys is back. Did you change your passphrase just now? Then the old one may hold again.

# What stands in the way
keys-blocked-title = Your journal cannot be opened now
keys-blocked-folder = Your journal’s folder:
keys-blocked-mend = Put the previous copy back
keys-blocked-mend-what = The damaged file is kept beside the previous copy. Nothing changes in your journal itself.
keys-blocked-again = Look again
keys-blocked-quit = Close { -app }

# Putting a backup back
keys-begin-restore = I already have a journal: restore it
keys-backups-title = Choose a backup
keys-backups-what = Every backup is locked, as your journal is. You see what is in it once it is open.
keys-backups-aside = Your present journal is not lost. It is put aside and stays there for 180 days. Nothing is overwritten.
keys-backups-since = What you wrote after a backup is not in it.
keys-backups-list = Backups found
keys-backups-folder = The folder where we looked:
keys-backups-newest = The newest
keys-backups-damaged = Did not work: damaged
keys-backups-gone = Did not work: no longer there
keys-backups-other-key = Did not work: of another journal or an earlier key
keys-backups-all = Show all { $count } backups
keys-backups-none-in = No backups found in { $folder }
keys-backups-none-own = No backups found on this computer or in your second place
keys-backups-none-look = Look for the folder called Terugblik, or the folder backups in your journal’s folder. In it are folders with a date as their name, such as 20261122T164512Z. Of a stick you may also choose the stick itself.
keys-backups-elsewhere = Choose another folder or stick
keys-backups-next = Go on
keys-leave = Not after all
keys-restore-offer = Restore a backup
keys-restore-offer-what = You can restore a backup. What is there now is put aside. Nothing is overwritten.
keys-restore-title = Open your backup
keys-restore-which = This is restored: the backup of { $when }.
keys-restore-since = What you wrote after that moment is not in it.
keys-restore-passphrase-what = Type the passphrase of this journal. If you had another passphrase then, try that one too.
keys-restore-key-what = Take your recovery sheet. After this you choose a new passphrase.
keys-restore-with-key = Open with my recovery key
keys-restore-go = Restore
keys-restore-other = Choose another backup
keys-restored-title = Your journal is back
keys-restored-counted = { $entries ->
        [0] There are no entries in it yet.
        [one] One entry counted.
       *[other] { $entries } entries counted.
    }
keys-restored-aside = What was there has been put aside. It is in this folder:
keys-restored-aside-until = It stays there for 180 days. Then it is erased by itself. What leaves your journal by a term or with an alias leaves this too, if your key still fits.
keys-restored-choose = You opened the backup with your recovery key. Now choose a passphrase that you will remember.
keys-restored-passphrase = Choose a new passphrase
keys-restored-open = Open your journal
keys-work-finding = Looking what is there…
keys-work-restoring = Your journal is being restored and counted…

# Reading only
keys-to-read = Read only
keys-to-read-what = You can then read everything that is still readable. Nothing is written, so nothing changes in your files.

# After a new passphrase or a new recovery sheet
keys-changed-passphrase-title = Your new passphrase holds
keys-changed-passphrase-copies = { $copies ->
        [0] Your journal opens with your new passphrase. The old one no longer fits that.
        [one] Your journal and one backup open with your new passphrase. The old one no longer fits those.
       *[other] Your journal and { $copies } backups open with your new passphrase. The old one no longer fits those.
    }
keys-changed-passphrase-elsewhere = Where the old passphrase still fits
keys-changed-passphrase-known = Could somebody know your old passphrase? Then make a new key. Your journal is encrypted anew with it.
keys-changed-sheet-title = Your new recovery sheet holds
keys-changed-sheet-copies = { $copies ->
        [0] Your journal opens with your new recovery sheet. The old one no longer fits that.
        [one] Your journal and one backup open with your new recovery sheet. The old one no longer fits those.
       *[other] Your journal and { $copies } backups open with your new recovery sheet. The old one no longer fits those.
    }
keys-changed-sheet-elsewhere = Where the old recovery sheet still fits
keys-changed-sheet-known = Could somebody have your old recovery sheet? Then make a new key. Your journal is encrypted anew with it.
keys-changed-out-of-reach = In your second place. It is not connected now, so the backups there are as they were.
keys-changed-left = On a backup on this computer. It could not be rewritten now.
keys-changed-organisation = On copies that your organisation makes of this computer, and on copies that you kept elsewhere yourself.
keys-changed-renew = Make a new key
keys-changed-open = Open my journal

# A new key
keys-unlock-renew = First type the passphrase that you have now. Then you make a new key.
keys-renew-title = A new key
keys-renew-what = Your entries stay as they are. Your whole journal is encrypted anew. That can take a while.
keys-renew-passphrase = You choose a passphrase again. Do not take the one that somebody may know.
keys-renew-backups = Backups with the old key disappear, on this computer and in your second place if that is connected. A new backup is made at once.
keys-renew-sheet = Your old recovery sheet no longer fits. You make a new one in a moment.
keys-renew-elsewhere = Copies elsewhere still open with the old passphrase and the old recovery sheet. So do journals that were kept here when a backup was put back. What you write from now on, nobody can read with those.
keys-renew-go = Go on
keys-renew-later = Not now
keys-passphrase-renew = Your journal opens with this passphrase from then on, under the new key. After that you make a new recovery sheet.
keys-sheet-renewed = Your journal has a new key. Your old recovery sheet no longer fits: this is the new one.
keys-work-renewing = Your journal is being encrypted anew…

# How heavy the lock is
keys-unlock-cost = First type your passphrase. Then you choose how heavy the lock is.
keys-cost-title = How heavy the lock is
keys-cost-what = The heavier the lock, the longer somebody must guess who has your computer. This is how long opening takes on this computer.
keys-cost-list = Opening takes
keys-cost-time-short = { $seconds ->
        [one] About { $seconds } second
       *[other] About { $seconds } seconds
    }
keys-cost-time = About { NUMBER($seconds, maximumFractionDigits: 1) } seconds
keys-cost-memory = { $mebibytes } MB of memory
keys-cost-memory-now = { $mebibytes } MB of memory. This is how it is now.
keys-cost-too-little = { $mebibytes } MB: there is not enough memory for that now
keys-cost-too-little-now = { $mebibytes } MB, as it is now: there is not enough memory for that now
keys-cost-unavailable = Not possible now
keys-cost-advice = Take the heaviest lock that you can wait for every time. About a second is good.
keys-cost-elsewhere = Copies elsewhere keep the lock that they have.
keys-cost-use = Use this lock
keys-cost-keep = Leave it so
keys-cost-again = Measure again
keys-work-measuring = We are measuring how long opening takes. That can take a while…
keys-work-changing-cost = The lock is being changed…

# Wiping the journal
keys-wipe-title = Wiping your journal
keys-wipe-now = Nothing has been wiped yet. It only goes when you press the button below.
keys-wipe-gone = This goes
keys-wipe-gone-journal = Your journal and your keys. Also the journals that were put aside before.
keys-wipe-gone-backups = The backups on this computer, and in your second place if that is connected.
keys-wipe-stays = This remains
keys-wipe-stays-elsewhere = Copies elsewhere, such as on a stick that is not connected now, or with your organisation. Those still open with your passphrase or your recovery sheet.
keys-wipe-sheet-only = Do you only have your recovery sheet? Then first open your journal with it and choose a new passphrase. With that you can wipe.
keys-wipe-sure = I know that this cannot be undone
keys-wipe-not-sure = First tick that you know that this cannot be undone.
keys-wipe-go = Wipe journal
keys-work-wiping = Your journal is being wiped…
keys-wiped-title = Your journal has been wiped
keys-wiped-what = Your journal, your keys and the backups that we could reach are gone.
keys-wiped-out-of-reach = Your second place was not connected. The backups there still exist, and open with your passphrase or your recovery sheet. Wipe them yourself if you do not want to keep them:
keys-wiped-elsewhere = If there are copies elsewhere, those still exist.
keys-wiped-quit = Close
keys-wiped-new = Make a new journal

## Journal window

journal-skip = Skip to the content
journal-navigation = Parts of your journal
journal-today = Today
journal-entries = Looking back
look-back-title = Check-back
through-title = One question through time
packs-title = Handbooks
journal-tried = To try & check back
journal-sheets = Sheets
journal-handbook = Handbook
journal-rules = Rules of thumb
journal-bin = Bin
journal-settings = Settings & privacy
journal-help = Help
journal-lock = Lock
journal-locking = Your journal is being locked.
journal-title = { $screen } · { -app }
journal-put-away = Close this message

journal-said-saved = Everything is saved already. That happens by itself.
journal-said-done = Done for now. What you wrote is saved.
journal-said-restored = The entry is back in its place.
journal-said-erased = The entry has been erased.
journal-said-erased-everywhere = { $rewritten ->
        [0] The entry has been erased. It was in none of your backups.
        [one] The entry has been erased, from one copy too.
       *[other] The entry has been erased, from { $rewritten } copies too.
    }
journal-said-erased-left = { $left ->
        [one] One copy could not be rewritten. The entry may still be in it.
       *[other] { $left } copies could not be rewritten. The entry may still be in them.
    }
journal-said-erased-out-of-reach = The second place is not connected now. When it is back, the backups there are rewritten too.
journal-said-backup = The backup has been made, opened and counted.
journal-said-place = From now on your backups go to this place too.
journal-said-place-forgotten = The second place is no longer used. What is there stays there.
journal-said-accepted = You go on with your journal as it is now.
journal-said-settings = Your choice is saved.
journal-said-in-bin = The entry stays in the bin for 24 hours.
journal-said-changed = The entry has been changed.
journal-said-let-go = Let go. This does not come back any more.
journal-keep-after-all = Keep it after all
journal-restore = Put back
journal-try-again = Try again

journal-not-saved = Not saved yet
journal-not-saved-body = Your text is still here. { -app } keeps trying by itself.
journal-unsaved-title = Not everything is saved yet
journal-unsaved-body = If you leave now, you lose your last words. Stay and try again.
journal-unsaved-stay = Stay
journal-unsaved-leave = Leave without saving
journal-covered-title = Your journal is covered
journal-covered-body = Nobody was here for a while. Your last words could not be saved yet, so your journal is not locked yet. It will lock by itself as soon as they are.
journal-covered-leave = Lock without saving
journal-stuck-title = That did not work
journal-harm-read = Read what you can do

trial-title = Looking into a backup
trial-band = You are looking into the backup of { $when }. Nothing can be changed here.
trial-back = Back to your journal
trial-opening = The backup is being opened and counted. That may take a while.
trial-closing = Your journal is coming back.
trial-empty = There is no entry in this backup

only-title = Reading only
only-band = Your journal is open for reading only. Nothing changes. Copy what you need, or restore a backup.
only-restore = Restore a backup
only-empty = There is no entry here

idle-title = Are you still there?
idle-body = Your journal will lock shortly. What you wrote is saved.
idle-seconds = { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    } left
idle-stay = Stay
idle-lock = Lock now

today-night = Hello
today-morning = Good morning
today-afternoon = Good afternoon
today-evening = Good evening
today-intro = Look back for a moment at a conversation of today? Two lines are enough.
today-new = New contact
today-new-body = A few questions about a conversation, a visit or a phone call.
today-free = Free page
today-free-body = Write what is on your mind, without questions.
today-after-a-while = Good to see you again. Just begin where you are now.
today-returns = What returns
today-returns-body = You wanted to try this once. It comes back by itself at the next contact.
today-returns-alias = New contact with { $alias }
today-returns-kind = New contact: { $kind }
today-returns-all = Show everything
today-let-go = Let go
today-continue = Where you left off
today-continue-action = Write on
today-empty = Your latest entry will be here
today-empty-body = What you write stays on this computer. Nobody else can read it.
today-nothing-written = Nothing written yet
today-recovery-title = Your recovery sheet is not ready yet
today-recovery-body = If you forget your passphrase, only the recovery sheet lets you in again. It takes a few minutes.
today-recovery-action = Make the recovery sheet
today-passphrase-title = Choose a new passphrase
today-passphrase-body = You came in with your recovery key. With a new passphrase you get in as usual next time.
today-passphrase-action = Choose a passphrase
today-later = Later
today-check-running-title = Not closed last time
today-check-running-body = { -app } is checking your journal. You can just write.
today-check-sound-title = Not closed, checked, everything readable
today-check-sound-body = { -app } stopped unexpectedly last time. At most the last two seconds of your text are missing.
today-check-changed-title = Your journal was changed outside { -app }
today-check-changed-body = An old version of the file may have been put back, or another program ran through it. { -app } itself changed nothing. Look whether your latest entries are there. You don’t know how this came about? Ask your IT department for help.
today-check-damaged-title = A part of your journal is damaged
today-check-damaged-body = What you see can be read. Something may be missing. { -app } has changed nothing and thrown nothing away.
today-check-backup = { $entries ->
        [0] Your newest good backup is of { $when }. There is no entry in it yet.
        [one] Your newest good backup is of { $when }. There is one entry in it.
       *[other] Your newest good backup is of { $when }. There are { $entries } entries in it.
    }
today-check-no-backup = No good backup can be found now. Leave the folder of your journal as it is and ask your IT department for help.
today-check-try = Look into it first
today-check-accept = I go on with what is there now
today-check-accept-title = Go on with what is there now?
today-check-accept-body = Look first whether your latest entries are there. Your journal then counts as it is now, and backups of it are made again by themselves.
today-check-accept-yes = Yes, go on
today-check-accept-no = Not yet
today-backups = Look at your backups

contact-title = New contact
contact-intro = Just enough to know later which conversation it was.
contact-day = Day
contact-day-missing = Fill in a whole date.
contact-day-ahead = This day is still to come. Choose today or a day before.
contact-day-time = Day (or the last)
contact-kind = Kind of contact
contact-time = Without a contact
contact-kind-missing = Choose a kind of contact. Or take a free page, without a contact.
contact-alias = Alias (may stay empty)
contact-alias-hint = Never a name or a client number. That way you find contacts with the same { -resident } again.
contact-alias-known = Used before
contact-alias-propose = Propose an alias
contact-minutes = How much time do you have?
contact-minutes-choice = { $minutes } min
contact-more = Say a little more (not needed)
contact-more-body = The questions will fit better. A guess is good enough.
contact-baggage = What does the { -resident } carry?
contact-baggage-life-story = A heavy life story
contact-baggage-criticism = Criticism of the municipality or of help
contact-baggage-both = Both
contact-baggage-unknown = I do not know
contact-young = A young person (18 to 27)
contact-mood = How are you feeling?
contact-mood-calm = Calm
contact-mood-touched = Touched
contact-mood-angry = Angry
contact-mood-proud = Proud
contact-keep = Keep baggage and mood with this entry
contact-keep-body = Otherwise { -app } forgets them as soon as your journal locks.
contact-keep-mood = Keep your mood with this entry
contact-keep-mood-body = Otherwise { -app } forgets it as soon as your journal locks.
contact-prepare-when = Is the conversation still to come?
contact-prepare = Prepare first
contact-sheets = Rather a sheet?
contact-begin = Begin
contact-free = Free page

writing-step = Question { $number }
writing-later = Written later
writing-other = Another question
writing-other-shown = There is another question now.
writing-other-none = There is no other question for this contact now. You can ask a question of your own.
writing-outcome = Your intention
writing-outcome-title = You wanted to try
writing-outcome-erased = What you wanted to try is no longer there.
writing-outcome-field = What came of it?
writing-outcome-hint = In a few words, or not at all.
writing-outcome-let-go = Let this intention go
writing-outcome-let-go-said = This intention will not come back.
writing-outcome-keep = Keep it after all
writing-outcome-now = And now?
writing-outcome-again = Once more
writing-outcome-again-said = It also stands under To close. You can still change it there.
writing-outcome-differently = Try it differently
writing-own = Own question
writing-own-title = What do you ask yourself?
writing-own-question = Your question
writing-own-answer = Your answer
writing-own-change = Change your question
writing-no-question = The handbook has no question for this contact in so little time. Write what is there, or ask yourself a question. With more minutes another time, there is more to choose from.
writing-free = Free page
writing-free-title = What is on your mind?
writing-free-intro = Write what is there. It does not have to lead anywhere.
writing-why = Why this question?
writing-theme = Theme
writing-sources = Where the question comes from
writing-source-read = Read: { $what }
writing-source-not-read = Not read: { $what }
writing-hint = Write about what you saw, thought and did.
writing-previous = Previous question
writing-next = Next question
writing-back = Back
writing-on = Go on
writing-done = Done
writing-saved = Saved at { $time }
writing-saved-before = Saved on { $day } at { $time }
writing-not-saved = Not saved yet
writing-overview = In this entry
writing-fetching = Your questions are on their way.

closing-step = To close
closing-intention = What one thing will you try next time?
closing-intro = One thing, however small. You can always skip this.
closing-returns = When does this come back?
closing-returns-alias = At the next contact with { $alias }
closing-returns-kind = At the next contact of this kind ({ $kind })
closing-returns-alone = This comes back at the next contact of this kind ({ $kind }).
closing-returns-today = This stays on Today until you let it go.
closing-feeling = How was it for you?
closing-feeling-hint = Only for you.

mirror-title = Does this point at a person?
mirror-keys = F8 takes you here and back. Enter replaces. Delete means: no person.
mirror-replace = Replace with { $words }
mirror-spare = No person
mirror-all = Show all { $count } places
mirror-blank-name = [name]
mirror-somebody = a { -resident(form: "one") }
mirror-blank-address = [address]
mirror-blank = […]
mirror-said-new = { $count ->
        [one] 1 place to look at. F8 takes you there.
       *[other] { $count } places to look at. F8 takes you there.
    }
mirror-said-replaced = Replaced with { $words }.
mirror-said-spared = No person.
mirror-said-left = { $count ->
        [0] Nothing is left to look at.
        [one] 1 place left.
       *[other] { $count } places left.
    }
mirror-kind-bsn = citizen service number
mirror-kind-iban = bank account number
mirror-kind-phone = phone number
mirror-kind-email = email address
mirror-kind-postcode = postcode
mirror-kind-street = address
mirror-kind-birth-date = date of birth
mirror-kind-plate = licence plate
mirror-kind-case-number = case or client number
mirror-kind-name = name
mirror-kind-alias = alias
mirror-weight-health = health
mirror-weight-crime = criminal offences
mirror-weight-faith = faith
mirror-weight-origin = origin
mirror-left = There is still something that may point at a person: { $kinds }.
mirror-left-go = Look at it
mirror-weighty = It says something about { $what }. The law protects that more. Is it needed here?
mirror-alias-person = This looks like a real name. Take a pair of words instead.
mirror-alias-alike = Looks like { $alias }. They are easily mixed up.
mirror-key-list = To the list of what may point at a person, and back
mirror-key-rows = In that list: to another place
mirror-key-row-replace = In that list: replace
mirror-key-row-spare = In that list: no person
mirror-key-replace = In your text: replace what points at a person at the caret
mirror-key-spare = In your text: this is no person

dossier-title = Does this belong in the case file?
dossier-facts = Facts that matter for the rights, the plan or the safety of a { -resident } belong in the case system. Put them there yourself, by hand. { -app } copies nothing.
dossier-here = Here you write about what you saw, thought and did. What is here can fall under the right of access, too.
dossier-safety = If you are seriously worried about somebody’s safety
dossier-safety-general = Do not wait until you are done here. Follow the reporting code (meldcode) and the agreements of your organisation.

status-personal = Personal
status-shown = Shown on { $day }
status-carried-out = Carried out on { $day }, as a page
status-goes-term = Goes on { $day }. The last contact with this alias is long ago by then.
status-goes-two-years = Goes on { $day }. An entry with an alias never stays longer than two years.
status-goes-closed = Goes on { $day }. You closed the work with this alias.
status-show = I showed this to somebody
status-show-title = Did you show this to somebody?
status-show-only = An entry that somebody else saw is no longer only for you.
status-show-resident = It then belongs sooner to what a { -resident } may see.
status-show-told = { -app } tells nobody. With the entry it will say that you showed it today. You cannot take that back.
status-show-yes = Yes, I showed this
status-show-no = No, leave it

entries-title = Looking back
entries-search = Search what you wrote
entries-search-hint = Part of a word is enough.
entries-found = { $count ->
        [0] Nothing found. Try another word, or a piece of it.
        [one] One entry found
       *[other] { $count } entries found
    }
entries-cut-off = These are the newest. One more word finds what is older.
entries-empty = Your entries will be here
entries-empty-body = The newest on top, by month. Begin with a contact or a free page.
entries-more = Show older ones
entries-free = Free page
entries-nothing-written = Nothing written yet
entries-new = New contact

reading-back = All entries
reading-cell = { $label } · { $heading }
reading-free = Free page
reading-empty = There is nothing here yet. It may stay that way.
reading-write-on = Write on
reading-to-bin = To the bin
reading-written = Written on { $day }
reading-own = Your own question
reading-tried = You wanted to try, since { $day }
reading-outcome = What came of it
reading-intention = For next time
reading-returns-alias = Comes back at the next contact with { $alias }.
reading-returns-kind = Comes back at the next contact of this kind: { $kind }.
reading-feeling = How was it for you?
reading-later = Written later, on { $day }
reading-updated = Updated on { $day }
reading-baggage-life-story = The { -resident(form: "one") } carried a hard life story.
reading-baggage-criticism = The { -resident(form: "one") } was critical of the municipality or the help.
reading-baggage-both = The { -resident(form: "one") } carried a hard life story and was critical of the municipality or the help.
reading-baggage-unknown = You did not know what the { -resident(form: "one") } carried.
reading-mood-calm = You were calm when you wrote this.
reading-mood-touched = You were touched when you wrote this.
reading-mood-angry = You were angry when you wrote this.
reading-mood-proud = You were proud when you wrote this.
reading-change = Change day or contact
reading-neighbours = Other entries
reading-newer = Newer entry
reading-older = Older entry

sheet-page = Sheet
sheet-intro = A sheet helps when one thing asks for your attention: a choice, a case discussion, an agreement. All of it may stay empty.
sheet-first = Goes with your latest contact ({ $kind })
sheet-theme-none = Other sheets
sheet-none = The handbook has no sheets now.
sheet-new = New sheet
sheet-earlier = Earlier sheets
sheet-earlier-intro = What you wrote on this sheet before, the newest on top.
sheet-earlier-none = You have not used this sheet yet.
sheet-compare = Earlier versions
sheet-compare-intro = Your versions beside each other, the newest first. What differs is for you to see.
sheet-open = Open this sheet
sheet-person-free = Without persons, to take along.
sheet-about = What is this sheet about?
sheet-about-none = Not about one contact
sheet-overview = In this sheet
sheet-before = What you wrote before
sheet-form-gone = The handbook no longer has this sheet. What you wrote is still there, and you can add to it.
sheet-row = { $label } ({ $number })
sheet-row-take = Take away
sheet-row-taken = Taken away.
sheet-row-back = Put back
sheet-suggestions = Choose from the list, or write something else.
sheet-chosen-before = Chosen: { $choice }
sheet-choice-none = Take it back
sheet-day-take = Take { $day }
sheet-day-none = No day
sheet-day-asks = This question comes back on that day:
sheet-day-asked = Comes back on that day: { $question }
sheet-came = What you wrote on the check-back of { $day }
sheet-table = Beside each other
sheet-table-field = Subject
sheet-free-title = To take along
sheet-free-left = Something here still points at a person.
sheet-free-none = Nothing was found that points at a person. Do read it once more yourself.
sheet-save = Save as a page
sheet-save-title = Save as a page?
sheet-save-what = This sheet goes into a file for which you choose the place. You can open and print it.
sheet-save-open = The file is not encrypted. Who has it can read everything.
sheet-save-carried-out = The sheet then counts as carried out. That cannot be taken back.
sheet-save-yes = Choose a place
sheet-save-no = Leave it
sheet-saved = The sheet is saved:

prepare-today = Prepare a contact
prepare-kind = What kind of contact will it be?
prepare-kind-missing = Choose a kind of contact. That is how this sheet finds your entry afterwards.
prepare-day-bounds = Choose today or a day in the year to come.
prepare-before = What you wrote beforehand
prepare-for = For the contact of { $day }
prepare-empty = Nothing stands there.

look-back-today = Have a look back
look-back-today-body = You chose this day yourself. You can look now, later or not at all.
look-back-written = Written: { $day }
look-back-comes = Comes back on { $day }
look-back-open = Look now
look-back-open-early = Look already
look-back-hint = What did you see? A few words are enough.
look-back-other = Not a good moment?
look-back-later = Some other time
look-back-day = Another day
look-back-day-bounds = Choose a day to come, within a year.
look-back-move = Look on that day
look-back-let-go = Let it go
look-back-sheet = What it said, on { $day }
look-back-said-later = This comes back on { $day }.

tried-intro = What you wanted to try once, and the days on which you look back.
tried-empty = What you try comes to stand here
tried-empty-intentions = At the end of an entry you can choose one thing to try. It comes back by itself at the next contact.
tried-empty-look-backs = On some sheets you choose a day. On that day the question comes back: what became of it?
tried-to-come = Check-backs to come
tried-title = What you wanted to try
tried-more = Show more
tried-waits = Stays on Today until you let it go.
tried-told = What came of it, on { $day }
tried-let-go = Let go.
tried-replaced = Another intention took its place.
tried-open = Open the entry
tried-open-told = Read what came of it

change-day = Day
change-kind = Kind of contact
change-no-contact = No contact
change-alias = Alias (may stay empty)
change-alias-hint = Never a name or a client number.
change-alias-known = Used before
change-save = Save
change-leave = Leave it so

bin-title = Bin
bin-intro = What lies here goes by itself 24 hours after it was thrown away. Until then you can put it back.
bin-empty = The bin is empty
bin-goes-today = Goes today at { $time }
bin-goes = Goes on { $day } at { $time }
bin-restore = Put back
bin-erase = Erase now
bin-erase-title = Erase now?
bin-erase-body = This entry will be gone at once. You cannot undo this.
bin-erase-keep = Leave it
bin-held = Backups may still hold this entry up to and including { $day }.
bin-everywhere = Erase from backups too
bin-everywhere-hint = Backups that hold it are written anew for that. Journals that were put aside when restoring are too. It may take a while.
bin-erasing = The entry is being erased, from your backups too. That may take a while.
bin-only-reading = What lies here cannot be put back or erased now.
bin-free = Free page

life-leaving = Leaves
life-leaving-body = This goes by itself before long. What you learned from it may stay.
life-why-term = { $days } days after the last contact
life-why-two-years = Two years after you wrote it
life-why-closed = The work is closed
life-goes = Goes on { $day }
life-goes-today = Goes today
life-leaving-open = Keep the lesson
life-leaving-more = Show more
life-free = Free page
life-lesson-title = Keep the lesson, not the person
life-lesson-term = This entry goes on { $day }. The last contact is { $days } days ago or longer by then.
life-lesson-two-years = This entry goes on { $day }. You wrote it two years ago or longer by then.
life-lesson-closed = This entry goes on { $day }, because the work is closed.
life-lesson-ask = What you learned from it may stay. You need not keep who it was.
life-lesson-text = What you wrote
life-lesson-empty = There is nothing here.
life-lesson-field = Your rule of thumb
life-lesson-hint = One sentence about what you do or leave. Without names, and without anything by which somebody is known.
life-lesson-keep = Keep the rule of thumb
life-lesson-other = Or choose something else
life-lesson-page = Write a free page
life-lesson-page-body = Does it not fit one sentence? Write what you learned, in words without a person. That page stays.
life-lesson-let = Let it go by itself
life-lesson-let-body = You need not do anything. The entry goes on that day, also from the backups that { -app } can reach.
life-lesson-erase = Erase now
life-lesson-erase-title = Erase now?
life-lesson-erase-body = In the bin this entry stays for another 24 hours. If you erase it at once, it does not come back.
life-lesson-to-bin = To the bin
life-lesson-at-once = Erase at once
life-lesson-stay = Leave it
life-erasing = The entry is being erased. This may take a while.
life-year = Still needed?
life-year-body = These pages are older than a year. You need not keep them.
life-year-rest = There are more pages from that long ago. Your choice holds for those too.
life-year-keep = Keep for another year
life-year-bin = To the bin
life-nothing-written = Nothing written yet
life-said-lesson = Your rule of thumb is kept. The entry goes by itself.
life-said-year = These pages stay for another year.
life-said-ended = What had to go is gone.

rule-intro = What you learned about your own work, in one sentence. There is no person in it, so this stays.
rule-new = A new rule of thumb
rule-hint = One sentence about what you do or leave, without names.
rule-missing = Write a sentence first.
rule-add = Keep
rule-list = What you kept
rule-empty = Your rules of thumb will be here
rule-change = Change
rule-field = Rule of thumb
rule-leave = Leave it as it is
rule-drop = Let go
rule-said-kept = The rule of thumb is kept.
rule-said-changed = The rule of thumb is changed.
rule-said-dropped = You let go of this rule of thumb. It stands at the end.

alias-title = Aliases
alias-intro = An alias keeps conversations with the same { -resident(form: "one") } together. It makes nobody anonymous.
alias-empty = You use no alias yet
alias-all = All aliases
alias-last = Last contact: { $day }
alias-closed-on = Work closed on { $day }
alias-step = Alias
alias-entries = Entries
alias-entries-none = There is no entry here any more.
alias-in-bin = Is in the bin
alias-name = The name
alias-name-body = Another alias holds everywhere at once. Your texts keep what you wrote.
alias-rename = Give another alias
alias-rename-title = Another alias
alias-rename-field = New alias
alias-rename-hint = Two ordinary words that say nothing about anybody.
alias-rename-missing = Fill in an alias.
alias-rename-propose = Propose an alias
alias-rename-go = Change
alias-rename-taken = { $alias } is in use already. Is it about the same { -resident(form: "one") }? Then you can join them.
alias-merge = Join with another one
alias-merge-title = Join aliases?
alias-merge-field = Join with
alias-merge-choose = Choose an alias
alias-merge-missing = Choose an alias first.
alias-merge-body = What stands under { $alias } comes under the alias that you choose. The name { $alias } disappears. They cannot be taken apart afterwards.
alias-merge-life = No entry stays longer because of it.
alias-merge-go = Join
alias-leave = Leave it as it is
alias-close = Close the work
alias-close-body = Do you no longer see this { -resident(form: "one") } for your work? Then close the work. What stands under this alias goes 30 days later.
alias-close-title = Close the work?
alias-close-ask = The entries with { $alias } then go on { $day }, or sooner where that was settled already. What goes stands on Today for a week first. There you can keep the lesson of each.
alias-close-back = If you have contact again after all, the work opens again by itself.
alias-close-go = Close
alias-closed-title = The work is closed
alias-closed-body = What stands under this alias goes on { $day }, or sooner where that was settled already. It stands on Today for a week first. You can keep the lesson already: choose an entry above, or write a rule of thumb yourself.
alias-closed-lesson = Write a rule of thumb
alias-reopen = Open again
alias-overview = Overview for access
alias-overview-body = A { -resident(form: "one") } may have the right to see what is written about them. These notes are for you. They may fall under the right of access all the same. Talk to your privacy officer when somebody asks.
alias-overview-save = Save an overview
alias-overview-title = Save an overview?
alias-overview-ask = Everything under { $alias } comes on one page, in a file for which you choose the place.
alias-overview-open = The page is not encrypted. Who has the file can read everything.
alias-overview-carried-out = The entries then count as carried out. That cannot be taken back.
alias-overview-go = Choose a place
alias-overview-saved = The overview is saved:
alias-erase = Erase everything
alias-erase-body = Erase all that stands under this alias in one go.
alias-erase-title = Erase everything under { $alias }?
alias-erase-ask = This goes now, and does not come back:
alias-erase-entries = all entries with this alias, those in the bin too
alias-erase-contacts = the contacts and the intentions that belong to them
alias-erase-name = the alias itself, and what the search knows of it
alias-erase-backups = the same in the backups that { -app } can reach now, and in journals that were put aside: they are written anew
alias-erase-elsewhere = Copies that lie elsewhere stay as they are. Your rules of thumb stay too.
alias-erase-keep = Leave it
alias-erase-go = Erase everything
alias-erasing = Everything under this alias is being erased, from your backups too. This may take a while.
alias-erased = { $alias } is erased
alias-erased-backups = { $rewritten ->
        [0] There was nothing of it in your backups.
        [one] It is all gone from one copy too.
       *[other] It is all gone from { $rewritten } copies too.
    }
alias-erased-left = { $left ->
        [one] One copy could not be changed. It may still be in there.
       *[other] { $left } copies could not be changed. It may still be in there.
    }
alias-erased-out-of-reach = Your second place is not connected now. When it is back, the backups there are changed too.
alias-erased-elsewhere = Copies that you or your organisation keep elsewhere still exist.
alias-erased-named = These words still stand elsewhere: in an entry, or in what you kept under Learning.
alias-erased-search = Find where
alias-said-renamed = The alias is changed.
alias-said-merged = Everything stands under { $alias } now.
alias-said-closed = The work is closed.
alias-said-opened = The work is open again.

privacy-keep = How long it stays
privacy-keep-body = An entry with an alias goes by itself: some time after the last contact, and never later than two years after you wrote it. An entry without an alias stays. Once a year { -app } asks whether you still need it.
privacy-keep-legend = After the last contact
privacy-keep-days = { $days } days
privacy-keep-hint = If you choose a shorter time, nothing goes at once. It always stands on Today for a week first.
privacy-keep-house = Your organisation keeps at most { $days } days. That holds here too.
privacy-keep-too-long = Longer than your organisation keeps
privacy-keep-rights = These notes are for you. They may fall under the right of access all the same.
privacy-aliases-body = Here you see for each alias what there is and when it goes. You can also erase all of it at once there.
privacy-aliases-open = Look at your aliases
privacy-spared = Words that are no person
privacy-spared-body = You said of these words that they are not about a person. That is why { -app } does not mark them.
privacy-spared-none = There are no words here. When something is marked while you write that is no person, you can say so there.
privacy-spared-forget = Mark it after all
privacy-said-forgotten = { $word } is marked again.
privacy-look-title = Looking over
privacy-look-body = { -app } can look over everything you wrote for names, numbers and addresses. It happens on this computer, and nothing of it is kept.
privacy-look-open = Look everything over
privacy-look-intro = Entries in which something may point at a person come to stand here. There may be nothing wrong: look for yourself, and change what you wish.
privacy-look-start = Begin
privacy-look-again = Look over again
privacy-look-on = Go on
privacy-look-stop = Stop
privacy-look-looking = It is being looked over.
privacy-look-stopped = Stopped. What was found stands below.
privacy-look-done = Everything is looked over.
privacy-look-clean = Everything is looked over. Nothing was found that points at a person. It is never quite certain: { -app } does not know every name.
privacy-look-aliases = Aliases that look like a name
privacy-look-entries = Entries to read again
privacy-kinds = To look at: { $kinds }

backups-title = Backups
backups-intro = { -app } makes a backup once a day by itself, when something has changed. Those of the last seven days, four weeks and six months are kept, locked as your journal itself.
backups-back = Settings & privacy
backups-make = Make a backup now
backups-progress = Progress of the backup
backups-copying = Your journal is being copied. You can just write on.
backups-checking = The backup is being opened and counted.
backups-to-second-place = The backup goes to the second place and is opened and counted there.
backups-not-made = No new backup could be made
backups-not-made-body = Your earlier backups are still there.
backups-spoiled = A backup is no longer good
backups-spoiled-body = { -app } opened the backup of { $day } again, and it is damaged. Your journal and your other backups are still there. A new one is being made at once.
backups-here-only = The backup is on this computer only
backups-list = What is kept
backups-none = There is no backup yet. The first one comes by itself, on a day that you write something.
backups-when = { $day } at { $time }
backups-entries = { $entries ->
        [0] No entries
        [one] 1 entry
       *[other] { $entries } entries
    }
backups-checked = Opened and counted on { $day } at { $time }
backups-here = On this computer
backups-second = In the second place
backups-both = On this computer and in the second place
backups-damaged = Damaged. This backup cannot be opened.
backups-damaged-here = It is damaged on this computer and good in the second place.
backups-damaged-second = It is damaged in the second place and good on this computer.
backups-other-key = Of another journal, or made with a former key. It does not open with the key you have now.
backups-newer = Made with a newer version of { -app }. Update { -app } to open it.
backups-try = Try restoring
backups-try-hint = With “Try restoring” you look into a backup. Nothing changes in your journal.

restore-action = Restore
restore-title = Restore this backup?
restore-title-any = Restore a backup?
restore-which = { $entries ->
        [0] The backup of { $when }, without entries.
        [one] The backup of { $when }, with one entry.
       *[other] The backup of { $when }, with { $entries } entries.
    }
restore-aside = Your present journal is put aside. Nothing is overwritten. What you wrote after the backup is in the journal that was put aside. That is erased after 180 days.
restore-lock = Your journal locks first. Then you type your passphrase.
restore-lock-any = Your journal locks first. Then you choose a backup and type your passphrase.
restore-go = Lock and go on
restore-stay = Not now

second-title = Second place
second-body = Is there a backup on another device too, such as a USB stick? Then you do not lose your journal when this computer is lost or breaks. A stick that you lose opens only with your passphrase or your recovery sheet too.
second-choose = Choose a second place
second-choose-other = Choose another place
second-there = Your second place
second-absent = This place is not connected now. Once it is back, the next backup goes there too, by itself.
second-forget = No longer use this place
second-chosen = You pointed at this folder
second-synced = { $service } also puts this folder on computers of others. Your journal stays locked, but whoever can reach those sees that it is there and how large it is.
second-network = This folder is on another computer. Your journal stays locked, but whoever manages that computer sees that it is there and how large it is.
second-same-disk = This folder is on the same disk as your journal. If that disk breaks, you lose both.
second-use = Use this place
second-leave = Never mind

settings-title = Settings & privacy
settings-screen = Reading and language
settings-language = Language
settings-text-size = Size of text
settings-size-small = Small
settings-size-normal = Normal
settings-size-large = Large
settings-size-larger = Larger
settings-size-largest = Largest
settings-lock = Locking
settings-idle = Lock when you are away
settings-idle-hint = A message comes first. When the computer sleeps longer than that, your journal locks at once.
settings-idle-minutes = After { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }
settings-keys = Passphrase and recovery sheet
settings-keys-body = Your journal locks first. Then you type your passphrase.
settings-passphrase = Change your passphrase
settings-recovery = Make a new recovery sheet
settings-cost = How heavy the lock is
settings-cost-body = The heavier the lock, the longer somebody must guess who has your computer. Opening takes a little longer for you too.
settings-renew = New key
settings-renew-body = May somebody know your passphrase or your recovery sheet? Then another passphrase is not enough: copies of before still open with the old one. With a new key your journal is encrypted anew. You choose a new passphrase and make a new recovery sheet. Backups with the old key go, as far as { -app } can reach them.
settings-renew-action = Make a new key
settings-backups-newest = { $entries ->
        [0] The newest is of { $when }. There is no entry in it yet.
        [one] The newest is of { $when }. There is one entry in it.
       *[other] The newest is of { $when }. There are { $entries } entries in it.
    }
settings-backups-action = All backups
settings-wipe = Erase the journal
settings-wipe-body = Everything goes: your journal, your keys and the backups on this computer. Those in the second place too, when it is connected. Nobody can bring that back. Copies that lie elsewhere remain and still open with your passphrase.
settings-wipe-action = Erase journal
settings-wipe-title = Erase your whole journal?
settings-wipe-ask = Your journal locks first. Nothing happens before you then type your passphrase.
settings-wipe-go = Go on with erasing
settings-wipe-stay = Leave it
settings-only-reading = Your journal is open for reading only now. Settings cannot be changed.
settings-words = Our words for it
settings-words-body = The questions and the screen use these words. What you wrote already stays as it is.
settings-resident = Somebody on social assistance
settings-worker = Who writes here
settings-inwoner = resident
settings-klant = customer
settings-client = client
settings-kandidaat = candidate
settings-consulent = case worker
settings-klantmanager = client manager
settings-inkomensconsulent = benefits adviser
settings-werkconsulent = job adviser
settings-participatiecoach = participation coach
settings-promises = What { -app } promises
settings-promise-you = Only you
settings-promise-you-body = Without your passphrase or recovery key nobody reads a word. What can be seen is that there is a journal, how large its file is and when it changed.
settings-promise-here = It stays on this computer
settings-promise-here-body = { -app } contains nothing that connects. No updates, no statistics, no error reports to us. On Linux the system refuses us the network. On Windows and macOS the system does not enforce it.
settings-promise-keep = What you type stays
settings-promise-keep-body = You never have to save. If the power fails, you miss at most the last two seconds.
settings-promise-free = Not a checklist
settings-promise-free-body = Nothing is required, nothing is counted and nothing gets a score.
settings-promise-file = Not a shadow file
settings-promise-file-body = Here you learn from your own work as a { -worker }. Facts about a { -resident } belong in the case system. Use aliases. Even then a { -resident } may have the right to see what is written about them.
settings-limits = What { -app } cannot promise
settings-limit-malware = A harmful program that runs under your name can read along.
settings-limit-keys = A program or device that records keys also catches your passphrase.
settings-limit-disk = Without an encrypted disk, sleep can leave text behind on the disk.
settings-limit-photo = We cannot stop a photo of your screen.
settings-packs = Look at the handbooks
settings-packs-body = The questions, sheets and words come from a handbook. Your organisation can make one of its own to go with it.
settings-house = What your organisation agrees on
settings-help = Help and shortcuts
settings-help-body = All shortcuts together, what { -app } does not do, and what to do when something does not work.
settings-help-action = To the help page

check-title = Check for yourself
check-open = Check it yourself
check-open-body = You need not take our word for it. See for yourself that nothing leaves this computer, together with your privacy officer or the works council.
check-intro = Here you see whether it is true that nothing leaves this computer. It is meant for your privacy officer and the works council too.
check-intro-safe = Nothing on this page comes from your journal, so you can safely look at it together.
check-version = { -app } { $version } on { $system }
check-trying = Trying
check-verdict-refused = The system refuses { -app } every connection to a network. That was tried just now, at { $time }.
check-verdict-broken = Not everything is as promised
check-verdict-broken-at = This was found at { $time }:
check-verdict-broken-next = Show this page to your IT department. Lock your journal until they know why.
check-verdict-unseen = At { $time } it could not be seen whether the system refuses { -app } the network. Your administrator can find out with the commands on this page.
check-verdict-windows = There is nothing in { -app } that connects. Installing it puts rules into the firewall of Windows that stop { -app }. They do not cover WebView2, which draws the window: that is only told to fetch nothing. We have never been able to try this. Have your administrator check it.
check-verdict-macos = There is nothing in { -app } that connects. macOS does not enforce that. The window is told to load nothing from a network, but we have never been able to try that. Have your administrator check it.
check-broken-try = { $what }: { $answer }
check-broken-process = { $process } (process { $id }): the network is not refused

check-tries = What the system refuses us now
check-tries-body = The process that has your journal open asks the system for each of these. It goes no further: nothing is sent.
check-tries-none = On { $system } there is nothing that we can try from within.
check-tries-unseen = This could not be tried now.
check-tried-well = Tried at { $time }. Everything is as promised.
check-tried-broken = Tried at { $time }. Not everything is as promised.
check-tried-unseen = Tried at { $time }. It could not be seen.
check-column-what = What we try
check-column-answer = Answer
check-column-promised = As promised
check-refused = Refused
check-allowed = Allowed
check-not-there = Does not exist here
check-yes = Yes
check-no = No
check-try-ipv4 = A connection to the internet and the office network
check-try-ipv6 = The same, with the new kind of addresses
check-try-packets = Putting packets on the cable or the Wi-Fi
check-try-bluetooth = A connection by Bluetooth
check-try-other-sockets = Any other kind of connection
check-try-io-uring = A way around this refusal
check-try-other-memory = Reading the memory of another program
check-try-crash-dump = A copy of our memory on the disk when { -app } crashes
check-try-being-read = Another program of yours that reads our memory
check-try-local = Talking to programs on this computer
check-try-local-why = This has to be allowed: it is how your screen and your keyboard reach { -app }. It does not leave the computer.
check-try-netlink = Asking which devices and networks there are
check-try-netlink-why = This is allowed: parts of the system that draw our window ask for it. Nothing can be sent with it.

check-processes = Which processes run and what each knows
check-processes-body = { -app } consists of separate processes, and none of them knows everything. When you lock, the process that knows your journal ends. Then it is gone from memory too.
check-processes-none = The processes could not be seen now. Your administrator can find them with the first command below.
check-processes-keys-gone = The process that asked for your passphrase is not among them: it ended when your journal opened.
check-column-process = Process
check-column-number = Number
check-column-knows = What it knows
check-column-network = Network refused
check-network-unseen = Cannot be seen
check-process-parent = Starter
check-process-parent-knows = Nothing. It starts the others, and passes the key on without keeping it.
check-process-keys = Lock
check-process-keys-knows = Your passphrase, while you type it. It ends as soon as your journal is open.
check-process-journal = Journal
check-process-journal-knows = The key of your journal and what is in it. Not your passphrase.
check-process-page = Screen
check-process-page-knows = What is on the screen, or was since it opened.
check-process-web-network = Network part of the screen
check-process-web-network-knows = Nothing. It comes with what draws the screen, and { -app } does not need it.
check-process-other = Helper
check-process-other-knows = Nothing that we give it. One of the others started it.

check-places = Where your files are
check-encrypted = Encrypted
check-not-encrypted = Not encrypted
check-place-journal = Your journal
check-place-journal-inside = All that you wrote, and your keys. Only your language and the size of text can be read there. How large the files are and when they changed can be seen too.
check-place-backups = Backups on this computer
check-place-backups-inside = Your journal as it was, locked like your journal itself.
check-place-second-place = Backups in the second place
check-place-second-place-inside = The same copies. This place need not be connected now.
check-place-programs = The programs
check-place-programs-inside = Nothing of yours is here.
check-place-webview = What the window lays down
check-place-webview-inside = Nothing in it comes from your journal, and it is gone when you log out.
check-places-none = The folders could not be seen now.
check-disk = The disk
check-disk-encrypted = The disk with your journal is encrypted. That also protects what the system itself writes.
check-disk-not-encrypted = The disk with your journal is not encrypted. Your journal is, but the system can put pieces of memory on the disk.
check-disk-not-encrypted-ask = Ask your IT department: can you encrypt the whole disk, including swap and hibernation?
check-disk-unknown = { -app } cannot see whether the disk with your journal is encrypted. Your journal is, but the system can put pieces of memory on the disk.
check-disk-unknown-ask = Ask your IT department: is the whole disk encrypted, including swap and hibernation?

check-admin = For your administrator
check-admin-body = With these your administrator can check it without taking our word for it. The numbers and folders are those of now: after locking, the numbers are others. Select a command to copy it.
check-admin-untested = On { $system } we have not tried these commands ourselves.
check-admin-powershell = Run them in PowerShell as an administrator.
check-admin-terminal = Run them in Terminal as an administrator.
check-admin-find = Which numbers do the processes have?
check-admin-find-comes = A line for each process. Put the numbers where it says PID.
check-admin-status = Is the refusal on, in every process?
check-admin-status-comes = NoNewPrivs 1 and Seccomp 2 everywhere: the filter is on, and a process cannot turn it off again.
check-admin-connections = Is a connection open?
check-admin-connections-comes = Nothing should come out.
check-admin-trace = What does { -app } ask of the system?
check-admin-trace-comes = Meanwhile press “Try again”. Every way to the network ends in EACCES; only AF_UNIX and AF_NETLINK succeed. What you wrote does not show up this way.
check-admin-files = Which files are open?
check-admin-files-comes = Nowhere under TYPE does it say IPv4 or IPv6.
check-admin-traffic = How much was sent?
check-admin-traffic-comes = Each process shows zero, or nothing at all.
check-admin-capture = What goes over the network?
check-admin-capture-comes = This also catches what other programs send. Close those first. There should be no packet of { -app } in it.
check-admin-access = Who can get at the files?
check-admin-access-comes = At your journal the top says drwx------ with your name: nobody else may enter the folder.
check-admin-access-windows-comes = At your journal there are only your own account, the system and the administrators.
check-admin-disk = Is the disk encrypted?
check-admin-disk-linux-comes = Above the place of your journal stands the word crypt.
check-admin-disk-windows-comes = It says that protection is on.
check-admin-disk-macos-comes = It says that FileVault is on.
check-admin-rules = Are the rules in the firewall?
check-admin-rules-comes = Two rules, each with Enabled True, Direction Outbound and Action Block.
check-admin-block = Blocking outgoing traffic
check-admin-block-comes = Only needed when the rules are not there. From then on the firewall of Windows lets nothing of { -app } through.
check-admin-firewall-linux = A firewall rule is not needed, for the system refuses it already. One more rule does no harm.
check-admin-firewall-windows = WebView2 of Microsoft draws the window. The rules above do not cover it: other programs use it too.
check-admin-firewall-macos = The firewall of macOS stops only what comes in. For what goes out a program of your organisation is needed.

check-limit-bus = { -app } may ask other programs on this computer for things (D-Bus), and some of those may use the network. We have them send nothing, but the system does not enforce that.
check-limit-clipboard = A program that keeps a history of the clipboard can keep a copy of what you copy.
check-limit-webview = WebView2, with which Windows draws the window, can send data about its use to Microsoft by itself.

check-statement = A statement of one page
check-statement-body = For the works council and the privacy officer: what is stored and what is not, that nothing is counted for anybody, and what is not promised. Nothing of your journal is in it.
check-statement-save = Save as a page
check-statement-saved = The statement was saved:

# Handbook
handbook-intro = All that the questions come from, to leaf through. None of it is a must.
handbook-parts = Parts of the handbook
handbook-fetching = The handbook is on its way.
handbook-questions = Questions
handbook-questions-body = Choose a theme. When a question fits, ask it right away.
handbook-forms = Sheets to fill in
handbook-forms-body = For when you want to take something apart calmly.
handbook-methods = Looking together
handbook-methods-body = Ways to look at a situation with others, step by step.
handbook-terms = Words
handbook-terms-body = What the words of the profession mean, in plain language.
handbook-cases = Invented cases
handbook-cases-body = To practise with, alone or together. These people do not exist.
handbook-companion = Who looks along
handbook-companion-body = What somebody may ask who looks along at your invitation. They are questions, not judgements.
handbook-instruments = What there is to offer
handbook-instruments-body = What your organisation can offer a { -resident(form: "one") }.
handbook-sources = Sources
handbook-sources-body = What the questions lean on, with what was read of it and what was not. An address opens nothing here. You can copy it, though.
handbook-about = About this handbook
handbook-about-body = What it is made of, and whose that is.
handbook-protocol = How your organisation works
handbook-packs = Manage handbooks
handbook-find-question = Search the questions
handbook-find-word = Look for a word
handbook-find-none = Nothing found.
handbook-follows = Follow-up question
handbook-fits = Fits
handbook-fits-conversation = every conversation with a { -resident(form: "one") }
handbook-ask = Ask this question now
handbook-answers = Earlier answers
handbook-form-coming = For a contact that is still to come
handbook-form-contact = With a contact, or on its own
handbook-form-nobody = Without persons
handbook-form-fill = Fill in this sheet
handbook-form-earlier = Earlier sheets
handbook-method-minutes = About { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} in all.
handbook-step-minutes = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}
handbook-leans-on = Leans on: { $titles }
handbook-source-themes = Themes that lean on it: { $themes }

# One question through time
through-gone = The handbook no longer has this question. What you wrote stays.
through-asked = Asked then: { $question }
through-back = Back to the entry
through-open = Open this entry
through-older = Older answers can be found by searching, under Looking back.
through-empty = You have not answered this question yet.

# Handbooks
packs-intro = The handbook of { -app } is always there. One of your organisation comes beside it: with questions, sheets and agreements of its own.
packs-list = What there is
packs-built-in = Belongs to { -app } and stays.
packs-on = In use
packs-is-on = This handbook is in use.
packs-is-off = This handbook is not in use.
packs-remove = Remove
packs-remove-title = Remove { $name }?
packs-remove-body = Its questions and sheets are no longer asked. What you answered to them stays, and stays readable.
packs-remove-rules = Agreements of this handbook no longer hold either, such as how long an entry stays. If you want it back, you need the file again.
packs-remove-keep = Leave it
packs-remove-go = Remove the handbook
packs-add = Add a handbook
packs-add-body = A handbook is a file whose name ends in .toml. { -app } looks it over first. You see what is in it before anything changes.
packs-choose = Point at a file
packs-choose-other = Point at another file
packs-said-added = { $name } was added and is in use.
packs-said-replaced = { $name } is version { $version } now. What you answered before is unchanged.
packs-said-on = { $name } is in use again.
packs-said-off = { $name } is no longer in use. Your answers stay.
packs-said-removed = { $name } was removed. Your answers stay.

pack-version = version { $version }
pack-by = by { $makers }
pack-licence = Licence: { $licence }
pack-own-wording = In our own wording, not that of a publication.
pack-quoted-wording = Its makers say that it also has texts of others.
pack-language-nl = Dutch
pack-language-en = English
pack-only-dutch = This handbook is here in Dutch only. Its questions are asked once your screen is in Dutch.
pack-only-english = This handbook is here in English only. Its questions are asked once your screen is in English.
pack-preview-of = In { $file }:
pack-replaces = Version { $before } is here already. Version { $after } takes its place. Your answers stay as they are.
pack-brings-kinds = Kinds of contact
pack-brings-forms = Sheets
pack-brings-methods = Ways to look together
pack-brings-terms = Words explained
pack-brings-instruments = What there is to offer
pack-brings-term = How long an entry stays
pack-brings-term-days = At most { $days } days after the last contact. If yours was longer, it becomes shorter. What goes because of that is shown on Today for a week first.
pack-brings-safety = When there are serious worries for somebody’s safety
pack-brings-protocol = How your organisation works
pack-brings-questions = The questions in it
pack-add = Add
pack-leave = Do not add
pack-unreadable = This file cannot be read
pack-unreadable-body = It is no text, or { -app } may not read it. Nothing was changed.
pack-refused = This handbook does not fit as it is
pack-refused-whole = Nothing was added. Pass this on to who made the file, or mend that line and point at it again.

pack-fault-file = File
pack-fault-line = Line
pack-fault-key = Key
pack-fault-value = It says
pack-fault-allowed = Allowed
pack-fault-between = { NUMBER($least) } to { NUMBER($most) }
pack-fault-least = at least { NUMBER($least) }
pack-fault-most = at most { NUMBER($most) }
pack-fault-most-size = at most { $size }
pack-fault-too-large = The file is larger than a handbook may be.
pack-fault-not-toml = The file is not proper TOML. Often a quotation mark or a bracket is missing.
pack-fault-newer-format = This handbook was made for a newer version of { -app }.
pack-fault-unknown-key = There is no such key here. See whether it is spelled right and in the right place.
pack-fault-missing-key = A key that is needed is missing here.
pack-fault-wrong-type = The value has the wrong form, such as a number where text belongs.
pack-fault-out-of-bounds = This number is too small or too large.
pack-fault-unknown-value = This word cannot stand here. There is a fixed list of words to choose from.
pack-fault-empty-text = There is no text here, or only characters that cannot be seen.
pack-fault-text-too-long = This text is too long.
pack-fault-too-many = There is too much in this list.
pack-fault-empty-list = There is too little in this list.
pack-fault-unusable-id = This id cannot be used. Take ordinary letters, digits and hyphens only.
pack-fault-duplicate = This id was used already. Every id may stand there once.
pack-fault-unknown-reference = This refers to something that is not there.
pack-fault-not-a-follow-up = This question follows another one, but is not marked as a follow-up itself.
pack-fault-nested-follow-up = A follow-up cannot have a follow-up of its own.
pack-fault-follow-up-parents = A follow-up belongs to exactly one other question.
pack-fault-narrower-than-parent = This follow-up does not fit everywhere where the question before it does.
pack-fault-intention-looks-elsewhere = The question of the last page must be about a next step.
pack-fault-intention-in-a-chain = The question of the last page cannot be a follow-up, or have one.
pack-fault-unknown-placeholder = There is no word known for what stands between the braces.
pack-fault-stray-brace = There is a brace here without its other half.
pack-fault-hidden-character = There is a character here that cannot be seen. Type the line again.
pack-fault-markup = Something here looks like the markup of a web page. A handbook is text only.
pack-fault-unusable-url = This address cannot be used. It must be one of a web page, with https in front.
pack-fault-unknown-base = This handbook builds on another one that is not here.
pack-fault-key-of-other-shape = This key belongs to another sort of field.
pack-fault-starter-without-ellipsis = The beginning of a rule of thumb has words. It ends on the one sign “…”, not on three full stops.
pack-fault-id-in-use = This id is that of another handbook that is here.

pack-advice = What could be better
pack-advice-body = This stands in the way of nothing. It is a tip for who makes the handbook.
pack-advice-line = Line { $line }:
pack-advice-many-sentences = more than two sentences.
pack-advice-long-sentence = a long sentence, of more than fifteen words.
pack-advice-long-explanation = a long explanation.
pack-advice-duty = a word that makes it a duty.
pack-advice-blame = this may sound like blame.
pack-advice-closed = only yes or no answers it.
pack-advice-score = it asks for a figure about somebody.
pack-advice-ranking = it puts people in an order.
pack-advice-hard-word = a difficult word.
pack-advice-no-intention = a kind of contact without a question of its own on the last page.
pack-advice-few-questions = a kind of contact with few questions.

help-title = Help
help-intro = Everything is here, without internet too. F1 always brings you here.
help-keys = Shortcuts
help-keys-anywhere = Anywhere
help-keys-writing = While you write
help-keys-reading = While you read an entry
help-key-new = New contact
help-key-free = Free page
help-key-today = To today
help-key-search = Search what you wrote
help-key-find = Find in the entry that you read or write; elsewhere in everything
help-key-find-next = Next and previous place in that entry
help-key-jump = Go to a date
help-key-lock = Lock
help-key-quit = Save and quit
help-key-settings = Settings & privacy
help-key-size = Text larger, smaller or normal
help-key-full-screen = Full screen on or off
help-key-help = This help
help-key-next = Next question, and at the end: done
help-key-steps = One question back or on
help-key-line = New line
help-key-undo = Undo or redo
help-key-save = Save (happens by itself)
help-key-entries = To a newer or an older entry
help-key-or = or
help-not = What { -app } does not do
help-not-connect = Connect. { -app } fetches nothing and sends nothing.
help-not-watch = Let anybody look along without you. There is no entrance for a manager or an administrator.
help-not-count = Count or give points. Nobody keeps track of how often and how long you write.
help-not-judge = Judge, you or a { -resident(form: "one") }. { -app } asks questions and keeps what you write.
help-not-file = Keep a case file. Facts that belong there go into the case system.
help-promises = Read what { -app } promises
help-life = What goes by itself
help-life-when = When does an entry go?
help-life-when-body = With an alias: some time after the last contact, and never later than two years after you wrote it. You choose that time at Settings & privacy. Nothing goes that did not stand on Today for a week first.
help-life-lesson = What may stay?
help-life-lesson-body = What you learned. Keep it as a rule of thumb: one sentence, without a person. A free page without an alias stays too.
help-life-alias = You no longer see somebody
help-life-alias-body = Close the work at Aliases. All that stands under that alias then goes after 30 days. You can erase it at once there too, and save an overview when somebody asks for access.
help-trouble = When something does not work
help-passphrase = You no longer know your passphrase
help-passphrase-body = Then only your recovery sheet opens the journal. When opening, choose “I no longer know my passphrase” and take the sheet. Nobody else can restore your passphrase.
help-thrown-away = You threw something away and want it back
help-thrown-away-body = Look in the bin. An entry stays there for 24 hours.
help-broken = Your journal does not open, or is damaged
help-broken-body = Restore a backup: you can do that when opening, and at Backups. Your present journal is kept. Does that not work? Leave the folder of your journal as it is and ask your IT department for help. Never give them your passphrase or your recovery sheet.
help-computer = Your computer is lost or broken
help-computer-body = Put { -app } on another computer and choose to restore there. You need your second place, such as a USB stick, and your passphrase or your recovery sheet.
help-number = You see a message with a number
help-number-body = The number says where in the program it went wrong. It holds nothing of what you wrote, so you can pass it on.
help-heavy = What you went through is too heavy to carry alone
help-heavy-body = A journal does not replace a person. Talk to a colleague you trust, or to the company doctor.

# Learning: own trial, rules of thumb, words, practice, peer consultation, team card.

journal-learning = Learning
own-trial-title = Own trial
twofold-title = Words with two meanings
team-card-title = Team card
practice-title = Practice
intervision-title = Peer consultation
stage-leave = Close this screen
stage-first = Close this screen first. Then you see your journal again.

# Own trial (N=1): about what the writer does.

own-trial-intro = What you measure is about you, and never about a { -resident(form: "one") }.
own-trial-empty = With an own trial you measure something you do yourself, with one tap after a contact. First you measure how it goes now, then you do one thing differently. It is about you, and never about a { -resident(form: "one") }.
own-trial-new = Begin an own trial
own-trial-running = Running
own-trial-over = Ended
own-trial-ended-on = ended: { $day }
own-trial-measured-on = last measured: { $day }
own-trial-measured-never = not measured yet

own-trial-new-title = Beginning an own trial
own-trial-new-intro = Choose one thing that you do yourself. Measure it for some time, after each contact.
own-trial-examples = For example
own-trial-example-asks = How often I first ask what the other wants to talk about
own-trial-example-silence = How well I let a silence last
own-trial-example-calm = How calm I stay when somebody is angry
own-trial-example-interrupts = How often I interrupt the other
own-trial-behaviour = What do you want to look at in yourself?
own-trial-behaviour-hint = One sentence about what you do, not about a { -resident(form: "one") }.
own-trial-behaviour-missing = Write down what you want to look at in yourself.
own-trial-scale = How do you measure it?
own-trial-scale-ten = A figure from 0 to 10
own-trial-scale-ten-what = You judge yourself how it went.
own-trial-scale-count = A count
own-trial-scale-count-what = You count how often you did it.
own-trial-scale-fixed = That is fixed, for something was measured already.
own-trial-better = What is better?
own-trial-better-hint = Choose this beforehand. Who sees the measurements soon chooses what suits. That is why it is fixed from the trial phase on.
own-trial-better-fixed = That is fixed, for the trial phase has begun.
own-trial-higher = Higher is better
own-trial-lower = Lower is better
own-trial-start-what = You begin with the begin phase: you do as you always do.
own-trial-start = Begin this trial

own-trial-began = Began: { $day }
own-trial-ended-notice = This trial has ended: { $day }. You can still correct and save it.
own-trial-begin = Begin phase
own-trial-trial = Trial phase
own-trial-the-begin = the begin phase
own-trial-the-trial = the trial phase
own-trial-begin-short = Begin
own-trial-trial-short = Trial
own-trial-begin-letter = B
own-trial-trial-letter = T
own-trial-numbered = { $name } { $number }
own-trial-lettered = { $letter }{ $number }

own-trial-measure = Measuring
own-trial-now-begin = This is the begin phase: you do as you always do.
own-trial-now-trial = This is the trial phase: you do something differently.
own-trial-pad-ten = Figure from 0 to 10
own-trial-pad-count = Count from 0 to 9
own-trial-pad-keys = Choose with the arrows or a digit. Measure with Enter.
own-trial-one-tap = One tap is enough: it is kept at once.
own-trial-more = More than 9
own-trial-more-go = Measure
own-trial-measured = { $value } measured
own-trial-measured-for = { $value } measured: { $day }
own-trial-take-back = Take it back
own-trial-taken-back = Taken back.
own-trial-other-day = Another day
own-trial-day = Day of the measurement
own-trial-day-hint = Without a day, the measurement is of today.
own-trial-here = Measuring for your own trial
own-trial-here-day = For the day of the contact: { $day }.

own-trial-chart = Your measurements
own-trial-chart-empty = No measurements yet. The first one stands here as soon as you tap it.
own-trial-sum =
    { $count ->
        [one] { $name }: 1 measurement, median { $median }.
       *[other] { $name }: { $count } measurements, median { $median }.
    }
own-trial-sum-none = { $name }: no measurements yet.
own-trial-median = median { $median }
own-trial-median-what = The long dashes are the median. That is the figure in the middle, when you put them in order.
own-trial-table = Show as a table
own-trial-table-caption = All measurements of this trial
own-trial-column-day = Day
own-trial-column-phase = Phase
own-trial-column-value = Value
own-trial-column-change = Correcting
own-trial-measurement-change = Correct
own-trial-measurement-title = Correcting a measurement
own-trial-measurement-erase = Remove this measurement
own-trial-keep = Keep
own-trial-leave = Leave it as it is

own-trial-result = What you see
own-trial-result-none = Comparing is possible once there is a trial phase too.
own-trial-result-few = Too few measurements yet: each phase needs five.
own-trial-result-of = { $trial } beside { $begin }
own-trial-result-better = In { $better } of the { $pairs } comparisons { $phase } was better.
own-trial-result-rest = In { $worse } it was worse and in { $equal } the same.
own-trial-result-pairs = Each measurement of one phase was put beside each of the other.
own-trial-nap = NAP
own-trial-nap-what = NAP says in which part of the comparisons the trial phase was better. The same counts for half. It goes from 0 to 1. At 0.5 there is no difference.
own-trial-tau = Tau-U
own-trial-tau-what = Tau-U is the part that was better, less the part that was worse. It goes from −1 to 1. At 0 there is no difference.
own-trial-tau-corrected = Tau-U, corrected
own-trial-tau-corrected-what = This figure allows for that. It takes off what already happened by itself in the begin phase.
own-trial-tau-corrected-beyond = It can be above 1 or below −1. Comparisons within the begin phase count too. It is divided only by those between the two phases.
own-trial-went-better = In your begin phase it was already getting better by itself.
own-trial-went-worse = In your begin phase it was getting worse by itself.
own-trial-went-flat = In your begin phase it went neither up nor down by itself.
own-trial-no-cause = This proves no cause
own-trial-no-cause-else = It can be something else too:
own-trial-else-busy = It was busier, or quieter.
own-trial-else-contacts = You had another kind of conversations.
own-trial-else-attention = You paid more attention to it, because you measured.
own-trial-else-judging = You began to see the same thing differently.
own-trial-else-practice = It got better or worse by itself over time.
own-trial-else-yourself = You felt differently yourself.
own-trial-else-chance = It is chance. Certainly when you measured little.
own-trial-write = Write about it

own-trial-phases = Phases
own-trial-differently = What do you do differently?
own-trial-differently-hint = One thing is enough. You may leave it empty.
own-trial-differently-write = Write what you do differently
own-trial-remember = What do you want to remember of this phase?
own-trial-remember-hint = You may leave it empty.
own-trial-remember-write = Write something with it
own-trial-line-change = Change this sentence
own-trial-phase-take-back = Remove this phase
own-trial-next = Begin the next phase
own-trial-next-title = The next phase begins today
own-trial-next-few = You can begin now. Comparing is possible from five measurements in each phase.
own-trial-next-kind = Which phase will it be?
own-trial-next-trial-what = You do one thing differently.
own-trial-next-back = Back to the begin phase
own-trial-next-back-what = You do again as you always did.
own-trial-next-fixes-higher = From now on it is fixed that higher is better.
own-trial-next-fixes-lower = From now on it is fixed that lower is better.
own-trial-next-go = Begin this phase

own-trial-acts = This trial
own-trial-change = Change the trial
own-trial-end = End the trial
own-trial-go-on = Go on with the trial
own-trial-save = Save as a table
own-trial-save-title = Save as a table?
own-trial-save-what = All measurements and phases go into a file for which you choose the place. A spreadsheet can open it. No aliases are in it.
own-trial-save-open = The file is not encrypted. Who has it can read everything.
own-trial-save-go = Choose a place
own-trial-saved = The table is saved:
own-trial-erase = Erase the trial
own-trial-erase-title = Erase this trial?
own-trial-erase-what = Gone is gone: all phases and measurements go too. Backups may hold them for some time.
own-trial-erase-go = Erase all of this trial

own-trial-said-started = Your trial has begun, with the begin phase.
own-trial-said-changed = Kept.
own-trial-said-phase-begun = The new phase has begun.
own-trial-said-phase-erased = The phase is gone.
own-trial-said-measurement-changed = The measurement is corrected.
own-trial-said-measurement-erased = The measurement is gone.
own-trial-said-ended = The trial has ended.
own-trial-said-goes-on = The trial goes on.
own-trial-said-erased = The trial is erased.

# Step by step, while others look along
stage-previous = Previous step
stage-next = Next step

# Practice
practice-intro = One case, and a few people around one screen. You take a role, swap, and see what changes.
practice-people = How many are you?
practice-people-hint = Two people may have the same role. Alone is fine too.
practice-case = Case
practice-case-draw = Draw one
practice-begin = Begin
practice-what = What it is, and what it is not
practice-what-case = The cases are invented. Nobody in them exists.
practice-what-points = There are no points and there is no winner. You may always stop.
practice-what-journal = Nothing of your journal comes on the screen.
practice-what-kept = What you type is not kept. Only one rule of thumb, if you like.
practice-none = The handbook has no cases to practise with now.
practice-steps = Steps of practice
practice-step-case = Case
practice-step-roles = Roles
practice-step-cards = Cards
practice-step-swap = Swap roles
practice-step-compare = Compare
practice-step-rule = Rule of thumb
practice-you = You
practice-person = Person { $number }
practice-case-other = Another case
practice-roles-body = Everybody has a role. Take turns to read what you know in it. The others look away for a moment.
practice-roles-alone = This is your role. Read what you know in it, and how the case looks then.
practice-role = Take another role
practice-role-before = Was just now: { $role }
practice-show = Show
practice-hide = Hide
practice-look-away = Only for this person. The others look away for a moment.
practice-part-none = The case says nothing apart about this role. You know what everybody knows.
practice-view = How do you see it, in this role?
practice-view-hint = This is not kept. It is gone when this screen closes or the journal locks.
practice-cards-body = Draw a card and do together what it says. As often as you like.
practice-draw-frame = Draw a frame card
practice-draw-word = Draw a word card
practice-card-frame = Frame card
practice-card-word = Word card
practice-swap-body = Take the role of another. Read what you know now. What strikes you?
practice-swap-alone = Take another role. Read what you know now. What strikes you?
practice-swap-all = Move everybody one role on
practice-swap-next = Take the next role
practice-compare-same = Where do you see the same? And where not?
practice-compare-word = Which word meant something else to each of you?
practice-compare-who = What does the { -resident(form: "one") } say? Who brought that in?
practice-compare-none = Nobody wrote anything down. Take turns to tell how it was in your role.
practice-rule-body = What do you take with you to your work? One sentence is enough. None is fine too.
practice-rule-field = Your rule of thumb
practice-starters = How a sentence can begin
practice-rule-keep = Keep this rule of thumb
practice-rule-without = Finish without a rule of thumb
practice-leave-title = Stop practising?
practice-leave-body = What was typed is not kept. It is gone when this screen closes.
practice-leave-stay = Go on

# Peer consultation
intervision-intro = Learning from each other’s work, as equals. You choose a method, and this screen quietly keeps the time.
intervision-agreements = Agree first
intervision-agreements-body = This is where it begins. Without these agreements it is not safe.
intervision-agreements-ask = Read them together. Does everybody agree?
intervision-agreed = This is what we agree on
intervision-method = Choose a method
intervision-no-methods = The handbook has no methods for this now.
intervision-contribution = What do you bring in?
intervision-contribution-hint = The others read this in large letters on the screen. They see nothing else of your journal.
intervision-none = Without a sheet
intervision-none-body = Somebody tells it.
intervision-make = Make a sheet: { $title }
intervision-found = This may point at a person
intervision-found-where = ({ $kind }), at “{ $label }”
intervision-found-body = Take it out, or leave it when it points at nobody.
intervision-found-change = Change the sheet
intervision-found-none = Nothing was found in this sheet that points at a person. Read it yourself too.
intervision-check-failed = This sheet was not checked, so it does not come on the screen.
intervision-check-again = Check it
intervision-begin = Begin
intervision-begin-body = From now on others can look along. The time only runs from the first step. F11 fills the screen.
intervision-brought-in = What is going on
intervision-step = Step { $number } of { $all }
intervision-left = { $minutes ->
    [0] { "" }
    [one] { $minutes } minute and
   *[other] { $minutes } minutes and
} { $seconds } { $seconds ->
    [one] second
   *[other] seconds
} left
intervision-paused = The time stands still.
intervision-over = The time of this step is over. Round it off calmly.
intervision-said-half = Half of the time is over.
intervision-said-minute = One minute left.
intervision-pause = Pause
intervision-resume = Go on
intervision-more = A minute more
intervision-to-end = To the end
intervision-end = Done
intervision-end-body = What each takes along, each writes down alone. First put this screen out of the others’ sight.
intervision-take-along = Write down what you take along
intervision-close = Close without writing anything down
intervision-leave-title = Stop the peer consultation?
intervision-leave-body = You lose the place where you are. Nothing of your journal is lost.
intervision-leave-stay = Go on

# Handbook: to practise, and to do together
handbook-find-practice = Search in cases, roles and cards
handbook-find-together = Search in methods and agreements
handbook-case-roles = What only one role knows
handbook-case-practise = Practise with this case
handbook-method-do = Do this with a group
handbook-roles = Roles
handbook-cards-frame = Frame cards
handbook-cards-word = Word cards
handbook-starters = How a rule of thumb can begin
handbook-agreements = What a group agrees on first

# What was learned: its place, rules of thumb, words with two meanings, the team card.

learning-intro = Here you learn from your work, apart from one conversation.
learning-self = For yourself
learning-together = With colleagues
learning-own-trial = Do one thing differently and see what it does for your work.
learning-rules = Keep in one sentence what you learned, for a next discussion.
learning-twofold = Put side by side what a word means to you and to somebody else.
learning-practice = Practise with an invented case, alone or together.
learning-intervision = Think about a question together, step by step.
learning-team-card = Collect what you want to discuss with your team.

learned-erase = Erase
learned-erase-keep = Leave it
learned-erase-backups = Gone is gone. It can stand in backups for some time.
along-failed = This was not looked over just now. Read it well yourself.
along-saved = The page was saved:
along-save-what = { $what ->
    [rules] The rules of thumb that you use go into a file that you give a place. What you let go of and how you said it before is not in it.
    [words] Your words go into a file that you give a place. You can open it and print it.
   *[team-card] What stands on the card goes into a file that you give a place. What was discussed is not in it.
}
along-show-title = Show it anyway?
along-show-body = Others will read along. You can change it first.
along-show-go = Show it anyway

rule-intro-before = When you choose a case discussion, you see them once more before it.
rule-starters = How a rule of thumb can begin
rule-unfinished = Finish the sentence first.
rule-take-up = Take up again
rule-dropped = What you let go of
rule-dropped-on = Let go of on { $day }
rule-former = How you said it before
rule-former-until = Until { $day }
rule-former-erase-title = Erase this earlier sentence?
rule-former-erase-body = Only this old sentence goes. The rule of thumb itself stays.
rule-erase-title = Erase the rule of thumb?
rule-erase-body = The sentence goes, and also how you said it before.
rule-said-taken-up = You use this rule of thumb again.
rule-said-erased = The rule of thumb was erased.
rule-said-wording-erased = The earlier sentence was erased.
rules-before = Your rules of thumb
rules-before-all = Show all of them

take-title = What do you take along?
take-hint = Write it without names. Where it came from is not kept.
take-rule = Make a rule of thumb
take-team = Take it to the team
take-word = Word with two meanings

twofold-intro = Sometimes two people mean different things by the same word. Here you put them side by side, without names.
twofold-new = Write down a word
twofold-word = The word
twofold-missing = Write down the word first.
twofold-mine = What does it mean to you?
twofold-theirs = What does it mean to the other?
twofold-whose = Who is the other?
twofold-whose-hint = A role, no name.
twofold-roles = Roles to choose from
twofold-leave = Not now
twofold-list = Your words
twofold-for-me = To me
twofold-for-other = To the other
twofold-nothing = Not written down yet
twofold-empty = Your words will stand here
twofold-empty-when = Did you hear a colleague use a word in another way? Write it down, and ask about it later.
twofold-where-word = The word { $word }
twofold-where-mine = { $word }, to you
twofold-where-theirs = { $word }, to the other
twofold-where-whose = { $word }, who the other is
twofold-erase-title = Erase this word?
twofold-erase-body = The word goes, with its two meanings.
twofold-said-kept = The word was kept.
twofold-said-changed = The word was changed.
twofold-said-erased = The word was erased.

team-card-intro = What you want to discuss with your team: about your approach, not about a person.
team-card-intro-weeks = You collect it over the weeks. At the team meeting you show it large. F11 fills the screen.
team-card-new = What do you want to take along?
team-card-hint = About how you work together, without names.
team-card-point = What you take along
team-card-missing = Write down first what you want to take along.
team-card-theme = Theme
team-card-theme-none = Without a theme
team-card-add = Put on the card
team-card-list = On the card
team-card-empty = There is nothing on your team card yet
team-card-done = Discussed
team-card-discussed = What you discussed
team-card-discussed-on = Discussed on { $day }
team-card-back = Put back on the card
team-card-show = Show large
team-card-previous = Previous
team-card-next = Next
team-card-erase-title = Erase this point?
team-card-erase-body = It goes from the card, and from what you discussed.
team-card-said-kept = It stands on the card.
team-card-said-changed = The card was changed.
team-card-said-discussed = Discussed. You find it under the card.
team-card-said-back = It stands on the card again.
team-card-said-erased = The point was erased.

# Walking through together
journal-walk-throughs = Walk through together
failure-walk-through-gone = This is not there any more.
failure-walk-through-shown = This was shown already. What was seen is not changed any more.
failure-walk-through-unusable = Keep ‘for whom’ short: at most 60 characters on one line. The question may have 300.
failure-preview-needed = First look over once more what will be seen. Then you can begin.
failure-walk-through-full = At most { $most } entries fit in one walk-through.
failure-walk-through-too-long = This is too much text for one walk-through. Take an entry out.
failure-period-unusable = The last day is before the first day. Choose a later last day.
failure-passage-moved = The text is not what was on your screen. Look again.

# More time, and what there was, in the window for the passphrase
more-time-title = More time
more-time-body = With your passphrase there are fifteen more minutes. Until then everything is covered. Your journal stays closed.
more-time-give = Give fifteen more minutes
more-time-not = Never mind
more-time-checking = Your passphrase is being checked…
keys-notice-walk-asked = Walking through together is over.
keys-notice-walk-time = The time for walking through together was over.
keys-notice-walk-screen = Your screen was locked. That ended walking through together.
keys-notice-walk-sleep = The computer went to sleep. That ended walking through together.
keys-notice-walk-lid = The lid was closed. That ended walking through together.
keys-notice-walk-stopped = Walking through together stopped unexpectedly. What was seen stands in your encrypted journal alone.
keys-notice-walk-card = After your passphrase the card ‘Learned together’ comes first. Nothing of your journal is seen then.

# The card after walking through together
joint-title = Learned together
joint-intro = Only you write here. Nothing is required.
joint-stopped = You were still walking through entries together when the program or the computer stopped. What was seen stands in your encrypted journal alone.
joint-only-reading = You opened your journal to read. The card cannot be written now.
joint-discussed = What we discussed
joint-take-along = What I take along
joint-differently = I see this differently
joint-keep = Keep the card
joint-throw-away = Throw the card away
joint-intention = Make an intention of what I take along
joint-said-kept = The card is kept.
joint-said-thrown-away = The card is gone.
joint-said-intention = Your intention stands on a free page of today.
joint-journal-closed = Nothing of your journal is seen here. Is somebody still beside you? Then wait before you open it.
joint-open = Open my journal
joint-lock = Lock

# The window of walking through together
shown-clock = { $minutes ->
    [one] About one minute left
   *[other] About { $minutes } minutes left
}
shown-soon = Five minutes left. Finish at your ease.
shown-cover = Cover everything
shown-uncover = Show again
shown-previous = Previous
shown-next = Next
shown-finish = Finish
shown-more-time = More time
shown-agreements = Before we begin
shown-agreements-for = Who looks along: { $who }
shown-agreements-goal = What is it about?
shown-agreements-goal-body = We tell each other that first, now.
shown-agreements-heard = What happens with what we hear?
shown-agreements-heard-body = It stays here, unless we agree otherwise now. Who looks along gets no copy.
shown-agreements-not-judged = Not for assessment
shown-agreements-not-judged-body = We read this to learn from it. It does not count in an assessment.
shown-agreements-known = Who may know of this?
shown-agreements-known-body = We agree on that now, too: who hears of it, and what?
shown-begin = Begin
shown-keys = The arrow keys turn the pages. Esc covers everything at once.
shown-questions = Questions for who looks along
shown-questions-others = Other questions
shown-end = That was the last one
shown-end-body = What do we take along? Tell each other, for a moment.
shown-end-what = When you finish, this screen closes. Your journal stays locked.
shown-covered-all = Everything is covered
shown-covered-all-body = Nothing of the entries is on the screen any more.
shown-over = The time is over
shown-over-body = Everything is covered. More time takes your passphrase.
shown-over-waits = If you choose nothing, this screen closes by itself after five minutes.
shown-asked = More time
shown-asked-body = Type your passphrase in the other window. Until then everything stays covered here.
shown-asked-again = Show that window
shown-ending = Done
shown-ending-body = This screen closes now.

# Walking through together: choosing, preparing, and seeing what somebody else sees
walk-intro = Walk through some entries with somebody you trust. You choose what is seen, and you stay with it.
walk-explains-title = Read this first, once
walk-explains-eyes = An entry that you show is no longer for your eyes only.
walk-explains-asked = Somebody may ask about it later. So choose what you want to show.
walk-explains-stays = The entry itself stays in your journal, and stays as it is.
walk-explains-covers = You decide what is covered. What you felt is covered until you open it.
walk-explains-copy = Who looks along gets no copy. Afterwards the screen is empty.
walk-explains-done = I have read this
walk-choose = Choose entries
walk-choose-hint = Nobody else sees anything yet. That comes only when you begin.
walk-choose-body = One entry is enough. They come in the order in which you choose them.
walk-choose-list = Your entries
walk-choose-none = There is no entry to choose yet.
walk-choose-one = Choose an entry first.
walk-choose-full = At most { $most } entries fit in one time.
walk-chosen = { $count ->
    [one] One entry chosen
   *[other] { $count } entries chosen
 }
walk-choose-go = Go on
walk-choose-add = Add
walk-back-prepare = Back to preparing
walk-prepared = Prepared
walk-past = Walked through together
walk-empty = You have not prepared anything yet.
walk-for = For { $whom }
walk-for-nobody-yet = Without a name so far
walk-row-now = Now, or whenever it suits
walk-row-today = Today
walk-row-planned = On { $day }
walk-row-withdrawn = Withdrawn on { $day }
walk-row-shown = Shown on { $day }
walk-row-card-open = Card still open
walk-row-no-pages = The entries are no longer there.
walk-prepare-title = Preparing
walk-prepare-body = What stands here is a copy of now. What you write later does not change it.
walk-withdrawn = Withdrawn on { $day }. You can prepare it again.
walk-withdraw = Withdraw
walk-withdraw-back = Prepare it again
walk-changed = Something changed on { $day }. So look over again what will be seen.
walk-lost-pages = An entry of this was erased. Its text is no longer there.
walk-plan-title = For whom, and what for
walk-plan-for = For whom?
walk-plan-for-hint = A role is enough, like ‘colleague’ or ‘team leader’.
walk-plan-question = What do you want to ask?
walk-plan-question-hint = So who looks along knows what you want to talk about. It may stay empty.
walk-plan-minutes = How long?
walk-plan-minutes-of = { $minutes } minutes
walk-plan-when = When?
walk-plan-now = Now, or whenever it suits
walk-plan-day = On a day
walk-plan-which-day = Which day?
walk-pages-title = What will be seen
walk-pages-how = Press a sentence to cover it or to open it. With the mouse you can choose a passage too. The arrows lead to another sentence.
walk-pages-none = There is no entry left. Add one, or erase this.
walk-pages-add = Add entries
walk-page-who = Seen as: { $who }
walk-page-changed = This entry changed after you prepared it. Copy it again, or take it out.
walk-page-in-bin = This entry is in the bin. Put it back, or take it out of this.
walk-page-again = Copy it again
walk-page-out = Take it out
walk-page-day = Show the day
walk-page-up = Move earlier
walk-page-down = Move later
walk-page-moved = This entry now comes as number { $place }.
walk-block-free = Free text
walk-cover = Cover
walk-cover-whole = Cover all of it
walk-found = Does this point at a person?
walk-go-title = Look it over yourself first
walk-go-body = You see page by page what somebody else sees. Then you can begin.
walk-go-ready = It is ready
walk-go-ready-body = You have looked over all of it. You can begin whenever you want.
walk-go-no-pages = Add an entry first.
walk-go-not-settled = First look at the entry that changed or went.
walk-preview = See what will be seen
walk-preview-again = Look it over again
walk-preview-title = This is what others see
walk-preview-next = Next
walk-preview-previous = Previous
walk-preview-end = This is all that will be seen
walk-preview-end-body = Nothing else of your journal is seen. You can begin now, or leave it for later.
walk-preview-later = Keep for later
walk-start = Begin together
walk-start-title = Begin now?
walk-start-body = Your journal closes first. After that, only what you looked over is seen.
walk-start-after = Afterwards you open your journal again with your passphrase.
walk-start-not = Not yet
walk-start-now = Begin
walk-erase = Erase this
walk-erase-title = Do you want to erase this?
walk-erase-body = The copy goes. Your entries themselves stay.
walk-erase-past-body = The copy goes, for whom it was, and the card. Your entries themselves stay.
walk-said-erased = This is erased.
walk-record-from = { $day }, from { $from }
walk-record-from-to = { $day }, from { $from } to { $to }
walk-record-asked = You ended it yourselves.
walk-record-time = It ended because the time was over.
walk-record-locked = It ended because your computer locked.
walk-record-stopped = How it ended is not known.
walk-record-pages = What was seen
walk-record-pages-body = With a line through it: that was covered.
walk-record-open = Read the entry
walk-card-open = This card is still open.
walk-card-thrown-away = You threw this card away.
walk-card-empty = There is nothing on the card.

# Where one meets walking through together
joint-way-entry = Walk through this together
joint-way-entries = Choose to walk through together
joint-today = Something is prepared for today to walk through together.
joint-today-with = Something is prepared for today to walk through together, for { $whom }.
joint-today-open = Look at what is prepared
help-keys-walk = When you walk through together
help-key-walk-cover = Cover everything at once
help-key-walk-pages = Previous and next page

# The window of walking through together
shown-covered = covered
shown-page = Entry
shown-page-empty = There is nothing here.

# The card later, and with whom
joint-waits = If you choose nothing yet, the card waits at ‘Walk through together’.
joint-throw-title = Do you want to throw the card away?
joint-throw-body = What you wrote on the card then goes.
joint-minutes = It was set for { $minutes } minutes.
joint-changed = You still changed something on { $day }.
joint-shown-with = Walked through together on { $day }, for { $whom }
joint-shown-with-nobody = Walked through together on { $day }
help-walk-seen = What does the one who looks along see?
help-walk-seen-body = Only the entries that you chose, and not what you covered. Your journal is closed then. There is no search, no count and no copy.
help-walk-stop = Can you stop half-way?
help-walk-stop-body = Always. With Esc everything is covered at once. With ‘Finish’ it is over.
help-walk-broken = And if the computer stops half-way?
help-walk-broken-body = Then nothing stands open. At your next start the card ‘Learned together’ comes first.

## Finding

entries-jump = Go to a date
entries-filters = Choose where you search
entries-found-more = These are the newest that fit. Older ones come as you go on.
entries-found-filtered = You are not searching everything now. Take a choice away to find more.
entries-best = What fits best what you look for
entries-again = Try again

filter-all = Everything
filter-from = From
filter-until = Up to and including
filter-kind = Kind of contact
filter-alias = Alias
filter-theme = Theme
filter-form = Made from
filter-form-guide = Questions
filter-form-free = Free page
filter-status = Seen by
filter-status-personal = Only you
filter-status-shown = Somebody else too
filter-status-carried-out = Saved as a page
filter-order = Order
filter-order-newest = Newest first
filter-order-best = Best first
filter-holding = Where you search now
filter-take-away = No longer:
filter-holds-from = From { $day }
filter-holds-until = Up to { $day }

find-title = Find in this entry
find-field = Find here
find-none = Not here
find-place = { $at } of { $count }
find-previous = Previous
find-next = Next
find-close = Close

calendar-previous = Previous month
calendar-next = Next month
calendar-week = week
calendar-week-short = wk
calendar-day-written = { $day }, you wrote here

jump-title = Go to a date
jump-day = Day
jump-cancel = Back
jump-go = Go there
# Over time
journal-looking-back = Over time
looking-intro = Here you see what returns in what you wrote. It is for you alone. You open what you want to see yourself, and nothing else is done with it.
looking-asking = Having a look…
looking-themes = Themes through the months
looking-themes-note = What you wrote about, by month of the past year.
looking-themes-none = In these months you have not yet written about a theme of the handbook.
looking-aspects = Kinds of questions
looking-aspects-note = What sort of questions you answered: about yourself, about the other person, about rules.
looking-aspects-none = In these months you have not yet answered questions of the handbook.
looking-aspect-event = What happened
looking-aspect-self = Yourself
looking-aspect-other = The other person
looking-aspect-values = What is good and fair
looking-aspect-knowledge = What you know, and how
looking-aspect-next-step = What you will do next
looking-aspect-context = Rules, team and organisation
looking-months-span = From { $first } up to and including { $last }. The last month is not over yet: it is striped. What you keep quiet is left out.
looking-number =
    { $number ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $number }
    }
looking-months-none = ‘{ $name }’ did not occur in these { $all } months.
looking-months-one = ‘{ $name }’ occurred in one of the { $all } months: in { $month }.
looking-months-some =
    { $lately ->
        [more] ‘{ $name }’ returned in { $count } of the { $all } months, more often of late.
        [less] ‘{ $name }’ returned in { $count } of the { $all } months, less often of late.
       *[same] ‘{ $name }’ returned in { $count } of the { $all } months.
    }
looking-months-all =
    { $lately ->
        [more] ‘{ $name }’ returned in all { $all } months, more often of late.
        [less] ‘{ $name }’ returned in all { $all } months, less often of late.
       *[same] ‘{ $name }’ returned in all { $all } months.
    }
looking-table = Table: { $name }
looking-table-caption = { $name }, by month
looking-column-month = Month
looking-column-entries = In how many entries
looking-words = Words that return
looking-words-note = Words that you wrote more often than usual over the last three months.
looking-words-span = From { $from } up to and including { $until }. Choose a word to see where you wrote it.
looking-words-look = Search for
looking-words-none = From { $from } up to and including { $until } no word stands out.
looking-year = This time last year
looking-year-note = What you wrote around this date, a year ago.
looking-year-span = From { $from } up to and including { $until }.
looking-year-none = There is nothing here in those days.
looking-question-note = Choose a question that you answered more often. Then your answers stand under each other.
looking-question-theme = From which theme?
looking-question-choose = Choose a theme
looking-question-last = Last answered on { $day }
looking-question-none = You have not yet answered a question of this theme.
looking-question-handbook = Leaf through the handbook
looking-month = The month together
looking-month-note = What you tried in a month, and what you took from it.
looking-month-which = Which month?
looking-month-nothing = There is nothing of this month to put together here.
looking-month-tried = What you tried
looking-month-rules = Rules of thumb that you kept or changed
looking-month-taken = What you took along from walking through together
looking-month-sheet = Begin the sheet ‘{ $title }’
looking-quiet = What you keep quiet
looking-quiet-note = What looking over time leaves out, because you want it to.
looking-quiet-what = What is quiet you find and read as ever. Only ‘Over time’ leaves it out.
looking-quiet-none = You keep nothing quiet now.
looking-quiet-entries = Entries
looking-quiet-aliases = Aliases
looking-quiet-periods = Days
looking-quiet-period = From { $from } up to and including { $until }
looking-quiet-end = Let it take part again
looking-quiet-ended = This takes part in ‘Over time’ again.
looking-quiet-new = Keep some time quiet
looking-quiet-from = First day
looking-quiet-until = Last day
looking-quiet-missing = Choose a day.
looking-quiet-keep = Keep quiet
looking-quiet-kept = These days are quiet now.
looking-quiet-is = You keep this entry quiet. ‘Over time’ leaves it out.
looking-quiet-entry = Kept quiet. You find and read this entry as ever. Only ‘Over time’ leaves it out.
looking-alike = Resembles
looking-alike-note = Entries about the same theme, or with words that you do not write often. This stays on your own computer.
looking-alike-none = There is no entry that resembles this one now.
looking-alike-themes = Also about { $themes }
looking-alike-words = Also with { $words }
alias-contacts = Contacts in time
alias-contacts-none = There is no contact here yet.
alias-contacts-one = There is one contact here: { $day }.
alias-contacts-span = The first contact that stands here was on { $first }. The last was on { $last }.
alias-contacts-gap = Between { $from } and { $until } no contact stands here.
alias-contacts-table = Show as a table
alias-contacts-caption = Contacts, the last one first
alias-contacts-day = Day
alias-contacts-kind = Kind of contact
alias-tried = What you tried
alias-tried-more = Also show what you tried before
alias-relation = How you work together
alias-relation-note = This is your impression, not that of the { -resident(form: "one") }.
alias-quiet = Keep quiet
alias-quiet-body = Would you rather not meet { $alias } when you look back? You find and read what you wrote as ever. Only ‘Over time’ leaves it out.
alias-quiet-is = You keep { $alias } quiet. You find and read what you wrote as ever. Only ‘Over time’ leaves it out.
alias-said-quiet = ‘Over time’ leaves this alias out now.
looking-month-beside = What you tried and learned in { $month }

help-find = Finding again, and ‘Over time’
help-find-how = How do you search?
help-find-how-body = Type one or more words at ‘Looking back’. Part of a word is enough, and every word has to be in it. Capitals and accents make no difference. Put words between straight quotation marks, such as "letter from the team", to look for them exactly so, one after the other. With a dash before it, such as -letter, you see only what does not have that word.
help-find-keys = Searching by the keyboard
help-find-keys-body = Ctrl+Shift+F searches all that you wrote. Ctrl+F searches the entry that you read or write: F3 goes to the next place, Shift+F3 to the one before, and Esc closes it. Ctrl+G goes to a date.
help-find-looking = What do you see at ‘Over time’?
help-find-looking-body = What returns in what you wrote: themes, words, and what you wrote a year ago. You open what you want to see yourself. It is for you alone.
help-find-quiet = There is something you would rather not meet there
help-find-quiet-body = Choose ‘Keep quiet’ at that entry or that alias. At ‘Over time’ you can do so with some days too. It is left out there from then on. You find and read it as ever, and you can let it take part again.

## Native (menus, window titles, command line)

native-already-running = Terugblik is already running for this folder. Its window comes to the front.
native-folder-unusable = The folder for your journal cannot be used.
native-role-does-not-start = A part of Terugblik does not start.
native-program-missing = A part of Terugblik is missing: { $file }. Install Terugblik again.
native-role-alone = This part of Terugblik only starts from the app itself.
native-no-window = No window can be opened. Is there a display?
native-not-confined-title = Terugblik does not start
native-not-confined =
    Your computer does not shield the app well enough now, for example from the network. Without that protection Terugblik does not start and your journal stays closed. Nothing was opened and nothing was changed.

    What you can do: ask your IT department for help and pass this text on. Terugblik needs seccomp filters of the Linux kernel, for all threads (SECCOMP_FILTER_FLAG_TSYNC), and must be able to use prctl and setrlimit. Often a container, a sandbox or an old kernel stands in the way. Code: { $code }
native-usage = Usage: terugblik [--data-dir FOLDER] [--demo] [--version]
native-unknown-argument = I do not know this: { $argument }. Try --help.
native-demo-ready = Example journal in { $folder }. Passphrase: { $passphrase }
native-demo-failed = The example journal could not be made.
native-window-title = Terugblik
native-menu-file = &File
native-menu-new-contact = &New contact
native-menu-free-page = F&ree page
native-menu-settings = &Settings and privacy
native-menu-lock = &Lock
native-menu-quit = &Quit
native-menu-edit = &Edit
native-menu-undo = &Undo
native-menu-redo = &Redo
native-menu-cut = Cu&t
native-menu-copy = &Copy
native-menu-paste = &Paste
native-menu-select-all = Select &all
native-menu-search = &Search what you wrote
native-menu-view = &View
native-menu-text-larger = &Larger text
native-menu-text-smaller = &Smaller text
native-menu-text-normal = &Normal text
native-menu-full-screen = &Full screen on or off
native-menu-go = &Go to
native-menu-today = &Today
native-menu-entries = &Looking back
native-menu-tried = Things to t&ry and days to look
native-menu-sheets = &Sheets
native-menu-looking-back = &Over time
native-menu-learning = L&earning
native-menu-walk-throughs = Walk through together
native-menu-handbook = &Handbook
native-menu-bin = &Bin
native-menu-help = &Help
native-menu-help-page = &Help and shortcuts
native-menu-backups = &Backups
native-before-sleep = Saves and locks your journal
native-walk-before-sleep = Ends the walk-through
native-text-no-guesses = No suggestions
native-text-ignore-spelling = Skip this word
native-text-cut = Cut
native-text-copy = Copy
native-text-paste = Paste
native-text-delete = Delete
native-text-select-all = Select all
native-second-place-title = Second place for backups
native-pack-title = Handbook of your organisation
native-pack-files = Handbook (.toml)
native-find-backups-title = Folder or stick with backups
native-recovery-title = Terugblik recovery sheet
native-recovery-purpose = These six groups open your journal when you have lost your passphrase. Whoever has this sheet and can reach your computer can read everything.
native-recovery-keep = Keep this sheet on paper, in a safe place and not near your computer. Then throw this file away.
native-recovery-made = Made on { $day }. An earlier recovery sheet no longer works.
native-recovery-file = recovery-sheet.html
native-statement-title = What { -app } stores, and what it does not
native-statement-file = terugblik-statement.html
native-statement-for = For the works council and the privacy officer. This is about { -app } { $version } and was made on { $day }.
native-statement-what = What { -app } is
native-statement-what-own = { -app } is a reflection journal on one computer. After a contact with a { -resident(form: "one") } it asks a few questions about one’s own part in it. A { -worker(form: "one") } writes for nobody else, to learn from the work.
native-statement-what-facts = Facts that belong in a file belong in the case system. { -app } takes nothing from it and puts nothing into it.
native-statement-kept = What is stored
native-statement-kept-texts = What somebody writes: questions and answers, sheets, free pages, intentions. With them the day, the kind of contact and, if the writer wishes, an alias, and whether it was shown or carried out. What somebody learned: rules of thumb with their former words, double words, team points, own trials. Also settings, added handbooks, and words that are no person.
native-statement-kept-chosen = What a { -resident(form: "one") } carried and how the writer felt: only if the writer chooses so.
native-statement-kept-shown = Of walking through together: the text that is ready or was shown, for whom, when, and a card after it. Where the entry goes, that text goes too.
native-statement-kept-no-field = There is no field for name, date of birth, address, citizen service number (BSN), client number, phone number or photo. If a text seems to hold one, { -app } points at it, for the writer only. Whoever leaves it there stores it.
native-statement-kept-rights = An alias makes nobody anonymous. A { -resident(form: "one") } may have the right to see what is written about them; the writer can make an overview. Which laws apply is for the organisation to judge.
native-statement-where = Where, under lock, and for how long
native-statement-where-folder = In one folder on this computer. Backups are there too, and in a second place if the writer chooses one.
native-statement-where-locked = Journal and backups are encrypted with AES-256. The key is behind a passphrase (with Argon2id) or a recovery key. What can be seen is that there is a journal, how large its files are and when they changed.
native-statement-where-long = A text with an alias goes by itself: 180 days after the last contact (or 90 or 30, if writer or organisation chooses so), 30 days after closing, and in any case two years after it was written. First it is on the screen for a week. A text without an alias stays; each year { -app } asks about it. What somebody learned stays. The bin erases after 24 hours, or at once. The whole journal can be erased too.
native-statement-where-backups = Backups of seven days, four weeks and six months are kept; a journal put aside when one is restored, 180 days. What goes by a term or with an alias goes from those too, in a second place as soon as that is there. What goes from the bin may still be in them, or be erased there at once.
native-statement-not = What does not happen
native-statement-not-count = Nothing is counted for others. { -app } makes no figures about a person, the one who writes included. They alone keep figures, in an own trial.
native-statement-not-send = There is no account, no server, no telemetry, no error report to the makers and no check for updates.
native-statement-not-network-refused = { -app } contains nothing that connects. On this computer the system refuses every network connection to the processes of { -app }. Without that refusal { -app } does not start.
native-statement-not-network-open = { -app } contains nothing that connects. When this sheet was made, the system did not enforce that.
native-statement-not-network-windows = { -app } contains nothing that connects. Installing it puts rules into the firewall of Windows that stop { -app }, but not WebView2, which draws the window. We have never been able to try that.
native-statement-not-network-macos = { -app } contains nothing that connects. macOS does not enforce that. The window is told to load nothing from a network, but we have never been able to try that.
native-statement-who = Who can see anything
native-statement-who-writer = Only those who have the passphrase or the recovery key. There is no way in for a supervisor, an administrator or the makers. An overview that the writer saves is not encrypted.
native-statement-who-invited = Whoever looks along by invitation sees, on this screen, only what the writer chose. The journal is locked then. There is no copy.
native-statement-who-lost = If passphrase and recovery key are both lost, nobody can open the journal again, the organisation neither.
native-statement-check = Check it yourself
native-statement-check-page = Under Settings & privacy there is the page ‘{ check-title }’: what the system refuses now, which processes run and where the files are, with commands for an administrator.
native-statement-check-source = { -app } has the licence EUPL-1.2: anyone may read, check and build the source.
native-sheet-title = Save the sheet as a page
native-sheet-file = terugblik-sheet.html
native-sheet-free = Also
native-sheet-nothing = Nothing was written here.
native-overview-title = What { -app } holds under one alias
native-overview-file = terugblik-overview.html
native-overview-alias = Alias: { $alias }
native-overview-made = Made on { $day }.
native-overview-closed = The work under this alias was closed on { $day }.
native-overview-rights = These notes are for you. They can fall under the right of access all the same. A { -resident(form: "one") } may have the right to see what is here. Ask the privacy officer of your organisation.
native-overview-complete = All that { -app } holds under this alias is here, also what lies in the bin. Not in it: how much time the writer chose, and at what moment it was written. That is about the one who writes. Text under another alias or without one is not here either.
native-overview-copy = This file is not encrypted. It is a copy that { -app } cannot erase. Give it only to those who may see it, and throw it away afterwards.
native-overview-free-page = Free page
native-overview-in-bin = Lies in the bin.
native-overview-goes = Goes on { $day }.
native-overview-personal = Personal.
native-overview-shown = Shown on { $day }.
native-overview-walked = walked through together on { $day } with: { $whom }
native-overview-prepared = ready to walk through together with: { $whom }
native-overview-anybody = somebody
native-overview-carried-out = Carried out before, on { $day }.
native-overview-started = Begun on { $day }.
native-overview-written = Written on { $day }.
native-overview-young = The contact was with somebody of 18 to 27 years.
native-overview-baggage-life-story = According to the writer, the { -resident(form: "one") } carried a hard life story.
native-overview-baggage-criticism = According to the writer, the { -resident(form: "one") } was critical of the municipality or the help.
native-overview-baggage-both = According to the writer, the { -resident(form: "one") } carried a hard life story and was critical of the municipality or the help.
native-overview-baggage-unknown = The writer did not know what the { -resident(form: "one") } carried.
native-overview-mood-calm = The writer was calm.
native-overview-mood-touched = The writer was touched.
native-overview-mood-angry = The writer was angry.
native-overview-mood-proud = The writer was proud.
native-overview-own = Own question: { $question }
native-overview-intention = Intention for next time
native-overview-outcome = What came of an intention
native-overview-outcome-of = What came of this intention: { $intention }
native-overview-feeling = How it was for the writer
native-overview-look-back = { $question } (asked on { $day })
native-overview-nothing = Nothing was written here.
native-day = { $day } { $month ->
   *[m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
    [m12] December
} { $year }

# The table of an own trial

# What was learned, as a page (G)

native-own-trial-title = Save the own trial as a table
native-own-trial-file = terugblik-own-trial.csv
native-own-trial-behaviour = Behaviour
native-own-trial-phase = Phase
native-own-trial-kind = Kind of phase
native-own-trial-differently = What you do differently
native-own-trial-measurement = Measurement
native-own-trial-day = Day
native-own-trial-value = Value
native-own-trial-begin-phase = begin phase
native-own-trial-trial-phase = trial phase

# Walking through together: what stands for an alias.
native-walk-resident = { -resident(form: "one") } { $letter }

# What was learned, as a page.
native-somebody = a { -resident(form: "one") }
native-rules-save = Save rules of thumb as a page
native-rules-title = Rules of thumb
native-rules-file = terugblik-rules-of-thumb.html
native-words-save = Save words as a page
native-words-title = Words with two meanings
native-words-file = terugblik-words.html
native-words-word = Word
native-words-mine = What I mean by it
native-words-theirs = What the other person means by it
native-words-whose = Who the other person is
native-team-card-save = Save the team card as a page
native-team-card-title = Team card
native-team-card-file = terugblik-team-card.html
native-team-card-no-theme = No theme
native-learned-nothing = There is nothing here yet.
