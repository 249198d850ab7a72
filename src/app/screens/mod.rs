//! The screens beside the editor.

mod choose;
mod drafts;
mod hiring_kit;
mod start;

pub use choose::{ChooseCx, ChooseScreen, choose_ui};
pub use drafts::{DraftsCx, DraftsScreen, drafts_ui};
pub use hiring_kit::HiringKitScreen;
pub use start::{StartScreen, start_ui};

use jiff::Timestamp;

/// When something changed, in a few words: "today 10:42", "yesterday 10:42", "3 Mar 2027".
pub fn when(changed: Timestamp, now: Timestamp) -> String {
    let zone = jiff::tz::TimeZone::system();
    let (then, today) = (changed.to_zoned_datetime(zone.clone()), now.to_zoned_datetime(zone).date());
    let time = then.strftime("%H:%M");
    if then.date() == today {
        format!("today {time}")
    } else if today.yesterday().is_ok_and(|yesterday| yesterday == then.date()) {
        format!("yesterday {time}")
    } else {
        then.strftime("%-d %b %Y").to_string()
    }
}
