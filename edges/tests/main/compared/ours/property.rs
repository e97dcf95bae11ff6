use proptest::prelude::*;
use xmpp_stanzas::disco::info::Response;
use xmpp_stanzas::xml;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_kept(answer: Response) {
        let text = xml::to_string(&answer)?;
        prop_assert_eq!(xml::from_str::<Response>(&text)?, answer);
    }
}
