//! The texts of the RFC Editor, for those who have no copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::file_name;
use crate::spec::sha256;
use crate::{Result, workspace};

const EDITOR: &str = "https://www.rfc-editor.org/rfc";

/// The folder with these RFCs, each with the SHA-256 of its text; those that are not there yet are fetched now.
///
/// # Errors
/// curl is missing or fails, most often for want of a network, or what it fetched is another text.
pub(super) fn ensure(rfcs: &[(u16, &str)]) -> Result<PathBuf> {
    fetch(EDITOR, rfcs, &workspace().join(".rfcs"))
}

fn fetch(editor: &str, rfcs: &[(u16, &str)], dir: &Path) -> Result<PathBuf> {
    for (number, hash) in rfcs {
        let path = dir.join(file_name(*number));
        let is_right = |path: &Path| fs::read(path).is_ok_and(|text| sha256(text) == *hash);
        if is_right(&path) {
            continue;
        }
        let address = format!("{editor}/{}", file_name(*number));
        eprintln!("rfcs: fetching {address} into {}", dir.display());
        fs::create_dir_all(dir)?;
        let fetched = path.with_extension("part");
        let output = Command::new("curl")
            .args([
                "--fail",
                "--silent",
                "--show-error",
                "--location",
                "--output",
            ])
            .arg(&fetched)
            .arg(&address)
            .output()
            .map_err(|error| format!("curl: {error}"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(said.trim_end().into());
        }
        if !is_right(&fetched) {
            return Err(format!("{address}: not the text that was published").into());
        }
        fs::rename(fetched, path)?;
    }
    Ok(dir.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_the_text_that_was_published() {
        let dir = std::env::temp_dir().join(format!("xtask-rfcs-{}", std::process::id()));
        let (editor, kept) = (dir.join("editor"), dir.join("kept"));
        fs::create_dir_all(&editor).expect("the temporary folder is writable");
        fs::write(editor.join("rfc1.txt"), "abc").expect("the folder is writable");
        let address = format!("file://{}", editor.display());
        let hash = sha256("abc");
        // Where there is no curl, there is nothing to see.
        if Command::new("curl").arg("--version").output().is_ok() {
            assert!(fetch(&address, &[(1, &sha256("abd"))], &kept).is_err());
            assert!(!kept.join("rfc1.txt").exists());
            assert!(fetch(&address, &[(1, &hash)], &kept).is_ok());
            assert!(fetch(&address, &[(2, &hash)], &kept).is_err());
            fs::remove_dir_all(&editor).expect("the folder is ours");
            assert!(fetch(&address, &[(1, &hash)], &kept).is_ok());
        }
        fs::remove_dir_all(&dir).expect("the folder is ours");
    }
}
