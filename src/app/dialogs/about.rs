//! Version, licences, where the data is.

use egui::{Context, RichText};

use super::{Facts, scroll, show};
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;

const LICENCES: [(&str, &str); 5] = [
    ("Inter", include_str!("../../../assets/fonts/OFL-Inter.txt")),
    ("Carlito", include_str!("../../../assets/fonts/OFL-Carlito.txt")),
    ("Noto Emoji", include_str!("../../../assets/fonts/OFL-NotoEmoji.txt")),
    ("Lucide", include_str!("../../../assets/icons/LICENSE-Lucide.txt")),
    ("SCOWL dictionaries", include_str!("../../../assets/dictionaries/LICENSE-SCOWL.txt")),
];

/// Paints it. False: close.
pub(super) fn about_ui(ctx: &Context, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    show(ctx, "about", "About Rolewright", size::DIALOG, |ui| {
        let theme = Theme::of(ui.ctx());
        ui.label(RichText::new(concat!("Version ", env!("CARGO_PKG_VERSION"))).color(theme.text));
        ui.add_space(space::S);
        ui.label(
            RichText::new("A job-posting builder for software roles. It has no network code: what you write stays on this computer.")
                .color(theme.text),
        );
        ui.add_space(space::M);
        let folder = |ui: &mut egui::Ui, folder: &std::path::Path| {
            ui.label(RichText::new(folder.display().to_string()).font(text::monospace()).color(theme.text));
            ui.add_space(space::XS);
        };
        if facts.drafts_dir == facts.data_dir {
            widgets::group_label(ui, "Drafts, settings and the log are in");
        } else {
            widgets::group_label(ui, "Drafts and settings are in");
            folder(ui, facts.drafts_dir);
            widgets::group_label(ui, "Templates and the log are in");
        }
        folder(ui, facts.data_dir);
        if widgets::quiet_button_with_icon(ui, icons::FOLDER_OPEN, "Show in folder").clicked() {
            actions.push(Action::OpenFolder(facts.drafts_dir.to_owned()));
        }
        ui.add_space(space::M);
        ui.label(
            RichText::new("Rolewright is licensed under MIT or Apache 2.0, as you choose. Typefaces: Inter, Carlito and Noto Emoji, SIL Open Font License. Icons: Lucide, ISC.")
                .color(theme.muted),
        );
        ui.add_space(space::S);
        scroll().max_height(size::LICENCES).show(ui, |ui| {
            for (name, licence) in LICENCES {
                ui.collapsing(format!("Licence of {name}"), |ui| {
                    ui.label(RichText::new(licence).font(text::small()).color(theme.muted));
                });
            }
        });
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| keep = !widgets::primary_button(ui, "Close").clicked());
        keep
    })
}
