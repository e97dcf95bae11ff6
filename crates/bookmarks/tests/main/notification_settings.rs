use xmpp_bookmarks::notification_settings::{Level, Notify};
use xmpp_xml::testing::assert_typed;

#[test]
fn takes_the_setting_that_fits_best_wherever_it_stands() {
    let notify: Notify = assert_typed(
        "<notify xmlns='urn:xmpp:notification-settings:1'><always/><on-mention identity-category='client'/>\
         <never identity-category='client' identity-type='pc'/><weekly identity-type='phone'/></notify>",
    );
    let level = |category, kind| notify.setting(category, kind).map(|s| s.level.clone());
    assert_eq!(level("client", "pc"), Some(Level::Never));
    assert_eq!(level("client", "phone"), Some(Level::OnMention));
    assert_eq!(level("gateway", "phone"), Some(Level::Always));
    assert_eq!(level("", ""), Some(Level::Always));
    assert_eq!(Notify::new().setting("client", "pc"), None);
}

#[test]
fn keeps_levels_and_finer_settings_that_nobody_knows() {
    let notify: Notify = assert_typed(
        "<notify xmlns='urn:xmpp:notification-settings:1'><weekly><advanced><at xmlns='urn:example:a' day='1'/></advanced></weekly></notify>",
    );
    let setting = notify.setting("client", "pc").expect("for all");
    assert_eq!(setting.level.as_str(), "weekly");
    assert_eq!(setting.advanced.as_ref().map(|a| a.payloads.len()), Some(1));
}
