//! A browser of the engine that the app's windows have, without the app: for controls.

use std::process::{Child, Command, Stdio};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::time::timeout;

use crate::{Desktop, PATIENCE, page::driver_at};

/// WebKitGTK's own small browser, through WebDriver.
pub struct Browser {
    client: Client,
    driver: Child,
}

impl Browser {
    /// Starts one on a display.
    ///
    /// # Panics
    /// With `not run: …` when it is not installed.
    pub async fn start(desktop: &Desktop) -> Self {
        let mut command = Command::new("WebKitWebDriver");
        desktop.host(&mut command).stdout(Stdio::null()).stderr(Stdio::null());
        let (driver, address) = driver_at(&mut command);
        let capabilities = json!({ "pageLoadStrategy": "normal" });
        let capabilities = capabilities.as_object().expect("an object").clone();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let session = builder.capabilities(capabilities);
        let client = timeout(PATIENCE, session.connect(&address)).await.expect("the driver answers");
        let client = client.unwrap_or_else(|error| panic!("not run: no MiniBrowser to drive ({error})"));
        Self { client, driver }
    }

    /// Its session.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
