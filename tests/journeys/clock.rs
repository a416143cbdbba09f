//! The clock of a page, moved by hand. What is timed in the window reads the wall clock, so an hour
//! goes by in minutes, a small step at a time, as it would for who sits there.

use boundaries::Page;
use serde_json::json;

/// Lets the clock of the page go on by so many seconds, without a key or a pointer.
pub async fn go_on(page: &Page, seconds: u32) {
    let script = "const real = Date.now.bind(Date), by = 1000 * arguments[0]; Date.now = () => real() + by; \
        return true";
    page.run(script, vec![json!(seconds)]).await;
}

/// Lets the page look whether anybody is there: what a window does that comes back to the front. Who
/// was away for too long is locked out by it.
pub async fn look_for_somebody(page: &Page) {
    page.run("dispatchEvent(new Event('focus')); return true", vec![]).await;
}
