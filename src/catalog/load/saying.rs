//! How a fault is said: where it stands, what a value is, which name was meant.

use toml::de::DeValue;

/// Line and column, from 1, of a byte. The column counts characters.
pub(super) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before[start..].chars().count() + 1)
}

/// What a value is, with its article.
pub(super) fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// "; did you mean “x”?" or the whole list of what there is.
pub(super) fn hint<'a>(wrong: &str, plural: &str, there_are: impl Iterator<Item = &'a str> + Clone) -> String {
    let near = there_are.clone().map(|name| (distance(wrong, name), name)).min();
    if let Some((far, name)) = near
        && far <= 1 + wrong.chars().count() / 4
    {
        return format!("; did you mean “{name}”?");
    }
    let names: Vec<&str> = there_are.collect();
    if names.is_empty() { String::new() } else { format!("; {plural} are {}", names.join(", ")) }
}

/// How many letters to change, add, drop or swap with the next one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// A text without spaces at its ends, on one line, without control characters.
pub(super) fn tidy(text: &str) -> String {
    // Nearly every text is clean, and all of them are read when the program starts.
    if !text.bytes().any(|byte| byte < b' ' || byte == 0x7f || byte == 0xc2) {
        return text.trim().to_owned();
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(" ").chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !c.is_control()).collect()
}
