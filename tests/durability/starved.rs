//! D4, memory: whichever of SQLite's allocations fails, nothing is lost, corrupt or in panic.
#![allow(unsafe_code, reason = "SQLite takes its allocator as C functions, before it does anything else")]

use std::{
    collections::BTreeMap,
    ffi::{c_int, c_void},
    process::Stdio,
    ptr,
    sync::{
        OnceLock,
        atomic::{AtomicI64, Ordering},
    },
};

use boundaries::{again, figure, part, rounds, said, say, spread};
use testkit::TempVault;
use vault::{Verdict, rusqlite::ffi};

use crate::{actor, faults};

#[test]
fn an_allocation_that_fails_loses_and_corrupts_nothing() {
    const NAME: &str = "starved::an_allocation_that_fails_loses_and_corrupts_nothing";
    if let Some(number) = part() {
        starve(number.parse().expect("a number"));
        actor::sitting();
        return say(&format!("allocations {}", -LEFT.load(Ordering::Relaxed)));
    }
    let sit = |temp: &TempVault, number: usize| {
        let mut command = again(NAME, &number.to_string());
        actor::give(&mut command, temp.path(), &temp.data_key());
        let output = command.stderr(Stdio::piped()).output().expect("it starts");
        let heard = String::from_utf8_lossy(&output.stdout).into_owned();
        let trouble = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "allocation {number}: {heard}{trouble}");
        heard
    };
    let start = TempVault::set_up();
    let heard = sit(&start.copy(), 0);
    let counted = heard.lines().filter_map(said).find_map(|said| said.strip_prefix("allocations "));
    let all: usize = counted.and_then(|number| number.parse().ok()).expect("it counted");
    assert!(all > 1_000, "{all} allocations");

    let places = spread(all, rounds(12, 600));
    let mut refused = 0;
    for place in &places {
        let temp = start.copy();
        let heard = sit(&temp, place + 1);
        refused += usize::from(heard.contains("> refused"));
        let context = format!("allocation {place} of {all}: {heard}");
        let verdict = faults::check(&temp, &BTreeMap::new(), &heard, &context);
        assert_eq!(verdict, Some(Verdict::Sound), "{context}");
    }
    let what = format!("allocations of SQLite that failed, of {all}");
    let outcome = format!("0 corrupt, 0 lost, 0 panics, 0 false alarms; {refused} refused");
    figure("D4", &what, places.len(), outcome);
}

/// How many allocations are let through before one fails; below zero it only counts.
static LEFT: AtomicI64 = AtomicI64::new(0);
/// What SQLite would use: how it takes a block and how it makes one larger.
static OWN: OnceLock<(Allocate, Reallocate)> = OnceLock::new();

type Allocate = unsafe extern "C" fn(c_int) -> *mut c_void;
type Reallocate = unsafe extern "C" fn(*mut c_void, c_int) -> *mut c_void;

/// Has the n-th allocation fail, once; none when it is 0.
fn starve(number: i64) {
    let nothing = ffi::sqlite3_mem_methods {
        xMalloc: None,
        xFree: None,
        xRealloc: None,
        xSize: None,
        xRoundup: None,
        xInit: None,
        xShutdown: None,
        pAppData: ptr::null_mut(),
    };
    let mut own = nothing;
    // SAFETY: SQLite was not used yet in this process, so nothing else touches its configuration;
    // it fills the structure that it is given.
    let found = unsafe { ffi::sqlite3_config(ffi::SQLITE_CONFIG_GETMALLOC, &raw mut own) };
    assert_eq!(found, ffi::SQLITE_OK, "not run: SQLite does not say what it allocates with");
    LEFT.store(number, Ordering::Relaxed);
    let mut ours = ffi::sqlite3_mem_methods { xMalloc: Some(allocate), xRealloc: Some(reallocate), ..own };
    OWN.get_or_init(|| (own.xMalloc.expect("it allocates"), own.xRealloc.expect("it reallocates")));
    // SAFETY: as above; SQLite copies the structure, and the functions in it live for ever.
    let taken = unsafe { ffi::sqlite3_config(ffi::SQLITE_CONFIG_MALLOC, &raw mut ours) };
    assert_eq!(taken, ffi::SQLITE_OK, "not run: SQLite takes no other allocator");
}

fn is_the_one() -> bool {
    LEFT.fetch_sub(1, Ordering::Relaxed) == 1
}

unsafe extern "C" fn allocate(size: c_int) -> *mut c_void {
    match OWN.get() {
        // SAFETY: SQLite's own allocator, called as SQLite calls it.
        Some((malloc, _)) if !is_the_one() => unsafe { malloc(size) },
        _ => ptr::null_mut(),
    }
}

unsafe extern "C" fn reallocate(block: *mut c_void, size: c_int) -> *mut c_void {
    match OWN.get() {
        // SAFETY: SQLite's own allocator, called as SQLite calls it.
        Some((_, realloc)) if !is_the_one() => unsafe { realloc(block, size) },
        _ => ptr::null_mut(),
    }
}
