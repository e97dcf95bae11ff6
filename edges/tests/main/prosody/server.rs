//! A Prosody of the test's own: on loopback, with a throw-away configuration and throw-away data.

use core::time::Duration;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

/// The host of the accounts.
pub(crate) const HOST: &str = "a.example";

/// The host of the rooms.
pub(crate) const ROOMS: &str = "rooms.a.example";

/// The host that files are uploaded to.
pub(crate) const UPLOAD: &str = "upload.a.example";

/// A server that runs until this is dropped.
pub(crate) struct Prosody {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Prosody {
    /// Starts one. `None` where it is not installed.
    pub(crate) fn start(name: &str) -> Option<Self> {
        Command::new("prosodyctl")
            .arg("about")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .ok()?;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("prosody-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("data")).expect("the folder of the tests can be written");
        let [port, http] = free_ports();
        let config = folder.join("prosody.cfg.lua");
        fs::write(&config, configuration(&folder, port, http)).expect("a configuration");
        let log = fs::File::create(folder.join("output")).expect("a file for what it says");
        let process = Command::new("prosody")
            .arg("--config")
            .arg(&config)
            .arg("-F")
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the same file"))
            .stderr(log)
            .spawn()
            .expect("prosodyctl is there, and so is prosody");
        let mut server = Self {
            process,
            folder,
            port,
        };
        server.wait();
        Some(server)
    }

    /// Waits until it takes connections.
    fn wait(&mut self) {
        let patience = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let over = self.process.try_wait().expect("a child of ours");
            assert!(
                over.is_none() && Instant::now() < patience,
                "Prosody does not run: {}",
                fs::read_to_string(self.folder.join("output")).unwrap_or_default()
            );
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// A new connection.
    pub(crate) fn connect(&self) -> TcpStream {
        TcpStream::connect(("127.0.0.1", self.port)).expect("it takes connections")
    }
}

impl Drop for Prosody {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_ports() -> [u16; 2] {
    let listeners = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").expect("a free port"));
    listeners.map(|listener| listener.local_addr().expect("a port").port())
}

/// Whoever connects may register and log in without TLS; nothing reaches beyond this machine.
fn configuration(folder: &Path, port: u16, http: u16) -> String {
    let folder = folder.display();
    format!(
        r#"
run_as_root = true
pidfile = "{folder}/prosody.pid"
data_path = "{folder}/data"
log = {{ info = "{folder}/log" }}
interfaces = {{ "127.0.0.1" }}
c2s_ports = {{ {port} }}
http_ports = {{ {http} }}
https_ports = {{ }}
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "internal_hashed"
allow_registration = true
modules_disabled = {{ "s2s", "tls" }}
modules_enabled = {{
    "roster", "saslauth", "disco", "dialback", "posix", "private", "blocklist", "vcard4", "vcard_legacy", "pep",
    "carbons", "mam", "smacks", "csi_simple", "bookmarks", "ping", "time", "version", "lastactivity", "uptime",
    "register_ibr",
}}
VirtualHost "{HOST}"
Component "{ROOMS}" "muc"
    modules_enabled = {{ "muc_mam" }}
    restrict_room_creation = false
Component "{UPLOAD}" "http_file_share"
"#
    )
}
