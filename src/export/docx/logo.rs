//! The company's logo at its size on paper.

use docx_rs::Pic;

use crate::posting::Logo;

/// The most room a logo may take, in EMU (36,000 a millimetre): 42 mm × 14 mm.
const LOGO_ROOM: (u32, u32) = (42 * 36_000, 14 * 36_000);
/// EMU of a pixel at 96 pixels an inch: a small logo is not blown up beyond that.
const EMU_PER_PIXEL: u32 = 9_525;

/// The logo at its place; its bytes go into the package by themselves.
pub(super) fn picture(logo: &Logo) -> Pic {
    let (width, height) = fitted(logo.size());
    Pic::new_with_dimensions(Vec::new(), 1, 1).size(width, height)
}

/// A picture's size on paper in EMU: its own at 96 pixels an inch, or as much of it as fits
/// [`LOGO_ROOM`], always in its proportions.
fn fitted((width, height): (u32, u32)) -> (u32, u32) {
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let (room_width, room_height) = (u64::from(LOGO_ROOM.0), u64::from(LOGO_ROOM.1));
    let unit = u64::from(EMU_PER_PIXEL);
    let (fit_width, fit_height) = if width * unit <= room_width && height * unit <= room_height {
        (width * unit, height * unit)
    } else if width * room_height >= height * room_width {
        (room_width, height * room_width / width)
    } else {
        (width * room_height / height, room_height)
    };
    let emu = |size: u64| u32::try_from(size.max(1)).unwrap_or(u32::MAX);
    (emu(fit_width), emu(fit_height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_keeps_its_proportions_within_its_room_and_is_not_blown_up() {
        assert_eq!(fitted((420, 140)), (1_512_000, 504_000));
        assert_eq!(fitted((4096, 1)), (1_512_000, 369));
        assert_eq!(fitted((1, 4096)), (123, 504_000));
        assert_eq!(fitted((1000, 1000)), (504_000, 504_000));
        assert_eq!(fitted((40, 20)), (40 * 9_525, 20 * 9_525));
    }
}
