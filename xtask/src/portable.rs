//! `cargo xtask portable`: whether the libraries build where they promise to: without the standard library, and with the oldest
//! compiler.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Result, workspace};

/// What a program without the standard library has.
const WITHOUT_STD: [&str; 3] = ["core", "alloc", "compiler_builtins"];

/// A platform that has no operating system, where its libraries are installed.
const WASM: &str = "wasm32-unknown-unknown";

/// Runs the checks that this machine can, and says which it cannot; gives whether all passed.
///
/// # Errors
/// The compiler cannot be asked, or a folder cannot be written.
pub(crate) fn run(out: &mut impl Write) -> Result<bool> {
    let host = host()?;
    let sysroot = without_std(&host)?;
    let mut flags = OsString::from("--sysroot ");
    flags.push(&sysroot);
    let mut passed = true;
    for features in ["", "serde"] {
        let mut cargo = check();
        cargo.args(["--package", "xmpp-stanzas", "--target", &host]);
        cargo
            .args(["--features", features])
            .env("RUSTFLAGS", &flags);
        let what = format!("without the standard library {features}");
        passed &= report(out, what.trim(), &mut cargo)?;
    }
    let oldest = oldest()?;
    let oldest_rustc = rustc(&oldest);
    let mut wasm = check();
    wasm.args(["--package", "xmpp-stanzas", "--target", WASM]);
    if libraries(WASM)?.is_dir() {
        passed &= report(out, WASM, &mut wasm)?;
    } else if let Some(rustc) = oldest_rustc.as_deref().filter(|rustc| has_sources(rustc)) {
        // What of the standard library there is, made for it from its sources, for which Cargo wants to be a nightly.
        wasm.args(["-Z", "build-std=core,alloc"]);
        wasm.env("RUSTC", rustc).env("RUSTC_BOOTSTRAP", "1");
        let what = format!("{WASM}, with Rust {oldest}");
        passed &= report(out, &what, &mut wasm)?;
    } else {
        writeln!(out, "{WASM}: not installed, left out")?;
    }
    match oldest_rustc {
        Some(rustc) => {
            let mut cargo = check();
            cargo.args(["--workspace", "--all-features"]);
            for tool in [
                "xtask",
                "xmpp-benches",
                "xmpp-cost",
                "xmpp-edges",
                "xmpp-inspect",
            ] {
                cargo.args(["--exclude", tool]);
            }
            cargo.env("RUSTC", rustc);
            passed &= report(out, &format!("Rust {oldest}"), &mut cargo)?;
        }
        None => writeln!(out, "Rust {oldest}: not installed, left out")?,
    }
    Ok(passed)
}

fn report(out: &mut impl Write, what: &str, cargo: &mut Command) -> Result<bool> {
    let passed = cargo.status()?.success();
    let verdict = if passed { "builds" } else { "does not build" };
    writeln!(out, "{what}: {verdict}")?;
    Ok(passed)
}

/// `cargo check` in a folder of its own, since each check has its own compiler or flags.
fn check() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["check", "--quiet", "--locked"]);
    cargo.current_dir(workspace());
    cargo.env("CARGO_TARGET_DIR", target());
    cargo
}

fn target() -> PathBuf {
    workspace().join("target/portable")
}

fn ask(rustc: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new(rustc).args(arguments).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

fn host() -> Result<String> {
    let version = ask(Path::new("rustc"), &["--version", "--verbose"])?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host
        .ok_or("rustc does not say for what it builds")?
        .to_owned())
}

/// The folder of the libraries of Rust for a target; there is none where it is not installed.
fn libraries(target: &str) -> Result<PathBuf> {
    let dir = ask(
        Path::new("rustc"),
        &["--print", "target-libdir", "--target", target],
    )?;
    Ok(PathBuf::from(dir))
}

/// Whether the sources of the standard library are installed for a compiler.
fn has_sources(rustc: &Path) -> bool {
    ask(rustc, &["--print", "sysroot"]).is_ok_and(|sysroot| {
        let library = Path::new(&sysroot).join("lib/rustlib/src/rust/library");
        library.join("alloc/src/lib.rs").is_file()
    })
}

/// Makes a sysroot in which no crate finds `std`.
fn without_std(host: &str) -> Result<PathBuf> {
    let sysroot = target().join("without-std");
    let dir = sysroot.join("lib/rustlib").join(host).join("lib");
    if sysroot.exists() {
        fs::remove_dir_all(&sysroot)?;
    }
    fs::create_dir_all(&dir)?;
    for entry in fs::read_dir(libraries(host)?)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        let is_of = |library: &&str| {
            let name = name.to_string_lossy();
            name.strip_prefix("lib")
                .and_then(|name| name.strip_prefix(*library)?.chars().next())
                == Some('-')
        };
        if WITHOUT_STD.iter().any(is_of) {
            fs::copy(&path, dir.join(name))?;
        }
    }
    Ok(sysroot)
}

/// The oldest Rust that the libraries ask for.
fn oldest() -> Result<String> {
    let manifest: toml::Table = fs::read_to_string(workspace().join("Cargo.toml"))?.parse()?;
    let package = manifest.get("workspace").and_then(|w| w.get("package"));
    let oldest = package.and_then(|package| package.get("rust-version"));
    let oldest = oldest.and_then(toml::Value::as_str);
    Ok(oldest
        .ok_or("the workspace names no rust-version")?
        .to_owned())
}

/// A compiler of this version: a toolchain of rustup's, or what else is on the path.
fn rustc(version: &str) -> Option<PathBuf> {
    let rustup = Command::new("rustup")
        .args(["which", "rustc", "--toolchain", version])
        .output();
    let of_rustup = rustup
        .ok()
        .filter(|output| output.status.success())
        .map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    let path = env::var_os("PATH").unwrap_or_default();
    let others = env::split_paths(&path).map(|dir| dir.join("rustc"));
    let is_of = |rustc: &PathBuf| {
        let said = ask(rustc, &["--version"]).unwrap_or_default();
        said.starts_with(&format!("rustc {version}."))
    };
    of_rustup.into_iter().chain(others).find(is_of)
}
