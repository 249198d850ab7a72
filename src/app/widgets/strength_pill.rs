//! How strongly an item is asked for, at the right of its row.

use egui::accesskit::HasPopup;
use egui::{Popup, Role, Sense, Ui, WidgetInfo, vec2};

use super::menu::{MenuItem, popup};
use super::paint;
use crate::app::theme::{Theme, radius, set_ring_radius, size, space, text};
use crate::catalog::Strength;

/// The pill's word: as the control's, but short enough for a row.
fn short(strength: Strength) -> &'static str {
    match strength {
        Strength::Must | Strength::Nice => strength.label(),
        Strength::Learn => "learn here",
    }
}

/// Shows the strength of the item called `item_label`; a click opens a menu of the three. Returns
/// another strength when that was asked for.
pub fn strength_pill(ui: &mut Ui, item_label: &str, strength: Strength) -> Option<Strength> {
    let theme = Theme::of(ui);
    let word = short(strength);
    let (fill, colour, font) = match strength {
        Strength::Must => (theme.accent_soft, theme.accent, text::group_semibold()),
        Strength::Nice | Strength::Learn => (theme.quiet, theme.muted, text::group()),
    };
    let galley = ui.painter().layout_no_wrap(word.to_owned(), font, colour);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * space::S, size::TARGET), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("Strength of {item_label}: {word}"))
    });
    set_ring_radius(&response.ctx, response.id, radius::PILL);
    let pill = egui::Rect::from_center_size(rect.center(), vec2(rect.width(), size::PILL));
    let fill = if response.is_pointer_button_down_on() { theme.pressed } else { fill };
    ui.painter().rect_filled(pill, radius::PILL, fill);
    if response.hovered() {
        let edge = egui::Stroke::new(size::LINE, theme.edge);
        ui.painter().rect_stroke(pill, radius::PILL, edge, egui::StrokeKind::Inside);
    }
    paint::at_left(ui, rect, rect.left() + space::S, galley);

    let id = Popup::default_response_id(&response);
    popup(&response, id, HasPopup::Menu, size::MENU_WIDTH, |ui| {
        let mut chosen = None;
        for option in Strength::ALL {
            if MenuItem::new(option.label()).checked(option == strength).show(ui).clicked() {
                chosen = Some(option);
            }
        }
        chosen
    })
    .flatten()
    .filter(|&chosen| chosen != strength)
}
