//! A clone of the public repository of the XEPs, for those who have no copy.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Result, workspace};

const REPOSITORY: &str = "https://github.com/xsf/xeps.git";

/// What the counts and the exceptions of this repository were made with.
const COMMIT: &str = "3ad7aaaa34241eeb4deb1231e05227823baa6676";

/// The folder of the clone at the pinned commit, made now if it is not there yet.
///
/// Git reports its progress itself, on a terminal. An interrupted run leaves a folder that the
/// next run completes.
///
/// # Errors
/// Git is missing or fails, most often for want of a network.
pub(super) fn ensure() -> Result<PathBuf> {
    fetch(REPOSITORY, COMMIT, &workspace().join(".xeps"))
}

fn fetch(repository: &str, commit: &str, dir: &Path) -> Result<PathBuf> {
    let dir = dir.to_path_buf();
    if !is_at(&dir, commit) {
        eprintln!(
            "xeps: fetching {repository} at {commit} into {}",
            dir.display()
        );
        fs::create_dir_all(&dir)?;
        git(&dir, &["init", "--quiet"])?;
        git(&dir, &["fetch", "--depth", "1", repository, commit])?;
        git(&dir, &["checkout", "--quiet", "--force", commit])?;
    }
    Ok(dir)
}

/// Whether the folder is the root of a repository that has this commit checked out.
fn is_at(dir: &Path, commit: &str) -> bool {
    dir.join(".git").exists()
        && command(dir)
            .args(["rev-parse", "HEAD"])
            .stderr(Stdio::null())
            .output()
            .is_ok_and(|head| head.stdout.trim_ascii() == commit.as_bytes())
}

/// Git in the repository of exactly this folder. There is another around it, this project's own,
/// and a git hook that runs us names that one in the environment.
fn command(dir: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(dir)
        .args(["--git-dir=.git", "--work-tree=."])
        .env("GIT_TERMINAL_PROMPT", "0");
    for inherited in [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
    ] {
        command.env_remove(inherited);
    }
    command
}

/// Runs git in a folder. It speaks to the user on a terminal, else only in the error.
fn git(dir: &Path, arguments: &[&str]) -> Result<()> {
    let mut command = command(dir);
    command.args(arguments);
    if io::stderr().is_terminal() {
        command.stderr(Stdio::inherit());
    }
    let output = command.output().map_err(|error| format!("git: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let command = arguments.first().copied().unwrap_or_default();
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("git {command}: {}\n{said}", output.status)
        .trim_end()
        .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A temporary folder, empty at the start of the test.
    fn scratch(name: &str) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        if dir.exists() {
            fs::remove_dir_all(&dir).expect("the folder is ours");
        }
        fs::create_dir_all(&dir).expect("the temporary folder is writable");
        dir
    }

    #[test]
    fn fetches_a_commit_once_and_then_finds_it() {
        let dir = scratch("fetch");
        let (origin, clone) = (dir.join("origin"), dir.join("clone"));
        fs::create_dir(&origin).expect("the folder is writable");
        git(&origin, &["init", "--quiet"]).expect("git is installed");
        fs::write(origin.join("xep.ent"), "").expect("the folder is writable");
        git(&origin, &["add", "xep.ent"]).expect("the file exists");
        let commit = "-c user.name=t -c user.email=t@example.org -c commit.gpgsign=false \
                      commit --quiet -m c";
        git(&origin, &commit.split_whitespace().collect::<Vec<_>>())
            .expect("there is something to commit");
        let head = command(&origin)
            .args(["rev-parse", "HEAD"])
            .output()
            .expect("git is installed");
        let head = String::from_utf8(head.stdout).expect("a commit is ASCII");
        let repository = origin.to_string_lossy().into_owned();

        let fetched = fetch(&repository, head.trim(), &clone).expect("the commit exists");
        assert!(fetched.join("xep.ent").exists());
        fs::remove_dir_all(&origin).expect("the folder is ours");
        assert!(fetch(&repository, head.trim(), &clone).is_ok());
        assert!(fetch(&repository, &"0".repeat(40), &clone).is_err());
        fs::remove_dir_all(&dir).expect("the folder is ours");
    }
}
