//! What the window remembers between days. Every field has a default and is read by itself: a
//! value that makes no sense, or one that a newer version wrote, costs that field alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::catalog::Role;

/// What the window remembers between days.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system says.
    #[serde(deserialize_with = "lenient")]
    pub theme: Theme,
    /// The size of everything in the window.
    #[serde(deserialize_with = "lenient")]
    pub zoom: Zoom,
    /// The size of the page in the preview.
    #[serde(deserialize_with = "lenient")]
    pub page_zoom: Zoom,
    /// Width of the left panel in points; `None`: the theme's own.
    #[serde(deserialize_with = "lenient")]
    pub left_panel_width: Option<u16>,
    /// Which sections of the left panel are unfolded, by their name; one that is not here is as
    /// the window chooses.
    #[serde(deserialize_with = "lenient")]
    pub open_sections: BTreeMap<String, bool>,
    /// The window's size when it was last closed; `None`: as the window chooses.
    #[serde(deserialize_with = "lenient")]
    pub window: Option<WindowSize>,
    /// The folder of the last export. One whose name is not Unicode is not remembered.
    #[serde(deserialize_with = "lenient", serialize_with = "if_unicode")]
    pub last_export_folder: Option<PathBuf>,
    /// The role of the last new posting.
    #[serde(deserialize_with = "lenient")]
    pub last_role: Option<Role>,
    /// Motion off (true) or on; `None`: as the system says.
    #[serde(deserialize_with = "lenient")]
    pub reduced_motion: Option<bool>,
    /// The review beside the page (true) or not; `None`: as the window chooses.
    #[serde(deserialize_with = "lenient")]
    pub review_panel: Option<bool>,
    /// Width of the right panel in points; `None`: the theme's own.
    #[serde(deserialize_with = "lenient")]
    pub right_panel_width: Option<u16>,
    /// Ids of the rules of the review that are turned off.
    #[serde(deserialize_with = "lenient")]
    pub review_off: BTreeSet<String>,
    /// Words that the person spells so on purpose.
    #[serde(deserialize_with = "lenient")]
    pub dictionary: BTreeSet<String>,
}

impl Settings {
    /// The name under which the store keeps them.
    pub const KEY: &'static str = "settings";
}

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// The size of everything in the window, in percent, [`Zoom::MIN`] to [`Zoom::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Zoom(u16);

impl Zoom {
    /// The smallest, in percent.
    pub const MIN: u16 = 50;
    /// The largest, in percent.
    pub const MAX: u16 = 200;

    /// The nearest size that there is.
    pub fn new(percent: u16) -> Self {
        Self(percent.clamp(Self::MIN, Self::MAX))
    }

    /// In percent.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// As a factor: 1.0 for 100%.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for Zoom {
    fn from(percent: u16) -> Self {
        Self::new(percent)
    }
}

impl From<Zoom> for u16 {
    fn from(zoom: Zoom) -> Self {
        zoom.0
    }
}

/// The window's size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowSize {
    /// Inner width in points, when not maximised.
    pub width: u16,
    /// Inner height in points, when not maximised.
    pub height: u16,
    /// True: it filled the screen.
    #[serde(default)]
    pub maximised: bool,
}

/// Takes the default for a value that cannot be read.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_else(|_| {
        tracing::warn!("a setting could not be read and is back at its default");
        T::default()
    }))
}

fn if_unicode<S: Serializer>(folder: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
    folder.as_deref().and_then(Path::to_str).serialize(serializer)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;
    use crate::catalog::{Id, Level, Track};

    fn read(json: &str) -> Settings {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let settings = Settings {
            theme: Theme::Dark,
            zoom: Zoom::new(125),
            page_zoom: Zoom::new(125),
            left_panel_width: Some(410),
            open_sections: BTreeMap::from([("skills".to_owned(), true), ("pay".to_owned(), false)]),
            window: Some(WindowSize { width: 1440, height: 900, maximised: true }),
            last_export_folder: Some("/home/ada/postings".into()),
            last_role: Some(Role {
                specialism: Id::new("backend").unwrap(),
                track: Track::Engineer,
                level: Level::Senior,
            }),
            reduced_motion: Some(true),
            review_panel: Some(false),
            right_panel_width: Some(320),
            review_off: BTreeSet::from(["jargon".to_owned()]),
            dictionary: BTreeSet::from(["Northlight".to_owned()]),
        };
        assert_eq!(read(&serde_json::to_string(&settings).unwrap()), settings);
    }

    #[test]
    fn a_value_that_makes_no_sense_costs_that_setting_alone() {
        let settings = read(r#"{"theme":"sepia","zoom":150,"window":[1],"reduced_motion":false,"sound":3}"#);
        assert_eq!(settings, Settings { zoom: Zoom::new(150), reduced_motion: Some(false), ..Settings::default() },);
        assert_eq!(read("{}"), Settings::default());
    }

    #[test]
    fn zoom_stays_between_its_ends() {
        assert_eq!(read(r#"{"zoom":10}"#).zoom.percent(), Zoom::MIN);
        assert_eq!(read(r#"{"zoom":65535}"#).zoom.percent(), Zoom::MAX);
        assert_eq!(Zoom::default().factor(), 1.0);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_without_a_unicode_name_does_not_keep_settings_from_being_saved() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = std::ffi::OsStr::from_bytes(b"/tmp/\xff").into();
        let settings = Settings { last_export_folder: Some(folder), ..Settings::default() };
        assert_eq!(read(&serde_json::to_string(&settings).unwrap()), Settings::default());
    }
}
