//! tmp
use lokmin_core::Lang;
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let text = std::io::read_to_string(std::io::stdin()).unwrap();
    for lang in [Lang::Id, Lang::En] {
        for format in ["html", "markdown", "text", "csv"] {
            for f in [lokmin_core::render::render_review, lokmin_core::render::render_village_reports, lokmin_core::render::render_follow_up_matrix] {
                let o = f(&text, format, lang);
                if format == "html" && lang == Lang::En { for p in o.problems() { eprintln!("{} {} {}", p.path(), p.code(), p.message(Lang::En)); } }
                for file in o.value().into_iter().flatten() {
                    std::fs::create_dir_all(format!("{dir}/{}", lang.as_str())).unwrap();
                    std::fs::write(format!("{dir}/{}/{}", lang.as_str(), file.name), &file.text).unwrap();
                }
            }
        }
    }
}
