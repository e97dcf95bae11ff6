//! User activity.
//!
//! [XEP-0108, User Activity](https://xmpp.org/extensions/xep-0108.html)

use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

use crate::Text;

/// The namespace, and the node that activities are published at.
pub const NS: &str = "http://jabber.org/protocol/activity";

/// The user's activity. An empty one means that the user has stopped publishing: [`is_stop`](Self::is_stop).
///
/// ```
/// use xmpp_profile::activity::{Activity, Category, Doing};
///
/// let activity: Activity = xmpp_xml::from_str(
///     "<activity xmlns='http://jabber.org/protocol/activity'><drinking><having_tea/></drinking></activity>",
/// )?;
/// assert_eq!(activity.category(), Some(&Category::Drinking));
/// assert_eq!(activity.doing(), Some(&Doing::HavingTea));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// [XEP-0108 §2.1](https://xmpp.org/extensions/xep-0108.html#proto-format)
#[doc(alias("XEP-0108", "XEP0108", "0108"))]
#[doc(alias("http://jabber.org/protocol/activity"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "activity", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Activity {
    /// The general activity: exactly one.
    #[xml(child)]
    pub generals: Vec<General>,
    /// Descriptions, one for each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A general activity: an element named after it.
///
/// [XEP-0108 §2.1](https://xmpp.org/extensions/xep-0108.html#proto-format)
#[doc(alias("XEP-0108", "XEP0108", "0108"))]
#[doc(alias("http://jabber.org/protocol/activity", "doing_chores"))]
#[doc(alias("drinking", "eating", "exercising", "grooming"))]
#[doc(alias("having_appointment", "inactive", "relaxing", "talking"))]
#[doc(alias("traveling", "undefined", "working"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A general activity, without a specific one.", with)]
#[non_exhaustive]
pub struct General {
    /// The activity.
    #[xml(name)]
    pub name: Category,
    /// The specific activity: at most one.
    #[xml(child)]
    pub specifics: Vec<Specific>,
    /// More specific activities, in other namespaces.
    #[xml(child)]
    pub details: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A specific activity: an element named after it.
///
/// [XEP-0108 §2.1](https://xmpp.org/extensions/xep-0108.html#proto-format)
#[doc(alias("XEP-0108", "XEP0108", "0108"))]
#[doc(alias("http://jabber.org/protocol/activity"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A specific activity, without a more specific one.", with)]
#[non_exhaustive]
pub struct Specific {
    /// The activity.
    #[xml(name)]
    pub name: Doing,
    /// More specific activities, in other namespaces.
    #[xml(child)]
    pub details: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Activity {
    /// The user is doing this.
    #[must_use]
    pub fn new(general: General) -> Self {
        Self::default().with_generals([general])
    }

    /// The user has stopped publishing.
    ///
    /// [XEP-0108 §2.2](https://xmpp.org/extensions/xep-0108.html#proto-pubsub)
    #[must_use]
    pub fn stop() -> Self {
        Self::default()
    }

    /// Whether the user has stopped publishing: there is no child element.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.generals.is_empty() && self.texts.is_empty() && self.extra.children().next().is_none()
    }

    /// The general activity. `None` if not specified.
    #[must_use]
    pub fn category(&self) -> Option<&Category> {
        self.generals.first().map(|general| &general.name)
    }

    /// The specific activity. `None` if not specified, or in another namespace.
    #[must_use]
    pub fn doing(&self) -> Option<&Doing> {
        let general = self.generals.first()?;
        general.specifics.first().map(|specific| &specific.name)
    }
}

/// A general activity.
///
/// [XEP-0108 §3](https://xmpp.org/extensions/xep-0108.html#activities)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Category {
    /// `doing_chores`
    #[xml(token = "doing_chores")]
    DoingChores,
    /// `drinking`
    Drinking,
    /// `eating`
    Eating,
    /// `exercising`
    Exercising,
    /// `grooming`
    Grooming,
    /// `having_appointment`
    #[xml(token = "having_appointment")]
    HavingAppointment,
    /// `inactive`
    Inactive,
    /// `relaxing`
    Relaxing,
    /// `talking`
    Talking,
    /// `traveling`
    Traveling,
    /// `undefined`
    Undefined,
    /// `working`
    Working,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A specific activity. Each may be used with any [`Category`].
///
/// [XEP-0108 §3](https://xmpp.org/extensions/xep-0108.html#activities)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Doing {
    /// `at_the_spa`
    #[xml(token = "at_the_spa")]
    AtTheSpa,
    /// `brushing_teeth`
    #[xml(token = "brushing_teeth")]
    BrushingTeeth,
    /// `buying_groceries`
    #[xml(token = "buying_groceries")]
    BuyingGroceries,
    /// `cleaning`
    Cleaning,
    /// `coding`
    Coding,
    /// `commuting`
    Commuting,
    /// `cooking`
    Cooking,
    /// `cycling`
    Cycling,
    /// `dancing`
    Dancing,
    /// `day_off`
    #[xml(token = "day_off")]
    DayOff,
    /// `doing_maintenance`
    #[xml(token = "doing_maintenance")]
    DoingMaintenance,
    /// `doing_the_dishes`
    #[xml(token = "doing_the_dishes")]
    DoingTheDishes,
    /// `doing_the_laundry`
    #[xml(token = "doing_the_laundry")]
    DoingTheLaundry,
    /// `driving`
    Driving,
    /// `fishing`
    Fishing,
    /// `gaming`
    Gaming,
    /// `gardening`
    Gardening,
    /// `getting_a_haircut`
    #[xml(token = "getting_a_haircut")]
    GettingAHaircut,
    /// `going_out`
    #[xml(token = "going_out")]
    GoingOut,
    /// `hanging_out`
    #[xml(token = "hanging_out")]
    HangingOut,
    /// `having_a_beer`
    #[xml(token = "having_a_beer")]
    HavingABeer,
    /// `having_a_snack`
    #[xml(token = "having_a_snack")]
    HavingASnack,
    /// `having_breakfast`
    #[xml(token = "having_breakfast")]
    HavingBreakfast,
    /// `having_coffee`
    #[xml(token = "having_coffee")]
    HavingCoffee,
    /// `having_dinner`
    #[xml(token = "having_dinner")]
    HavingDinner,
    /// `having_lunch`
    #[xml(token = "having_lunch")]
    HavingLunch,
    /// `having_tea`
    #[xml(token = "having_tea")]
    HavingTea,
    /// `hiding`
    Hiding,
    /// `hiking`
    Hiking,
    /// `in_a_car`
    #[xml(token = "in_a_car")]
    InACar,
    /// `in_a_meeting`
    #[xml(token = "in_a_meeting")]
    InAMeeting,
    /// `in_real_life`
    #[xml(token = "in_real_life")]
    InRealLife,
    /// `jogging`
    Jogging,
    /// `on_a_bus`
    #[xml(token = "on_a_bus")]
    OnABus,
    /// `on_a_plane`
    #[xml(token = "on_a_plane")]
    OnAPlane,
    /// `on_a_train`
    #[xml(token = "on_a_train")]
    OnATrain,
    /// `on_a_trip`
    #[xml(token = "on_a_trip")]
    OnATrip,
    /// `on_the_phone`
    #[xml(token = "on_the_phone")]
    OnThePhone,
    /// `on_vacation`
    #[xml(token = "on_vacation")]
    OnVacation,
    /// `on_video_phone`
    #[xml(token = "on_video_phone")]
    OnVideoPhone,
    /// `other`
    #[xml(token = "other")]
    SomethingElse,
    /// `partying`
    Partying,
    /// `playing_sports`
    #[xml(token = "playing_sports")]
    PlayingSports,
    /// `praying`
    Praying,
    /// `reading`
    Reading,
    /// `rehearsing`
    Rehearsing,
    /// `running`
    Running,
    /// `running_an_errand`
    #[xml(token = "running_an_errand")]
    RunningAnErrand,
    /// `scheduled_holiday`
    #[xml(token = "scheduled_holiday")]
    ScheduledHoliday,
    /// `shaving`
    Shaving,
    /// `shopping`
    Shopping,
    /// `skiing`
    Skiing,
    /// `sleeping`
    Sleeping,
    /// `smoking`
    Smoking,
    /// `socializing`
    Socializing,
    /// `studying`
    Studying,
    /// `sunbathing`
    Sunbathing,
    /// `swimming`
    Swimming,
    /// `taking_a_bath`
    #[xml(token = "taking_a_bath")]
    TakingABath,
    /// `taking_a_shower`
    #[xml(token = "taking_a_shower")]
    TakingAShower,
    /// `thinking`
    Thinking,
    /// `walking`
    Walking,
    /// `walking_the_dog`
    #[xml(token = "walking_the_dog")]
    WalkingTheDog,
    /// `watching_a_movie`
    #[xml(token = "watching_a_movie")]
    WatchingAMovie,
    /// `watching_tv`
    #[xml(token = "watching_tv")]
    WatchingTv,
    /// `working_out`
    #[xml(token = "working_out")]
    WorkingOut,
    /// `writing`
    Writing,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
