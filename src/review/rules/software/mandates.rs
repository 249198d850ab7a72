//! Editors and operating systems that are prescribed without need.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "mandates",
    group: Group::Software,
    name: "Editor or system prescribed",
    looks_for: "An editor or an operating system that a person must use, such as “must use Vim” or “Mac only”, or that they must know beforehand.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Convention,
        "Editors differ little in what can be made with them, and are learned in days",
    ),
    reads: Reads::Words,
    run,
};

/// Editors that no work depends on. Xcode, Android Studio and Visual Studio are not among them.
const EDITORS: [&str; 13] = [
    "IntelliJ IDEA",
    "IntelliJ",
    "PyCharm",
    "WebStorm",
    "PhpStorm",
    "VS Code",
    "VSCode",
    "Visual Studio Code",
    "Sublime Text",
    "Eclipse",
    "NetBeans",
    "Vim",
    "Emacs",
];

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let first = findings.len();
    for (hit, phrase) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        let words = &passage.text[hit.range.clone()];
        if passage.is_prose() {
            let reason = phrase.why.as_deref().unwrap_or_default();
            findings.push(rule.at(subject, hit.passage, hit.range.clone(), format!("Prescribed: “{words}”"), reason));
        }
    }
    for (index, passage) in subject.passages.iter().enumerate() {
        if passage.section != Section::Must || passage.kind != PassageKind::Bullet || findings.len() > first {
            continue;
        }
        let Some((at, editor)) = editor(&passage.text) else { continue };
        // Named beside others it is an example, and a plugin for it is work on it.
        if !demands(passage)
            || in_brackets(&passage.text, at)
            || passage.text.to_lowercase().contains("plugin")
            || passage.text.contains("extension")
        {
            continue;
        }
        let reason =
            "An editor is learned in days, and good people use other ones; leave it out, or say why it matters.";
        let title = format!("{editor} as a must-have");
        findings.push(rule.at(subject, index, at..at + editor.len(), title, reason));
    }
}

/// The first editor that a text names, with its capitals.
fn editor(text: &str) -> Option<(usize, &'static str)> {
    EDITORS.iter().find_map(|editor| {
        let at = text.find(editor)?;
        let whole = !text[..at].ends_with(char::is_alphanumeric)
            && !text[at + editor.len()..].starts_with(char::is_alphanumeric);
        whole.then_some((at, *editor))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{marked, marked_in};

    #[test]
    fn what_is_prescribed_is_marked() {
        assert_eq!(marked(RULE.id, "You must use Vim."), ["must use Vim"]);
        assert_eq!(marked(RULE.id, "Mac only, sorry."), ["Mac only"]);
        let must = marked_in(RULE.id, "Experience with Eclipse", PassageKind::Bullet, Section::Must);
        assert_eq!(must, ["Eclipse"]);
    }

    #[test]
    fn a_choice_and_a_platform_are_left_alone() {
        for text in ["You know Windows and Linux.", "Use the editor you like, such as Vim.", "We build for Windows."] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
        for text in ["An IDE such as Eclipse or IntelliJ", "You build a plugin for VS Code", "Experience with Xcode"] {
            assert!(marked_in(RULE.id, text, PassageKind::Bullet, Section::Must).is_empty(), "{text}");
        }
    }
}
