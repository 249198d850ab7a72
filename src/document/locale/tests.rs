use super::*;
use crate::document::Paper;
use crate::posting::Country;

fn locale(region: &str) -> LocaleFormat {
    LocaleFormat::new(&PostingLocale { language: "en".to_owned(), region: Country::new(region).unwrap() })
}

fn amount(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

#[test]
fn dates_follow_the_region() {
    let day = jiff::civil::date(2027, 3, 1);
    for (region, expected) in [
        ("US", "March 1, 2027"),
        ("CA", "March 1, 2027"),
        ("GB", "1 March 2027"),
        ("IE", "1 March 2027"),
        ("DE", "1 March 2027"),
        ("IN", "1 March 2027"),
        ("LU", "1 March 2027"),
        ("KR", "1 March 2027"),
        ("TH", "1 March 2027"),
    ] {
        assert_eq!(locale(region).date(day), expected, "{region}");
    }
}

#[test]
fn money_follows_the_region() {
    for (region, value, currency, expected) in [
        ("US", "142000", Currency::USD, "$142,000"),
        ("US", "55000", Currency::GBP, "£55,000"),
        ("US", "90000", Currency::CAD, "C$90,000"),
        ("US", "82000", Currency::EUR, "€82,000"),
        ("US", "700000", Currency::SEK, "SEK\u{a0}700,000"),
        ("CA", "90000", Currency::CAD, "$90,000"),
        ("CA", "90000", Currency::USD, "US$90,000"),
        ("GB", "55000", Currency::GBP, "£55,000"),
        ("GB", "55000", Currency::USD, "US$55,000"),
        ("IE", "82000", Currency::EUR, "€82,000"),
        ("DE", "82000", Currency::EUR, "82.000\u{a0}€"),
        ("DE", "90000", Currency::USD, "90.000\u{a0}US$"),
        ("FR", "82000", Currency::EUR, "82\u{202f}000\u{a0}€"),
        ("FI", "82000", Currency::EUR, "82\u{a0}000\u{a0}€"),
        ("AT", "82000", Currency::EUR, "€\u{a0}82.000"),
        ("NL", "82000", Currency::EUR, "€\u{a0}82.000"),
        ("LU", "82000", Currency::EUR, "82,000\u{a0}€"),
        ("CH", "120000", Currency::CHF, "CHF\u{a0}120'000"),
        ("SE", "700000", Currency::SEK, "700\u{a0}000\u{a0}kr"),
        ("PL", "240000", Currency::PLN, "240.000\u{a0}PLN"),
        ("IN", "2400000", Currency::INR, "₹24,00,000"),
        ("JP", "9000000", Currency::JPY, "¥9,000,000"),
        ("ZA", "900000", Currency::ZAR, "R\u{a0}900\u{a0}000"),
        ("SG", "96000", Currency::SGD, "$96,000"),
        ("MY", "96000", Currency::MYR, "RM\u{a0}96,000"),
    ] {
        assert_eq!(locale(region).money(amount(value), currency), expected, "{region} {currency:?}");
    }
}

#[test]
fn whole_amounts_have_no_decimals_and_others_have_the_currency_s() {
    let us = locale("US");
    assert_eq!(us.money(amount("40.00"), Currency::USD), "$40");
    assert_eq!(us.money(amount("18.5"), Currency::USD), "$18.50");
    assert_eq!(us.money(amount("1500"), Currency::JPY), "¥1,500");
    assert_eq!(us.money(amount("1500.5"), Currency::JPY), "¥1,500.5");
    assert_eq!(us.money(amount("12.5"), Currency::KWD), "KWD\u{a0}12.500");
    let pair = us.money_pair(amount("18"), amount("22.5"), Currency::USD);
    assert_eq!(pair, ("$18.00".to_owned(), "$22.50".to_owned()));
}

#[test]
fn amounts_of_any_size_keep_every_digit() {
    let us = locale("US");
    assert_eq!(us.money(Decimal::MAX, Currency::USD), "$79,228,162,514,264,337,593,543,950,335");
    assert_eq!(us.money(amount("0.1234567890123456789012345678"), Currency::USD), "$0.1234567890123456789012345678");
    assert_eq!(us.money(amount("18.125"), Currency::USD), "$18.125");
    assert_eq!(us.money(amount("-5"), Currency::USD), "-$5");
    assert_eq!(us.money(amount("-0"), Currency::USD), "$0");
    assert_eq!(us.number(amount("37.50")), "37.5");
    assert_eq!(locale("DE").number(amount("37.5")), "37,5");
}

#[test]
fn an_unknown_language_still_writes() {
    for language in ["", "xx", "not a language!", "en-US"] {
        let format = LocaleFormat::new(&PostingLocale { language: language.to_owned(), region: Country::US });
        assert!(format.number(amount("1234")).ends_with("234"), "{language}");
        assert!(format.date(jiff::civil::date(2027, 3, 1)).contains("2027"), "{language}");
    }
    for extreme in [Date::MIN, Date::MAX] {
        assert!(!locale("US").date(extreme).is_empty());
    }
}

#[test]
fn formatters_are_kept_and_not_mixed_up() {
    for _ in 0..3 {
        for region in ["US", "DE", "FR", "IN", "CH", "GB", "CA", "IE", "AT", "SE"] {
            let number = locale(region).number(amount("1234567"));
            let expected = match region {
                "DE" | "AT" => "1.234.567",
                "FR" => "1\u{202f}234\u{202f}567",
                "SE" => "1\u{a0}234\u{a0}567",
                "IN" => "12,34,567",
                "CH" => "1'234'567",
                _ => "1,234,567",
            };
            assert_eq!(number, expected, "{region}");
        }
    }
    CACHE.with_borrow(|kept| assert!(kept.len() <= KEPT));
}

#[test]
fn letter_paper_is_for_the_regions_that_use_it() {
    for (region, paper) in [
        ("US", Paper::Letter),
        ("CA", Paper::Letter),
        ("MX", Paper::Letter),
        ("GB", Paper::A4),
        ("DE", Paper::A4),
        ("JP", Paper::A4),
    ] {
        assert_eq!(paper_of(Country::new(region).unwrap()), paper, "{region}");
    }
}
