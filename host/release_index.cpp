#include "release_index.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>

#include "render/csv.h"
#include "render/index_page.h"

namespace quarterdeck {

namespace {

using render::ListedFile;

/// Files of a release by their place in it.
class Listing {
public:
    Listing(const Plan& plan, const std::vector<report::TemplateFolder>& designs)
        : plan_(plan), designs_(designs), locale_(designs.front().locale) {}

    ListedFile listed(const release::ReleasedFile& file) const {
        ListedFile entry{.kind = ListedFile::Kind::record, .path = file.path, .title = {file.path, file.path}};
        entry.bytes = file.bytes;
        entry.sha256 = file.sha256;
        if (file.path.starts_with("tables/"))
            describe_table(file.path, entry);
        else
            describe_report(file.path, entry);
        return entry;
    }

private:
    static std::optional<Language> language_of(const std::string& code) {
        for (const Language language : {Language::english, Language::welsh})
            if (code == language_code(language)) return language;
        return std::nullopt;
    }

    /// "appendix-tables.en.html"
    void describe_report(const std::string& path, ListedFile& entry) const {
        for (const report::TemplateFolder& design : designs_) {
            if (!path.starts_with(design.id + ".")) continue;
            entry.title = design.title;
            entry.kind = path.ends_with(".html") ? ListedFile::Kind::page : ListedFile::Kind::workbook;
            entry.language = language_of(path.substr(design.id.size() + 1, 2));
        }
    }

    /// "tables/en/imaging/workforce.csv"
    void describe_table(const std::string& path, ListedFile& entry) const {
        std::array<std::string, 4> parts;
        std::istringstream in(path);
        for (std::string& part : parts) std::getline(in, part, '/');
        entry.language = language_of(parts[1]);
        for (const Programme* programme : plan_.programmes)
            if (programme->id == parts[2]) entry.programme = programme->title;
        entry.kind = ListedFile::Kind::metadata;
        entry.title = locale_.text("page.index.metadata");
        for (const PlannedMetric& planned : plan_.metrics)
            if (planned.key.programme == parts[2] && (render::csv_name(planned.key.metric, false) == parts[3] ||
                                                      render::csv_name(planned.key.metric, true) == parts[3])) {
                entry.kind = ListedFile::Kind::csv;
                entry.title = planned.metric->title;
            }
    }

    const Plan& plan_;
    const std::vector<report::TemplateFolder>& designs_;
    const report::Locale& locale_;
};

}  // namespace

void write_index(const ReportRequest& request, const Plan& plan, const std::vector<report::TemplateFolder>& designs,
                 const ReportOutcome& outcome, const std::vector<report::Marking>& markings,
                 release::Staging& staging) {
    const report::Locale& locale = designs.front().locale;
    const report::TemplateFolder folder{
        .folder = request.design / "index", .id = "index", .version = {}, .locale = locale};
    const report::Report about{.id = "index",
                               .title = locale.text("page.index.title"),
                               .subtitle = locale.text("page.index.subtitle"),
                               .as_at = request.as_at,
                               .synthetic = outcome.input.synthetic,
                               .not_for_publication = !request.protect,
                               .draft = !outcome.missing.empty(),
                               .languages = request.languages,
                               .markings = markings};
    const Listing listing(plan, designs);
    std::vector<ListedFile> files;
    for (const release::ReleasedFile& file : staging.files()) files.push_back(listing.listed(file));
    for (const Language language : request.languages)
        staging.write(std::string("index.") + language_code(language) + ".html",
                      render::index_page(about, files, folder, language));
}

}  // namespace quarterdeck
