//! A browser of the same engine with a page that does everything wrong: the control.

use boundaries::{Browser, Desktop};
use serde_json::{Value, json};

use super::{listener::Listener, payloads::Payload};

/// A page that puts texts where they run.
pub struct Careless {
    browser: Browser,
    _desktop: Desktop,
}

impl Careless {
    /// Opens it at the server.
    pub async fn open(listener: &Listener) -> Self {
        let desktop = Desktop::start(1280, 900);
        let browser = Browser::start(&desktop).await;
        let address = format!("http://127.0.0.1:{}/", listener.port);
        browser.client().goto(&address).await.expect("the page is there");
        browser.client().execute(include_str!("control.js"), vec![]).await.expect("it is prepared");
        Self { browser, _desktop: desktop }
    }

    /// Where each text ran, if it did.
    pub async fn ran(&self, payloads: &[Payload]) -> Vec<Option<String>> {
        const TRY: &str = "const done = arguments[1]; \
            tryAll(JSON.parse(arguments[0])).then(done, fault => done(String(fault)))";
        let texts: Vec<&str> = payloads.iter().map(|payload| payload.text.as_str()).collect();
        let texts = super::screens::ascii(&json!(texts).to_string());
        let places: Value =
            self.browser.client().execute_async(TRY, vec![json!(texts)]).await.expect("the page answers");
        serde_json::from_value(places.clone()).unwrap_or_else(|_| panic!("{places}"))
    }
}
