//! The review in the window: what was found stands on the right as cards, under the words it is
//! about, and in the bar at the bottom. `making` prepares the rules in the background, `current`
//! is the open posting's review, `panel` and `card` show it, `work` does what is asked for.

mod beside;
mod card;
mod current;
mod making;
mod panel;
mod place;
mod state;
mod work;

pub use beside::measured;
pub use current::{Basis, Current, Tools};
pub use making::Making;
pub use panel::count_words;
pub use state::{Key, ReviewAction, ReviewUi};
