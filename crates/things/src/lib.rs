//! Internet of Things: sensors and actuators, access to them, and discovery. The XEPs are retracted or deferred, but in use.
//!
//! | module | what is in it |
//! |---|---|
//! | [`sensor_data`] | reading sensors |
//! | [`control`] | setting control parameters of actuators |
//! | [`provisioning`] | delegating access decisions to a provisioning server |
//! | [`discovery`] | registries in which things are found and claimed |
//!
//! ```
//! use xmpp_things::sensor_data::Request;
//!
//! let request = Request::new(1).with_momentary(true);
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<req xmlns='urn:xmpp:iot:sensordata' seqnr='1' momentary='true'/>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

extern crate alloc;

pub mod control;
pub mod discovery;
pub mod provisioning;
pub mod sensor_data;
mod vouched;

use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<sensor_data::Request>("XEP-0323", "3.1", &[Place::IqGet]),
        Entry::of::<sensor_data::Node>("XEP-0323", "3.5", &[Place::Nested]),
        Entry::of::<sensor_data::FieldName>("XEP-0323", "3.6", &[Place::Nested]),
        Entry::of::<sensor_data::Accepted>("XEP-0323", "3.1", &[Place::IqResult]),
        Entry::of::<sensor_data::Started>("XEP-0323", "10", &[Place::Message]),
        Entry::of::<sensor_data::Cancel>("XEP-0323", "10", &[Place::IqGet]),
        Entry::of::<sensor_data::Cancelled>("XEP-0323", "10", &[Place::IqResult]),
        Entry::of::<sensor_data::Done>("XEP-0323", "10", &[Place::Message]),
        Entry::of::<sensor_data::Fields>("XEP-0323", "3.1", &[Place::Message]),
        Entry::of::<sensor_data::Timestamp>("XEP-0323", "3.1", &[Place::Nested]),
        Entry::of::<sensor_data::Field>("XEP-0323", "5.4", &[Place::Nested]),
        Entry::of::<sensor_data::Failure>("XEP-0323", "3.2", &[Place::Message]),
        Entry::of::<sensor_data::NodeError>("XEP-0323", "3.2", &[Place::Nested]),
        Entry::of::<sensor_data::Rejected>("XEP-0324", "3.3.1", &[Place::IqGet]),
        Entry::of::<control::Set>("XEP-0325", "3.2", &[Place::IqSet, Place::Message]),
        Entry::of::<control::Node>("XEP-0325", "3.4", &[Place::Nested]),
        Entry::of::<control::Parameter>("XEP-0325", "3.2", &[Place::Nested]),
        Entry::of::<control::SetResponse>("XEP-0325", "3.1", &[Place::IqResult]),
        Entry::of::<control::ParameterName>("XEP-0325", "3.1", &[Place::Nested]),
        Entry::of::<control::ParameterError>("XEP-0325", "3.1", &[Place::StanzaError]),
        Entry::of::<control::GetForm>("XEP-0325", "3.3", &[Place::IqGet]),
        Entry::of::<control::ParameterGroup>("XEP-0325", "5.4", &[Place::Nested]),
        Entry::of::<provisioning::GetToken>("XEP-0324", "3.1.3.1", &[Place::IqGet]),
        Entry::of::<provisioning::GetTokenChallenge>("XEP-0324", "3.1.3.1", &[Place::IqResult]),
        Entry::of::<provisioning::GetTokenChallengeResponse>("XEP-0324", "3.1.3.1", &[Place::IqGet]),
        Entry::of::<provisioning::GetTokenResponse>("XEP-0324", "3.1.3.1", &[Place::IqResult]),
        Entry::of::<provisioning::TokenChallenge>("XEP-0324", "3.1.3.2", &[Place::IqGet]),
        Entry::of::<provisioning::TokenChallengeResponse>("XEP-0324", "3.1.3.2", &[Place::IqResult]),
        Entry::of::<provisioning::IsFriend>("XEP-0324", "3.2", &[Place::IqGet]),
        Entry::of::<provisioning::IsFriendResponse>("XEP-0324", "3.2", &[Place::IqResult]),
        Entry::of::<provisioning::Unfriend>("XEP-0324", "3.2", &[Place::Message]),
        Entry::of::<provisioning::Friend>("XEP-0324", "3.2", &[Place::Message]),
        Entry::of::<provisioning::CanRead>("XEP-0324", "3.3", &[Place::IqGet]),
        Entry::of::<provisioning::CanReadResponse>("XEP-0324", "3.3", &[Place::IqResult]),
        Entry::of::<provisioning::CanControl>("XEP-0324", "3.4", &[Place::IqGet]),
        Entry::of::<provisioning::CanControlResponse>("XEP-0324", "3.4", &[Place::IqResult]),
        Entry::of::<provisioning::Node>("XEP-0324", "3.3", &[Place::Nested]),
        Entry::of::<provisioning::FieldName>("XEP-0324", "3.3", &[Place::Nested]),
        Entry::of::<provisioning::ParameterName>("XEP-0324", "3.4", &[Place::Nested]),
        Entry::of::<provisioning::ClearCache>("XEP-0324", "3.5", &[Place::IqSet]),
        Entry::of::<provisioning::ClearCacheResponse>("XEP-0324", "3.5", &[Place::IqResult]),
        Entry::of::<provisioning::CanAccess>("XEP-0324", "3.6.2", &[Place::IqGet]),
        Entry::of::<provisioning::Credential>("XEP-0324", "3.6.2", &[Place::Nested]),
        Entry::of::<provisioning::TypedCredential>("XEP-0324", "3.6.2", &[Place::Nested]),
        Entry::of::<provisioning::CanAccessResponse>("XEP-0324", "3.6.2", &[Place::IqResult]),
        Entry::of::<provisioning::UserLoggedIn>("XEP-0324", "3.6.2", &[Place::Message]),
        Entry::of::<provisioning::HasPrivilege>("XEP-0324", "3.7.1", &[Place::IqGet]),
        Entry::of::<provisioning::HasPrivilegeResponse>("XEP-0324", "3.7.1", &[Place::IqResult]),
        Entry::of::<provisioning::DownloadPrivileges>("XEP-0324", "3.7.2", &[Place::IqGet]),
        Entry::of::<provisioning::DownloadPrivilegesResponse>("XEP-0324", "3.7.2", &[Place::IqResult]),
        Entry::of::<provisioning::Rule>("XEP-0324", "3.7.2", &[Place::Nested]),
        Entry::of::<discovery::Register>("XEP-0347", "3.6", &[Place::IqSet]),
        Entry::of::<discovery::Mine>("XEP-0347", "3.9", &[Place::IqSet]),
        Entry::of::<discovery::Claimed>("XEP-0347", "3.9", &[Place::IqSet, Place::IqResult]),
        Entry::of::<discovery::Remove>("XEP-0347", "3.10", &[Place::IqSet]),
        Entry::of::<discovery::Removed>("XEP-0347", "3.10", &[Place::IqSet]),
        Entry::of::<discovery::Update>("XEP-0347", "3.13", &[Place::IqSet]),
        Entry::of::<discovery::Unregister>("XEP-0347", "3.16", &[Place::IqSet]),
        Entry::of::<discovery::Disown>("XEP-0347", "3.17", &[Place::IqSet]),
        Entry::of::<discovery::Disowned>("XEP-0347", "3.17", &[Place::IqSet, Place::IqResult]),
        Entry::of::<discovery::Search>("XEP-0347", "3.15", &[Place::IqGet]),
        Entry::of::<discovery::Comparison>("XEP-0347", "3.15", &[Place::Nested]),
        Entry::of::<discovery::Range>("XEP-0347", "3.15", &[Place::Nested]),
        Entry::of::<discovery::Found>("XEP-0347", "3.15", &[Place::IqResult]),
        Entry::of::<discovery::Thing>("XEP-0347", "3.15", &[Place::Nested]),
        Entry::of::<discovery::Tag>("XEP-0347", "3.6", &[Place::Nested]),
    ];
}
