//! Four processes: what runs, and what no longer does.

use boundaries::{App, Options, Words, wait_for};

use crate::steps::{self, travel};

#[test]
fn after_the_lock_only_the_parent_a_new_lock_window_and_a_fresh_journal_live() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let first_keys = app.role("keys").id;
        let journal = steps::set_up(&app, &words).await;
        let open_journal = journal.process();
        wait_for("the lock window to go", || (!boundaries::is_alive(first_keys)).then_some(()));
        let before: Vec<u32> = app.processes().iter().map(|process| process.id).collect();

        steps::lock(&journal, &words).await;
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-unlock-title")).await;
        let warm = wait_for("a fresh journal", || {
            app.processes().into_iter().find(|one| one.role() == Some("journal") && one.id != open_journal)
        });
        let survivors: Vec<_> =
            app.processes().into_iter().filter(|process| before.contains(&process.id)).collect();
        assert_eq!(survivors.len(), 1, "of all before the lock only the parent lives: {survivors:?}");
        assert_eq!(survivors[0].id, app.process());
        // The fresh journal has opened no file of the store: it has no key to open it with.
        let opened = warm.open_files();
        assert!(opened.iter().all(|file| !file.starts_with(app.journal())), "{opened:?}");
        let roles: Vec<_> =
            app.processes().into_iter().filter_map(|one| one.role().map(str::to_owned)).collect();
        assert_eq!(roles.len(), 2, "{roles:?}");
    });
}

#[test]
fn the_parent_opens_no_display_and_starts_no_toolkit() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        steps::set_up(&app, &words).await;
        let parent = app.processes().into_iter().find(|one| one.id == app.process()).expect("the parent");
        // It could not if it wanted to: nothing of the kind is linked into it.
        assert_eq!(parent.loaded_libraries(), [""; 0]);
        // What a toolkit maps as soon as it starts: fonts, icons, its settings, the display's own.
        let mapped: Vec<_> = parent
            .mapped_files()
            .into_iter()
            .filter(|file| {
                let file = file.to_string_lossy();
                ["/fonts/", "/mime/", "icon-theme", "gschemas.compiled", "/gtk-3.0/", ".mo"]
                    .iter()
                    .any(|trace| file.contains(trace))
            })
            .collect();
        assert!(mapped.is_empty(), "{mapped:?}");
        // One socket: the one to knock on. A display or a bus would be another.
        let sockets =
            parent.open_files().into_iter().filter(|file| file.to_string_lossy().starts_with("socket:"));
        assert_eq!(sockets.count(), 1);
        let journal = app.role("journal");
        assert!(
            journal.loaded_libraries().iter().any(|name| name.starts_with("libwebkit2gtk")),
            "a role with a window loads its webview, so this looks in the right place"
        );
        assert!(
            journal.open_files().iter().filter(|file| file.to_string_lossy().starts_with("socket:")).count()
                > 1,
            "a role with a window has more, so this looks in the right place"
        );
    });
}

#[test]
fn the_passphrases_process_is_gone_once_the_journal_stands() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        steps::set_up(&app, &words).await;
        wait_for("the lock window to go", || {
            app.processes().iter().all(|process| process.role() != Some("keys")).then_some(())
        });
        // Its web process ends with it, a moment later.
        wait_for("only the journal's page to be left", || {
            let pages = app.processes().into_iter().filter(|one| one.program().ends_with("WebKitWebProcess"));
            (pages.count() == 1).then_some(())
        });
    });
}
