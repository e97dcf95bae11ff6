//! User mood.
//!
//! [XEP-0107, User Mood](https://xmpp.org/extensions/xep-0107.html)

use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

use crate::Text;

/// The namespace, and the node of user moods.
pub const NS: &str = "http://jabber.org/protocol/mood";

/// A mood: at its node that of the user, in a message that of the text. An empty one means that the user has stopped
/// publishing: [`is_stop`](Self::is_stop).
///
/// ```
/// use xmpp_profile::mood::{Feeling, Mood};
///
/// let mood: Mood = xmpp_xml::from_str(
///     "<mood xmlns='http://jabber.org/protocol/mood'><in_love/><text>Again!</text></mood>",
/// )?;
/// assert_eq!(mood.feeling(), Some(&Feeling::InLove));
/// assert_eq!(Feeling::from("hangry").as_str(), "hangry");
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// [XEP-0107 §2.1](https://xmpp.org/extensions/xep-0107.html#proto-format)
#[doc(alias("XEP-0107", "XEP0107", "0107"))]
#[doc(alias("http://jabber.org/protocol/mood"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "mood", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Mood {
    /// The mood: exactly one.
    #[xml(child)]
    pub values: Vec<Value>,
    /// Descriptions, one for each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A mood: an element named after it.
///
/// [XEP-0107 §2.1](https://xmpp.org/extensions/xep-0107.html#proto-format)
#[doc(alias("XEP-0107", "XEP0107", "0107"))]
#[doc(alias("http://jabber.org/protocol/mood"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A mood, without a more specific one.", with)]
#[non_exhaustive]
pub struct Value {
    /// The mood.
    #[xml(name)]
    pub name: Feeling,
    /// More specific moods, in other namespaces.
    #[xml(child)]
    pub details: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Mood {
    /// The user has this mood.
    #[must_use]
    pub fn new(feeling: Feeling) -> Self {
        Self::default().with_values([Value::new(feeling)])
    }

    /// The user has stopped publishing.
    ///
    /// [XEP-0107 §2.2](https://xmpp.org/extensions/xep-0107.html#proto-pubsub)
    #[must_use]
    pub fn stop() -> Self {
        Self::default()
    }

    /// Whether the user has stopped publishing: there is no child element.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.values.is_empty() && self.texts.is_empty() && self.extra.children().next().is_none()
    }

    /// The mood, or the first of several. `None` if not specified.
    #[must_use]
    pub fn feeling(&self) -> Option<&Feeling> {
        self.values.first().map(|value| &value.name)
    }
}

/// The name of a mood.
///
/// [XEP-0107 §3](https://xmpp.org/extensions/xep-0107.html#moods)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Feeling {
    /// `afraid`
    Afraid,
    /// `amazed`
    Amazed,
    /// `amorous`
    Amorous,
    /// `angry`
    Angry,
    /// `annoyed`
    Annoyed,
    /// `anxious`
    Anxious,
    /// `aroused`
    Aroused,
    /// `ashamed`
    Ashamed,
    /// `bored`
    Bored,
    /// `brave`
    Brave,
    /// `calm`
    Calm,
    /// `cautious`
    Cautious,
    /// `cold`
    Cold,
    /// `confident`
    Confident,
    /// `confused`
    Confused,
    /// `contemplative`
    Contemplative,
    /// `contented`
    Contented,
    /// `cranky`
    Cranky,
    /// `crazy`
    Crazy,
    /// `creative`
    Creative,
    /// `curious`
    Curious,
    /// `dejected`
    Dejected,
    /// `depressed`
    Depressed,
    /// `disappointed`
    Disappointed,
    /// `disgusted`
    Disgusted,
    /// `dismayed`
    Dismayed,
    /// `distracted`
    Distracted,
    /// `embarrassed`
    Embarrassed,
    /// `envious`
    Envious,
    /// `excited`
    Excited,
    /// `flirtatious`
    Flirtatious,
    /// `frustrated`
    Frustrated,
    /// `grateful`
    Grateful,
    /// `grieving`
    Grieving,
    /// `grumpy`
    Grumpy,
    /// `guilty`
    Guilty,
    /// `happy`
    Happy,
    /// `hopeful`
    Hopeful,
    /// `hot`
    Hot,
    /// `humbled`
    Humbled,
    /// `humiliated`
    Humiliated,
    /// `hungry`
    Hungry,
    /// `hurt`
    Hurt,
    /// `impressed`
    Impressed,
    /// `in_awe`
    #[xml(token = "in_awe")]
    InAwe,
    /// `in_love`
    #[xml(token = "in_love")]
    InLove,
    /// `indignant`
    Indignant,
    /// `interested`
    Interested,
    /// `intoxicated`
    Intoxicated,
    /// `invincible`
    Invincible,
    /// `jealous`
    Jealous,
    /// `lonely`
    Lonely,
    /// `lost`
    Lost,
    /// `lucky`
    Lucky,
    /// `mean`
    Mean,
    /// `moody`
    Moody,
    /// `nervous`
    Nervous,
    /// `neutral`
    Neutral,
    /// `offended`
    Offended,
    /// `outraged`
    Outraged,
    /// `playful`
    Playful,
    /// `proud`
    Proud,
    /// `relaxed`
    Relaxed,
    /// `relieved`
    Relieved,
    /// `remorseful`
    Remorseful,
    /// `restless`
    Restless,
    /// `sad`
    Sad,
    /// `sarcastic`
    Sarcastic,
    /// `satisfied`
    Satisfied,
    /// `serious`
    Serious,
    /// `shocked`
    Shocked,
    /// `shy`
    Shy,
    /// `sick`
    Sick,
    /// `sleepy`
    Sleepy,
    /// `spontaneous`
    Spontaneous,
    /// `stressed`
    Stressed,
    /// `strong`
    Strong,
    /// `surprised`
    Surprised,
    /// `thankful`
    Thankful,
    /// `thirsty`
    Thirsty,
    /// `tired`
    Tired,
    /// `undefined`
    Undefined,
    /// `weak`
    Weak,
    /// `worried`
    Worried,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
