//! What is wrong with a screen, as far as a machine can see.

use std::{fs, path::Path};

use boundaries::Page;

/// What axe finds, boxes too small to hit, and what reaches beyond the window.
pub async fn of(page: &Page, axe: &str) -> Vec<String> {
    // Half a megabyte, which a page needs to read only once.
    if page.run("return 'axe' in window", vec![]).await == false {
        page.run(&format!("{axe} return true"), vec![]).await;
    }
    let found = page.client().execute_async(FAULTS, vec![]).await.expect("axe runs");
    let list = found.as_array().expect("a list of faults");
    list.iter().map(|fault| fault.as_str().map_or_else(|| fault.to_string(), str::to_owned)).collect()
}

/// axe-core, from the UI's own packages.
pub fn axe() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    fs::read_to_string(path).unwrap_or_else(|error| panic!("not run: axe-core is not installed ({error})"))
}

/// A fault that axe cannot see by itself is looked for by hand: clipped content does not always make
/// a page scroll.
const FAULTS: &str = "
    const answer = arguments[arguments.length - 1];
    // What stays in sight at the bottom lies over what passes below it, until the end of the page.
    const from = scrollY;
    scrollTo(0, document.documentElement.scrollHeight);
    const done = faults => { scrollTo(0, from); answer(faults); };
    const faults = [];
    const shown = element => element.checkVisibility
        ? element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
        : element.getClientRects().length > 0;
    const named = element => element.tagName.toLowerCase() + '.' + [...element.classList].join('.') +
        ' “' + (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) + '”';
    // What is one pixel large shows itself when it gets the focus: the way past the navigation.
    for (const element of document.querySelectorAll('button, a[href], select, textarea, input, summary')) {
        if (!shown(element)) continue;
        let box = element.getBoundingClientRect();
        const label = element.type === 'radio' || element.type === 'checkbox' ? element.closest('label') : null;
        if (label) box = label.getBoundingClientRect();
        const inText = element.tagName === 'A' && getComputedStyle(element).display === 'inline';
        if (!inText && box.width > 1 && (box.width < 24 || box.height < 24))
            faults.push('too small to hit: ' + named(element) + ' ' + Math.round(box.width) + '×' + Math.round(box.height));
    }
    // What is scrolled sideways by design is a place of its own that the keyboard reaches.
    const sideways = element => {
        for (let at = element.parentElement; at; at = at.parentElement)
            if (at.tabIndex === 0 && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
        return false;
    };
    for (const element of document.body.querySelectorAll('*')) {
        if (!shown(element)) continue;
        const box = element.getBoundingClientRect();
        const hidden = box.width <= 1 || box.height <= 1 || getComputedStyle(element).clipPath !== 'none';
        if (!hidden && (box.right > innerWidth + 1 || box.left < -1) && !element.closest('svg') && !sideways(element))
            faults.push('beyond the window: ' + named(element) + ' ' + Math.round(box.left) + '…' + Math.round(box.right));
    }
    // Only what is wrong is described, and no style sheet is fetched once more: no rule here reads one.
    axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
        preload: false,
    })
        .then(found => {
            for (const violation of found.violations)
                faults.push('axe ' + violation.id + ': ' + violation.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | '));
            done(faults);
        }, error => done(['axe: ' + error]));";
