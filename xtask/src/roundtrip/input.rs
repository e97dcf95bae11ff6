//! What `cargo xtask roundtrip` reads, and what it calls what it writes.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::Result;

/// One file, or standard input.
#[derive(Debug)]
pub(super) struct Input {
    /// `None` for standard input.
    path: Option<PathBuf>,
    /// What it is called in the records.
    pub(super) label: String,
    /// The path from the name of the folder that was named, or the name of the file that was.
    name: PathBuf,
}

impl Input {
    /// The inputs at these paths; standard input where there is none.
    ///
    /// # Errors
    /// There is no such file, a folder cannot be read, or two files have the same name.
    pub(super) fn all(paths: &[PathBuf]) -> Result<Vec<Self>> {
        let mut inputs = Vec::new();
        if paths.is_empty() {
            inputs.push(Self::standard());
        }
        for path in paths {
            inputs.extend(Self::all_at(path)?);
        }
        Ok(inputs)
    }

    /// Makes sure that no two inputs are written under the same names.
    ///
    /// # Errors
    /// Two would be.
    pub(super) fn check_names(inputs: &[Self]) -> Result<()> {
        let mut seen = BTreeMap::new();
        for input in inputs {
            if let Some(other) = seen.insert(input.output(1), &input.label) {
                let label = &input.label;
                return Err(format!(
                    "{other} and {label} would be written to the same files: name a folder around both"
                )
                .into());
            }
        }
        Ok(())
    }

    fn standard() -> Self {
        Self {
            path: None,
            label: "-".to_owned(),
            name: "stdin".into(),
        }
    }

    fn all_at(path: &Path) -> Result<Vec<Self>> {
        if path == Path::new("-") {
            return Ok(vec![Self::standard()]);
        }
        // As a copy would be called: a folder keeps its name.
        let base = path.file_name().and_then(|_| path.parent()).unwrap_or(path);
        let input = |file: PathBuf| Self {
            label: file.display().to_string(),
            name: file.strip_prefix(base).unwrap_or(&file).to_owned(),
            path: Some(file),
        };
        Ok(files(path)?.into_iter().map(input).collect())
    }

    pub(super) fn read(&self) -> Result<Vec<u8>> {
        match &self.path {
            Some(path) => {
                fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
            }
            None => {
                let mut text = Vec::new();
                io::stdin().lock().read_to_end(&mut text)?;
                Ok(text)
            }
        }
    }

    /// The file for what was written of a root: `a.xml` becomes `a.1.xml`, `b.log` becomes `b.log.1.xml`.
    pub(super) fn output(&self, index: usize) -> PathBuf {
        let name = self.name.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.strip_suffix(".xml").unwrap_or(&name);
        self.name.with_file_name(format!("{stem}.{index}.xml"))
    }
}

/// The file itself, or every `*.xml` and `*.log` in the folder and the folders in it, in order.
///
/// # Errors
/// There is no such file, or a folder cannot be read.
pub(crate) fn files(path: &Path) -> Result<BTreeSet<PathBuf>> {
    let in_path = |error| format!("{}: {error}", path.display());
    if !fs::metadata(path).map_err(in_path)?.is_dir() {
        return Ok([path.to_owned()].into());
    }
    let mut all = BTreeSet::new();
    for entry in fs::read_dir(path).map_err(in_path)? {
        let path = entry?.path();
        let is_read = path
            .extension()
            .is_some_and(|extension| extension == "xml" || extension == "log");
        if path.is_dir() || is_read {
            all.extend(files(&path)?);
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(name: &str) -> Input {
        Input {
            path: None,
            label: format!("in/{name}"),
            name: name.into(),
        }
    }

    #[test]
    fn names_an_output_for_each_root() {
        for (name, output) in [
            ("a.xml", "a.2.xml"),
            ("deep/a.xml", "deep/a.2.xml"),
            ("b.log", "b.log.2.xml"),
            ("c", "c.2.xml"),
        ] {
            assert_eq!(input(name).output(2), Path::new(output), "{name}");
        }
        assert_eq!(Input::standard().output(1), Path::new("stdin.1.xml"));
    }

    #[test]
    fn refuses_two_inputs_of_one_name() {
        assert!(Input::check_names(&[input("a.xml"), input("b.xml")]).is_ok());
        let error =
            Input::check_names(&[input("a.xml"), input("a")]).expect_err("both are a.1.xml");
        let said = error.to_string();
        assert!(said.starts_with("in/a.xml and in/a would"), "{said}");
    }
}
