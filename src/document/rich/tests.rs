use super::*;
use crate::document::Field;

fn shown(text: &str) -> Vec<String> {
    let show = |text: &Text| {
        let spans = text.0.iter().map(|span| match &span.link {
            Some(link) => format!("[{}]({link})", span.text),
            None => span.text.clone(),
        });
        spans.collect::<String>()
    };
    let blocks = blocks(text, &Origin::Field(Field::AboutCompany));
    let lines = blocks.iter().flat_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => vec![show(text)],
        BlockKind::Bullets(bullets) => bullets.iter().map(|bullet| format!("- {}", show(&bullet.text))).collect(),
        _ => Vec::new(),
    });
    lines.collect()
}

#[test]
fn blank_lines_part_paragraphs_and_marks_make_bullets() {
    let text = "  First line\r\nsecond line  \n\n \nNext.\n- one\n\n• two\n-\nAfter.\n-5 degrees";
    assert_eq!(shown(text), ["First line\nsecond line", "Next.", "- one", "- two", "After.\n-5 degrees"]);
    assert!(shown(" \n - \n\n•\n").is_empty());
}

#[test]
fn addresses_in_a_text_become_links_without_the_punctuation_around_them() {
    for (text, expected) in [
        ("See https://a.example/x.", "See [https://a.example/x](https://a.example/x)."),
        ("(http://a.example)", "([http://a.example](http://a.example))"),
        ("https://a.example/b_(c), ok", "[https://a.example/b_(c)](https://a.example/b_(c)), ok"),
        ("HTTPS://A.example!", "[HTTPS://A.example](https://A.example)!"),
        (
            "Ask ana.s+hr@mail.a.example, or call",
            "Ask [ana.s+hr@mail.a.example](mailto:ana.s+hr@mail.a.example), or call",
        ),
        ("<jobs@a.example>", "<[jobs@a.example](mailto:jobs@a.example)>"),
        ("a@a.example https://b.example", "[a@a.example](mailto:a@a.example) [https://b.example](https://b.example)"),
        ("jobs@münchen.example…", "[jobs@münchen.example](mailto:jobs@münchen.example)…"),
        ("كتب https://a.example/ع الآن", "كتب [https://a.example/ع](https://a.example/ع) الآن"),
        ("https://user@a.example/x", "[https://user@a.example/x](https://user@a.example/x)"),
    ] {
        assert_eq!(shown(text), [expected], "{text}");
    }
}

#[test]
fn what_only_looks_like_an_address_stays_text() {
    for text in [
        "https://",
        "ftp://a.example",
        "xhttps://a.example",
        "@",
        "a@b",
        "a@b.c",
        "@a.example",
        "10:30",
        "a@-b.example",
        "a@b..example",
        "javascript:alert(1)",
        "👩‍💻@👩.👩",
    ] {
        assert_eq!(shown(text), [text]);
    }
}

#[test]
fn an_address_without_a_scheme_leads_to_https() {
    for (text, link) in [
        ("a.example", Some("https://a.example")),
        ("a.example/jobs?id=1", Some("https://a.example/jobs?id=1")),
        ("https://a.example/jobs", Some("https://a.example/jobs")),
        ("jobs@a.example", Some("mailto:jobs@a.example")),
        ("our careers page", None),
        ("javascript:alert(1)", None),
        ("javascript.x:alert(1)", None),
        ("a.example and b.example", None),
        ("https://a.example and more", None),
        ("a..example", None),
        ("", None),
    ] {
        assert_eq!(address(text).as_deref(), link, "{text}");
    }
}
