//! The environment: what in it would open us to others, and is taken out before anything reads it.
//!
//! These are switches for developers that somebody left on, or that a system sets for everybody.
//! They are no defence against a program that runs as the same user: that one can do as it likes
//! before we start, and we do not promise otherwise. So what loads code (`LD_PRELOAD`,
//! `GTK_MODULES`) stays: it has been done by the time we look, or is needed to type and to listen.

use std::{env, ffi::OsStr};

use crate::calls;

/// How a name is meant.
enum Named {
    /// To the letter.
    Exactly(&'static str),
    /// And whatever comes after it.
    From(&'static str),
}

use Named::{Exactly, From};

/// What is removed, each with what it would do.
const OPENS_US: &[Named] = &[
    // Lets WebDriver drive the window.
    Exactly("TAURI_WEBVIEW_AUTOMATION"),
    // Opens the web inspector on a port: every text, and script in our page.
    From("WEBKIT_INSPECTOR_"),
    // Has the web engine write what it does, addresses and texts among it.
    Exactly("WEBKIT_DEBUG"),
    // Options of the script engine; some write the source and values it runs.
    From("JSC_"),
    // Hands on such options to the web engine's processes on macOS.
    From("__XPC_"),
    // Arguments for the web engine on Windows: a port to debug by, another program.
    From("WEBVIEW2_"),
    // Opens the toolkit's inspector, which shows what is in a window.
    Exactly("GTK_DEBUG"),
    // Writes every key that is pressed, also in a passphrase.
    Exactly("GDK_DEBUG"),
    // Writes every message of the display: keys and the clipboard.
    Exactly("WAYLAND_DEBUG"),
    // Has every library write what it does.
    Exactly("G_MESSAGES_DEBUG"),
    // Writes every message of the bus, and screen readers hear texts that way.
    Exactly("G_DBUS_DEBUG"),
    // Puts other files in the place of those inside a library.
    Exactly("G_RESOURCE_OVERLAYS"),
    // Has the media library write what it does, to a file of one's choice.
    From("GST_DEBUG"),
    // A configuration, a provider or an engine of somebody else for our cipher.
    From("OPENSSL_"),
];

/// Takes them out.
pub fn remove() {
    let names: Vec<_> = env::vars_os().map(|(name, _)| name).filter(|name| opens_us(name)).collect();
    for name in names {
        calls::remove_variable(&name);
    }
}

/// Whether a variable of this name is taken out. Case makes no difference on Windows, so none is
/// made anywhere.
fn opens_us(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_ascii_uppercase();
    OPENS_US.iter().any(|named| match named {
        Exactly(whole) => name == *whole,
        From(beginning) => name.starts_with(beginning),
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// One name for each line of the list.
    pub(crate) fn specimens() -> Vec<String> {
        let specimen = |named: &Named| match named {
            Exactly(whole) => (*whole).to_owned(),
            From(beginning) => format!("{beginning}specimen"),
        };
        OPENS_US.iter().map(specimen).collect()
    }

    #[test]
    fn what_opens_us_is_known_by_its_name() {
        for name in [
            "WEBKIT_INSPECTOR_SERVER",
            "WEBKIT_INSPECTOR_HTTP_SERVER",
            "GST_DEBUG_FILE",
            "OPENSSL_CONF",
            "JSC_dumpOptions",
            "WebView2_Additional_Browser_Arguments",
        ] {
            assert!(opens_us(name.as_ref()), "{name}");
        }
    }

    #[test]
    fn what_we_and_the_system_need_stays() {
        for name in [
            "DISPLAY",
            "GTK_IM_MODULE",
            "GTK_MODULES",
            "LANG",
            "LD_PRELOAD",
            "WAYLAND_DISPLAY",
            "WEBKIT_DISABLE_DMABUF_RENDERER",
            "WEBKIT_WEB_RENDER_DEVICE_FILE",
            "XDG_RUNTIME_DIR",
        ] {
            assert!(!opens_us(name.as_ref()), "{name}");
        }
    }
}
