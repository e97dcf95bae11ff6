//! `cargo xtask package`: what would be published, looked at and built as its users would.

use core::fmt::Write as _;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use cargo_metadata::MetadataCommand;

use crate::{Result, workspace};

/// What a user's program is like: the example on the front page in few words, and something of every sort of package.
const PROGRAM: &str = r##"
use xmpp_stanzas::xml::Options;
use xmpp_stanzas::{Iq, disco};

fn main() {
    let text = "<iq xmlns='jabber:client' type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info'>\
                <feature var='urn:xmpp:ping'/><hole xmlns='urn:example:hole'/></query></iq>";
    let mut iq: Iq = xmpp_stanzas::xml::from_str(text).expect("an iq");
    let mut info: disco::info::Response = iq.answer().expect("it is valid").expect("an answer");
    info.features.push(disco::info::Feature::new("urn:xmpp:time"));
    iq.set_payload(&info).expect("it can be written");
    let written = xmpp_stanzas::xml::to_string(&iq).expect("it can be written");
    assert!(written.contains("<feature var='urn:xmpp:time'/><hole xmlns='urn:example:hole'/>"), "{written}");
    let json = serde_json::to_string(&info).expect("it can be written");
    assert!(json.contains("urn:xmpp:time"), "{json}");
    for entry in xmpp_stanzas::registry().filter(|entry| entry.spec == "XEP-0199") {
        let element = "<ping xmlns='urn:xmpp:ping'/>".parse().expect("an element");
        let trip = entry.round_trip(&element, &Options::new()).expect("it is valid");
        println!("{} of {}: {}", entry.type_name(), entry.spec, trip.xml);
    }
}
"##;

/// Makes the packages, looks at what is in them, and builds and runs a program that depends on them; gives whether all is
/// as it should be.
///
/// # Errors
/// A package cannot be made or unpacked.
pub(crate) fn run(out: &mut impl Write) -> Result<bool> {
    let metadata = MetadataCommand::new()
        .current_dir(workspace())
        .no_deps()
        .exec()?;
    let is_published = |package: &&cargo_metadata::Package| package.publish.as_deref() != Some(&[]);
    let packages: Vec<_> = metadata.packages.iter().filter(is_published).collect();
    let target = metadata.target_directory.as_std_path();

    let mut cargo = cargo(&workspace());
    // Nothing is asked of the registry: whatever the lock file names is here already.
    cargo.args(["package", "--quiet", "--no-verify", "--allow-dirty"]);
    cargo.args(["--locked", "--offline"]);
    for package in &packages {
        cargo.args(["--package", package.name.as_str()]);
    }
    // Tests and benches are not part of a package, which Cargo warns of for each.
    let made = cargo.output()?;
    if !made.status.success() {
        return Err(String::from_utf8_lossy(&made.stderr).into());
    }

    let unpacked = target.join("package/unpacked");
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked)?;
    }
    fs::create_dir_all(&unpacked)?;
    let mut folders = BTreeMap::new();
    let mut passed = true;
    for package in &packages {
        let name = format!("{}-{}", package.name, package.version);
        let mut tar = Command::new("tar");
        // Files of a package are all of one age, by which Cargo would take new ones for those that it has built.
        tar.arg("-xmzf")
            .arg(target.join(format!("package/{name}.crate")));
        if !tar.arg("-C").arg(&unpacked).status()?.success() {
            return Err(format!("{name}.crate cannot be unpacked").into());
        }
        let folder = unpacked.join(&name);
        for fault in faults(&folder)? {
            writeln!(out, "{name}: {fault}")?;
            passed = false;
        }
        folders.insert(package.name.to_string(), folder);
    }
    writeln!(out, "{} packages made and looked at", folders.len())?;

    let user = target.join("package/user");
    fs::create_dir_all(user.join("src"))?;
    fs::write(user.join("src/main.rs"), PROGRAM)?;
    fs::write(user.join("Cargo.toml"), manifest(&folders)?)?;
    fs::copy(workspace().join("Cargo.lock"), user.join("Cargo.lock"))?;
    let mut cargo = self::cargo(&user);
    cargo.args(["run", "--quiet", "--offline"]);
    cargo.env("CARGO_TARGET_DIR", target.join("package/user-target"));
    let builds = cargo.status()?.success();
    let verdict = if builds { "runs" } else { "does not run" };
    writeln!(out, "a program that depends on them: {verdict}")?;
    Ok(passed && builds)
}

fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder);
    cargo
}

/// The manifest of a program that depends on the packages as if the registry had them.
fn manifest(folders: &BTreeMap<String, PathBuf>) -> Result<String> {
    let lock: toml::Table = fs::read_to_string(workspace().join("Cargo.lock"))?.parse()?;
    let locked = lock.get("package").and_then(toml::Value::as_array);
    let version_of = |name: &str| {
        let is_it = |package: &&toml::Value| {
            package.get("name").and_then(toml::Value::as_str) == Some(name)
        };
        let package = locked.and_then(|packages| packages.iter().find(is_it))?;
        package.get("version").and_then(toml::Value::as_str)
    };
    let json = version_of("serde_json").ok_or("serde_json is not locked")?;
    let mut manifest = format!(
        "[package]\nname = \"user\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         serde_json = \"{json}\"\nxmpp-inspect = \"0\"\n\
         xmpp-stanzas = {{ version = \"0\", features = [\"arbitrary\", \"host-meta-json\", \"serde\", \"std\"] }}\n\n\
         [profile.dev]\ndebug = false\n\n[patch.crates-io]\n"
    );
    for (name, folder) in folders {
        writeln!(manifest, "{name} = {{ path = {folder:?} }}")?;
    }
    Ok(manifest)
}

/// What a package lacks that its users look for, or has that they cannot.
fn faults(folder: &Path) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let ours = fs::read(workspace().join(licence))?;
        if fs::read(folder.join(licence)).ok() != Some(ours) {
            faults.push(format!("has no {licence}"));
        }
    }
    let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
    faults.extend(faults_of_manifest(&manifest.parse()?));
    let readme = fs::read_to_string(folder.join("README.md")).unwrap_or_default();
    if !readme.starts_with("# ") {
        faults.push("has no README".to_owned());
    }
    for target in links(&readme) {
        if !folder.join(target).exists() {
            faults.push(format!("README: {target} is not in the package"));
        }
    }
    let here = workspace();
    for file in files(folder)? {
        let text = String::from_utf8_lossy(&fs::read(&file)?).into_owned();
        let name = file.strip_prefix(folder).unwrap_or(&file).display();
        if text.contains(&*here.to_string_lossy()) {
            faults.push(format!("{name}: has the path of this folder"));
        }
        for included in includes(&text) {
            let path = file.parent().unwrap_or(folder).join(included);
            if !normal(&path).starts_with(folder) || !path.is_file() {
                faults.push(format!(
                    "{name}: includes {included}, which is not in the package"
                ));
            }
        }
    }
    Ok(faults)
}

fn faults_of_manifest(manifest: &toml::Table) -> Vec<String> {
    let mut faults = Vec::new();
    let package = manifest.get("package").and_then(toml::Value::as_table);
    let get = |key: &str| package.and_then(|package| package.get(key));
    for key in [
        "description",
        "license",
        "readme",
        "rust-version",
        "edition",
    ] {
        if get(key)
            .and_then(toml::Value::as_str)
            .is_none_or(str::is_empty)
        {
            faults.push(format!("Cargo.toml: has no {key}"));
        }
    }
    for (key, most) in [("keywords", 5), ("categories", 5)] {
        let count = get(key).and_then(toml::Value::as_array).map_or(0, Vec::len);
        if count == 0 || count > most {
            faults.push(format!("Cargo.toml: has {count} {key}, not 1 to {most}"));
        }
    }
    // There is none to name yet, and one that does not exist is worse than none.
    for key in ["repository", "homepage", "documentation"] {
        if get(key).and_then(toml::Value::as_str).is_some() {
            faults.push(format!("Cargo.toml: names a {key}"));
        }
    }
    let docs = get("metadata").and_then(|metadata| metadata.get("docs")?.get("rs"));
    let all = docs.and_then(|docs| docs.get("all-features")?.as_bool());
    if manifest.contains_key("features") && all != Some(true) {
        faults.push("Cargo.toml: docs.rs would not show what features add".to_owned());
    }
    faults
}

/// The targets of the links of a text that are files.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://") && !target.starts_with(['#', ' ']))
        .map(|target| target.split('#').next().unwrap_or(target))
}

/// The files that a source includes when it is compiled.
fn includes(text: &str) -> impl Iterator<Item = &str> {
    let calls = ["include_str!(\"", "include_bytes!(\"", "include!(\""];
    calls.into_iter().flat_map(|call| {
        text.split(call)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
    })
}

/// A path without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            out.pop();
        } else {
            out.push(part);
        }
    }
    out
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut all, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                all.push(path);
            }
        }
    }
    all.sort();
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[package]\nname = \"tea\"\nedition = \"2024\"\nrust-version = \"1.85\"\ndescription = \"Tea\"\n\
                        license = \"MIT\"\nreadme = \"README.md\"\nkeywords = [\"tea\"]\ncategories = [\"encoding\"]\n\
                        [package.metadata.docs.rs]\nall-features = true\n[features]\nmilk = []\n";

    fn faults_in(manifest: &str) -> Vec<String> {
        faults_of_manifest(&manifest.parse().expect("it is TOML"))
    }

    #[test]
    fn a_manifest_without_something_is_reported() {
        assert_eq!(faults_in(GOOD), Vec::<String>::new());
        for (line, fault) in [
            ("description = \"Tea\"\n", "Cargo.toml: has no description"),
            ("license = \"MIT\"\n", "Cargo.toml: has no license"),
            ("readme = \"README.md\"\n", "Cargo.toml: has no readme"),
            (
                "rust-version = \"1.85\"\n",
                "Cargo.toml: has no rust-version",
            ),
            (
                "keywords = [\"tea\"]\n",
                "Cargo.toml: has 0 keywords, not 1 to 5",
            ),
            (
                "categories = [\"encoding\"]\n",
                "Cargo.toml: has 0 categories, not 1 to 5",
            ),
            (
                "all-features = true\n",
                "Cargo.toml: docs.rs would not show what features add",
            ),
        ] {
            assert_eq!(faults_in(&GOOD.replace(line, "")), [fault]);
        }
        let named = GOOD.replace("edition", "repository = \"https://tea.example\"\nedition");
        assert_eq!(faults_in(&named), ["Cargo.toml: names a repository"]);
    }

    #[test]
    fn a_package_that_reaches_out_of_its_folder_is_reported() {
        let folder = env::temp_dir().join(format!("xmpp-package-{}", std::process::id()));
        fs::create_dir_all(folder.join("tea/src")).expect("a folder can be made");
        let write = |name: &str, text: &str| {
            fs::write(folder.join("tea").join(name), text).expect("a file can be written");
        };
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            fs::copy(workspace().join(licence), folder.join("tea").join(licence))
                .expect("the root has the licences");
        }
        write("Cargo.toml", GOOD);
        write(
            "README.md",
            "# Tea\n[Rust](https://www.rust-lang.org) [here](src/lib.rs)\n",
        );
        write("src/lib.rs", "#![doc = include_str!(\"../README.md\")]\n");
        assert_eq!(
            faults(&folder.join("tea")).expect("it can be read"),
            Vec::<String>::new()
        );

        fs::write(folder.join("cup"), "").expect("a file can be written");
        write("README.md", "# Tea\n[there](docs/cup.md#full)\n");
        write(
            "src/lib.rs",
            "const CUP: &str = include_str!(\"../../cup\");\n",
        );
        fs::remove_file(folder.join("tea/LICENSE-MIT")).expect("it is there");
        let found = faults(&folder.join("tea")).expect("it can be read");
        fs::remove_dir_all(&folder).expect("it is ours");
        assert_eq!(
            found,
            [
                "has no LICENSE-MIT",
                "README: docs/cup.md is not in the package",
                "src/lib.rs: includes ../../cup, which is not in the package",
            ]
        );
    }
}
