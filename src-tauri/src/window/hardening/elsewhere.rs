//! What the web engines of Windows and macOS are told, in their own words. Pure: what can be tested
//! of it on another system is, the rest is checked by the compiler and was never run.
//!
//! None of it is a promise. Arguments and rules are what an engine is asked, by a program that it
//! does not belong to; on Linux it is the kernel that refuses.

/// Pages and calls of ours, as WebView2 knows them: both are answered inside this process, and a
/// `.localhost` is no machine's name but this one's.
#[cfg(any(windows, test))]
const OURS: [&str; 2] = ["tauri.localhost", "ipc.localhost"];

/// What WebView2 is started with. Two roles share its folder, and it takes one list for all.
///
/// The first line is wry's own, which ours would otherwise take the place of; what wry adds to it for
/// sound that starts by itself and for a proxy is left out, for a journal has neither. Chromium
/// documents few of these switches and may drop one: then it is ignored, and the others stand.
#[cfg(any(windows, test))]
const ARGUMENTS: &[&str] = &[
    // No menu of Edge on a text, none on a PDF, and no address is shown to SmartScreen.
    "--disable-features=msWebOOUI,msPdfOOUI,msSmartScreenProtection",
    // Nothing is fetched that no page asked for: lists, components, settings of an account.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A link tells nobody that it was followed.
    "--no-pings",
    // No name of another machine is looked up, and an address in figures counts as a name here.
    "--host-resolver-rules=\"MAP * ~NOTFOUND, EXCLUDE tauri.localhost, EXCLUDE ipc.localhost\"",
    // What still goes somewhere goes to a port of this machine at which nobody listens. Our own two
    // names are spared. They need not be: WebView2 asks us (`WebResourceRequested`) before it asks
    // any network, and Chromium sends no `.localhost` to a proxy. But `<-loopback>` takes that back,
    // for with it Chromium would also spare addresses on the cable that begin with 169.254.
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=\"<-loopback>;tauri.localhost;ipc.localhost\"",
    // Calls between pages, which know no proxy. The switch has had two names.
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
];

/// [`ARGUMENTS`] as one line.
#[cfg(any(windows, test))]
pub fn arguments() -> String {
    ARGUMENTS.join(" ")
}

/// Whether WebView2 would leave our pages for what is at an address. What a page carries inside
/// itself goes nowhere.
#[cfg(any(windows, test))]
pub(super) fn leads_away(address: &str) -> bool {
    let is_inside = ["about:", "blob:", "data:"].iter().any(|scheme| address.starts_with(scheme));
    let of_ours = |host| address.strip_prefix("http://").and_then(|rest| rest.strip_prefix(host));
    !is_inside && !OURS.into_iter().filter_map(of_ours).any(|path| path.starts_with('/'))
}

/// What WebKit refuses on macOS: all that is spoken over a network. Our own pages and calls have
/// schemes of their own there (`tauri:`, `ipc:`). One rule each: WebKit's expressions have no "or".
#[cfg(any(target_os = "macos", test))]
const REFUSED: [&str; 2] = ["^https?:", "^wss?:"];

/// [`REFUSED`] as a list of rules for WebKit.
#[cfg(any(target_os = "macos", test))]
pub(super) fn rules() -> String {
    let rule = |filter| format!(r#"{{"trigger":{{"url-filter":"{filter}"}},"action":{{"type":"block"}}}}"#);
    format!("[{}]", REFUSED.map(rule).join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The version of wry whose own arguments were read (`webview2/mod.rs`, `create_environment`).
    const READ: &str = "0.57.1";

    /// Ours take the place of wry's. When this fails, look what wry's are now, and then here.
    #[test]
    fn the_arguments_of_this_version_of_wry_were_read() {
        let lock = include_str!("../../../../Cargo.lock");
        let wry = lock.split("[[package]]").find(|package| package.contains("\nname = \"wry\"\n"));
        assert!(wry.expect("wry").contains(&format!("\nversion = \"{READ}\"\n")), "another wry than {READ}");
    }

    #[test]
    fn what_wry_switches_off_stays_off() {
        // Of two such lists Chromium takes the last.
        assert_eq!(arguments().matches("--disable-features=").count(), 1);
        assert!(arguments().starts_with("--disable-features=msWebOOUI,msPdfOOUI,msSmartScreenProtection "));
    }

    #[test]
    fn an_argument_is_one_word_to_windows() {
        for argument in ARGUMENTS {
            assert!(argument.starts_with("--"), "{argument}");
            let parts: Vec<&str> = argument.split('"').collect();
            let is_quoted = parts.len() == 3 && parts[0].ends_with('=') && parts[2].is_empty();
            assert!(is_quoted || parts.len() == 1 && !argument.contains(' '), "{argument}");
        }
    }

    #[test]
    fn our_own_names_are_spared_wherever_all_others_are_refused() {
        for ours in OURS {
            assert!(arguments().contains(&format!("EXCLUDE {ours}")), "{ours}");
            assert!(arguments().contains(&format!(";{ours}")), "{ours}");
        }
    }

    #[test]
    fn only_our_own_pages_and_calls_do_not_lead_away() {
        for address in [
            "http://tauri.localhost/journal.html",
            "http://ipc.localhost/save_answer",
            "data:image/svg+xml,<svg/>",
            "blob:http://tauri.localhost/1",
            "about:blank",
        ] {
            assert!(!leads_away(address), "{address}");
        }
        for address in [
            "http://tauri.localhost.example.org/",
            "http://tauri.localhost:9/",
            "http://tauri.localhost@example.org/",
            "https://tauri.localhost/",
            "http://localhost/",
            "http://example.org/?http://tauri.localhost/",
            "https://example.org/",
            "file:///etc/passwd",
            "wss://example.org/",
            "",
        ] {
            assert!(leads_away(address), "{address}");
        }
    }

    #[test]
    fn the_rules_say_what_webkit_understands() {
        let known = |letter: char| letter.is_ascii_lowercase() || "^?:".contains(letter);
        for filter in REFUSED {
            assert!(
                filter.starts_with('^') && filter.ends_with(':') && filter.chars().all(known),
                "{filter}"
            );
        }
        let first = r#"[{"trigger":{"url-filter":"^https?:"},"action":{"type":"block"}},{"trigger""#;
        assert!(rules().starts_with(first) && rules().ends_with("}}]"), "{}", rules());
    }
}
