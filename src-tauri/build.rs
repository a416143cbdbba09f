//! Tells Tauri which commands exist: the contract's tables, and nothing else. From this list
//! follow one permission per command, of which each role's capability file allows its own.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let names: Vec<&'static str> = [contract::KEYS, contract::JOURNAL, contract::WALK_THROUGH]
        .into_iter()
        .flatten()
        .map(|line| line.name)
        .collect();
    // The build script ends right after; Tauri wants the names to live until then.
    let names = Box::leak(names.into_boxed_slice());
    println!("cargo::rerun-if-changed=../assets/i18n");
    let manifest = tauri_build::AppManifest::new().commands(names);
    Ok(tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?)
}
