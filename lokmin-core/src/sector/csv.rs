//! One line of CSV.

/// Splits a line into its columns: commas between them, double quotes around one that contains a comma or, doubled, a
/// quote.
pub(super) fn columns(line: &str) -> Vec<String> {
    let mut columns = Vec::new();
    let mut column = String::new();
    let mut is_quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                column.push('"');
            }
            '"' if is_quoted || column.is_empty() => is_quoted = !is_quoted,
            ',' if !is_quoted => columns.push(std::mem::take(&mut column)),
            _ => column.push(c),
        }
    }
    columns.push(column);
    columns
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn quotes_protect_commas_and_quotes() {
        assert_eq!(columns("a,b,"), ["a", "b", ""]);
        assert_eq!(columns("\"a,\"\"b\"\"\",c"), ["a,\"b\"", "c"]);
        assert_eq!(columns(""), [""]);
        assert_eq!(columns("\"open"), ["open"]);
    }
}
