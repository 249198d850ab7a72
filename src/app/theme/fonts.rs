//! The typefaces we ship, in the order in which egui looks for a glyph.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use super::text;

const INTER: &str = "Inter";
const INTER_MEDIUM: &str = "Inter Medium";
const INTER_SEMIBOLD: &str = "Inter SemiBold";
const CARLITO: &str = "Carlito";
const CARLITO_BOLD: &str = "Carlito Bold";
const LUCIDE: &str = "Lucide";
const NOTO_EMOJI: &str = "Noto Emoji";

/// Our fonts in front, egui's own behind each, so that no family lacks a glyph another has.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let files: [(&str, &'static [u8]); 7] = [
        (INTER, include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
        (INTER_MEDIUM, include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
        (INTER_SEMIBOLD, include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
        (CARLITO, include_bytes!("../../../assets/fonts/Carlito-Regular.ttf")),
        (CARLITO_BOLD, include_bytes!("../../../assets/fonts/Carlito-Bold.ttf")),
        (NOTO_EMOJI, include_bytes!("../../../assets/fonts/NotoEmoji-Regular.ttf")),
        (LUCIDE, include_bytes!("../../../assets/icons/lucide-subset.ttf")),
    ];
    for (name, bytes) in files {
        // Icons are drawn on a grid of 24 units; hinting would bend their strokes.
        let tweak = FontTweak { hinting: (name == LUCIDE).then_some(false), ..FontTweak::default() };
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)));
    }

    let egui_sans = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let mut family = |family: FontFamily, ours: &[&str]| {
        let mut chain: Vec<String> = ours.iter().map(|&name| name.to_owned()).collect();
        chain.extend(egui_sans.iter().cloned());
        // What a person types may hold emoji, whatever the machine has.
        chain.push(NOTO_EMOJI.to_owned());
        fonts.families.insert(family, chain);
    };
    family(FontFamily::Proportional, &[INTER, LUCIDE]);
    family(FontFamily::Name(text::MEDIUM_FAMILY.into()), &[INTER_MEDIUM, LUCIDE]);
    family(FontFamily::Name(text::SEMIBOLD_FAMILY.into()), &[INTER_SEMIBOLD, LUCIDE]);
    family(FontFamily::Name(text::PAPER_FAMILY.into()), &[CARLITO, INTER]);
    family(FontFamily::Name(text::PAPER_BOLD_FAMILY.into()), &[CARLITO_BOLD, INTER_SEMIBOLD]);
    family(FontFamily::Name(text::ICONS_FAMILY.into()), &[LUCIDE, INTER]);
    if let Some(monospace) = fonts.families.get_mut(&FontFamily::Monospace) {
        monospace.extend([INTER.to_owned(), LUCIDE.to_owned()]);
    }
    fonts
}
