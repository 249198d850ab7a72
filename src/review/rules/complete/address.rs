//! Ways to apply that lead nowhere.

use super::*;
use crate::document::Field;
use crate::posting::{Edit, TextField};

pub(crate) static RULE: Rule = Rule {
    id: "apply-broken",
    group: Group::Completeness,
    name: "A way to apply that leads nowhere",
    looks_for: "A link to apply that is no web address, or an e-mail address that is none.",
    severity: Severity::Should,
    source: Source::new(Evidence::Convention, "A link needs a web address, an e-mail address needs an @ and a domain"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let (link, email) = (posting.apply_link.trim(), posting.apply_email.trim());
    let mut push = |field, title: &str, fix: Option<(TextField, &str)>| {
        let finding = rule.finding(Place::field(field), title, "A reader who is convinced cannot send anything there.");
        findings.push(match fix {
            Some((TextField::ApplyEmail, text)) => {
                finding.fix("Take it as e-mail address", moved(TextField::ApplyEmail, text))
            }
            Some((other, text)) => finding.fix("Take it as link", moved(other, text)),
            None => finding,
        });
    };
    if !link.is_empty() && !is_link(link) {
        let move_it = is_email(link) && email.is_empty();
        push(Field::ApplyLink, "The link to apply is no web address", move_it.then_some((TextField::ApplyEmail, link)));
    }
    if !email.is_empty() && !is_email(email) {
        let move_it = is_link(email) && link.is_empty();
        push(
            Field::ApplyEmail,
            "The address to apply is no e-mail address",
            move_it.then_some((TextField::ApplyLink, email)),
        );
    }
}

/// The edit that puts a text into the field where it belongs and empties the other.
fn moved(to: TextField, text: &str) -> Edit {
    let from = if to == TextField::ApplyEmail { TextField::ApplyLink } else { TextField::ApplyEmail };
    let edits = vec![Edit::Text(to, text.to_owned()), Edit::Text(from, String::new())];
    Edit::All { name: "Move the way to apply".to_owned(), edits }
}

/// True if a text could be a web address, with or without its beginning.
fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let domain =
        host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(d, _)| d);
    let known = rest.len() < text.len() && domain == "localhost";
    !text.contains(char::is_whitespace) && !domain.contains('@') && (is_domain(domain) || known)
}

/// True if a text could be an e-mail address.
fn is_email(text: &str) -> bool {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let address = text.split('?').next().unwrap_or(text);
    address.rsplit_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && !name.contains(['@', ',', ';'])
            && !address.contains(char::is_whitespace)
            && is_domain(domain)
    })
}

fn is_domain(text: &str) -> bool {
    let labels = text.split('.').collect::<Vec<_>>();
    labels.len() >= 2
        && labels
            .iter()
            .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{assert_fix_works, edited, found, posting};

    fn finds(field: TextField, text: &str) -> bool {
        !found(RULE.id, &edited(posting(), [Edit::Text(field, text.to_owned())])).is_empty()
    }

    #[test]
    fn what_people_type_as_a_link_is_fine() {
        for link in [
            "https://northlight.example/jobs?id=7",
            "northlight.example/jobs",
            "http://jobs.northlight.example:8080/",
            "www.northlight.example",
            "https://größe.example/stellen",
            "",
        ] {
            assert!(!finds(TextField::ApplyLink, link), "{link}");
        }
        for link in ["our careers page", "https://", "tbd", "jobs@northlight.example", "https://jobs page.example"] {
            assert!(finds(TextField::ApplyLink, link), "{link}");
        }
    }

    #[test]
    fn what_people_type_as_an_address_is_fine() {
        for email in ["jobs@northlight.example", "j.doe+hr@mail.northlight.example", "mailto:jobs@northlight.example"] {
            assert!(!finds(TextField::ApplyEmail, email), "{email}");
        }
        for email in
            ["jobs at northlight.example", "jobs@northlight", "@northlight.example", "https://northlight.example"]
        {
            assert!(finds(TextField::ApplyEmail, email), "{email}");
        }
    }

    #[test]
    fn what_stands_in_the_wrong_field_is_moved() {
        let wrong = edited(posting(), [Edit::Text(TextField::ApplyLink, "jobs@northlight.example".to_owned())]);
        let after = assert_fix_works(RULE.id, &wrong);
        assert_eq!((after.apply_link.as_str(), after.apply_email.as_str()), ("", "jobs@northlight.example"));
    }
}
