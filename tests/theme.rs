//! Whether what the theme names can be read: contrast by WCAG 2.2 (1.4.3 and 1.4.11), glyphs,
//! and movement.

use egui::{Color32, FontId};
use rolewright::app::theme::{self, DARK, LIGHT, Theme, icons, text};
use rolewright::review::Severity;

/// Relative luminance, WCAG 2.2.
fn luminance(colour: Color32) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn check(theme: &Theme, least: f64, on: (&str, Color32), fronts: &[(&str, Color32)]) -> Vec<String> {
    fronts
        .iter()
        .filter(|(_, front)| contrast(*front, on.1) < least)
        .map(|(name, front)| {
            let look = if theme.dark { "dark" } else { "light" };
            format!("{look}: {name} on {} has {:.2}:1, wants {least}:1", on.0, contrast(*front, on.1))
        })
        .collect()
}

#[test]
fn every_text_can_be_read_on_every_ground_it_is_set_on() {
    let mut faults = Vec::new();
    for t in [&LIGHT, &DARK] {
        let texts = [("text", t.text), ("muted", t.muted), ("accent", t.accent)];
        for ground in [
            ("desk", t.desk),
            ("panel", t.panel),
            ("field", t.field),
            ("button", t.button),
            ("hover", t.hover),
            ("quiet", t.quiet),
            ("accent_soft", t.accent_soft),
        ] {
            faults.extend(check(t, 4.5, ground, &texts));
        }
        faults.extend(check(t, 4.5, ("pressed", t.pressed), &[("text", t.text)]));
        faults.extend(check(t, 4.5, ("selection", t.selection), &[("text", t.text)]));
        let ranks = [("must", t.must), ("should", t.should), ("consider", t.consider)];
        for ground in [("desk", t.desk), ("panel", t.panel), ("field", t.field), ("hover", t.hover)] {
            faults.extend(check(t, 4.5, ground, &ranks));
        }
        for (name, front, soft) in [
            ("must_soft", t.must, t.must_soft),
            ("should_soft", t.should, t.should_soft),
            ("consider_soft", t.consider, t.consider_soft),
        ] {
            faults.extend(check(t, 4.5, (name, soft), &[("its own", front), ("text", t.text), ("accent", t.accent)]));
        }
        for ground in [("accent", t.accent), ("accent_hover", t.accent_hover)] {
            faults.extend(check(t, 4.5, ground, &[("on_accent", t.on_accent)]));
        }
        let print = [
            ("ink", t.ink),
            ("paper_heading", t.paper_heading),
            ("paper_muted", t.paper_muted),
            ("paper_link", t.paper_link),
        ];
        for ground in [("paper", t.paper), ("paper_lit", t.paper_lit)] {
            faults.extend(check(t, 4.5, ground, &print));
        }
        faults.extend(check(t, 4.5, ("paper_table", t.paper_table), &[("paper_muted", t.paper_muted)]));
        // What the review marks, on a paper that is light in both looks.
        let on_paper = Theme::on_paper();
        let marks = Severity::ALL.map(|severity| (severity.label(), on_paper.severity(severity)));
        for ground in [("paper", t.paper), ("paper_lit", t.paper_lit)] {
            faults.extend(check(t, 4.5, ground, &marks));
        }
        for severity in Severity::ALL {
            let ground = (severity.label(), on_paper.severity_soft(severity));
            faults.extend(check(t, 4.5, ground, &[("ink", t.ink), ("paper_heading", t.paper_heading)]));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn edges_rings_and_handles_can_be_seen() {
    let mut faults = Vec::new();
    for t in [&LIGHT, &DARK] {
        for ground in [
            ("desk", t.desk),
            ("panel", t.panel),
            ("field", t.field),
            ("hover", t.hover),
            ("accent_soft", t.accent_soft),
        ] {
            faults.extend(check(t, 3.0, ground, &[("edge", t.edge), ("the focus ring", t.accent)]));
        }
        faults.extend(check(t, 3.0, ("paper", t.paper), &[("the accent of paper", t.paper_link)]));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A context that has run one pass with the theme installed, without fonts of the system.
fn context() -> egui::Context {
    let ctx = egui::Context::default();
    theme::install(&ctx);
    ctx.run_ui(egui::RawInput::default(), |_| {}).drop_without_applying_deltas();
    ctx
}

#[test]
fn no_glyph_depends_on_the_fonts_of_the_machine() {
    let ctx = context();
    let words = "Aa Ää Øø Łł Şş Ññ Ăă Ζζ Жж 0123456789 – — ‘’ “” „ … • · × ± € £ ¥ ₹ ₽ ₺ ₩ ₪ ₴ → ← ↑ ↓ ≤ ≥ √";
    let fonts: [(&str, FontId); 7] = [
        ("body", text::body()),
        ("medium", text::medium()),
        ("semibold", text::semibold()),
        ("heading", text::heading()),
        ("paper", text::paper(14.0)),
        ("paper bold", text::paper_bold(14.0)),
        ("monospace", text::monospace()),
    ];
    for (name, font) in fonts {
        for letter in words.chars() {
            assert!(ctx.fonts_mut(|fonts| fonts.has_glyph(&font, letter)), "{name} lacks {letter:?}");
        }
    }
    for icon in icons::ALL {
        assert!(ctx.fonts_mut(|fonts| fonts.has_glyphs(&text::icon(16.0), icon)), "icons lack {icon:?}");
    }
}

#[test]
fn movement_is_short_and_stops_when_asked_to() {
    let ctx = context();
    for look in [egui::Theme::Light, egui::Theme::Dark] {
        assert!((0.01..=0.15).contains(&ctx.style_of(look).animation_time));
    }
    theme::set_reduced_motion(&ctx, true);
    for look in [egui::Theme::Light, egui::Theme::Dark] {
        let style = ctx.style_of(look);
        assert_eq!(style.animation_time, 0.0);
        assert!(!style.visuals.text_cursor.blink);
    }
    assert!(theme::reduced_motion(&ctx));
}

#[test]
fn each_look_gives_its_own_colours() {
    let ctx = context();
    ctx.set_theme(egui::Theme::Dark);
    assert_eq!(Theme::of(&ctx), &DARK);
    ctx.set_theme(egui::Theme::Light);
    assert_eq!(Theme::of(&ctx), &LIGHT);
}
