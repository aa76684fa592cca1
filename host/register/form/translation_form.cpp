#include "register/form/translation_form.h"

#include <algorithm>
#include <map>
#include <set>

#include "extract/sha256.h"
#include "register/form/form_layout.h"
#include "register/narratives.h"

namespace quarterdeck::returns {

namespace {

using Kind = FormColumn::Kind;

constexpr std::size_t longest_translation = 8'000;

std::string place_of(const Narrative& narrative, const FormWords& words) {
    std::string place = words("sheet." + std::string(narrative.sheet));
    if (!narrative.row.empty()) place += ", " + narrative.row;
    return place + ": " + words("column." + std::string(narrative.column));
}

std::vector<FormColumn> columns(const FormWords& words) {
    const auto column = [&](const std::string& id, Kind kind, int width) {
        return FormColumn{.id = id, .kind = kind, .heading = words("column." + id), .hint = {}, .width = width};
    };
    std::vector<FormColumn> columns{column("id", Kind::fixed, 8), column("place", Kind::fixed, 30),
                                    column("source", Kind::fixed, 64), column("translation", Kind::text, 64)};
    columns[2].definition = true;
    columns[3].hint = words("hint.translation");
    columns[3].longest = longest_translation;
    return columns;
}

}  // namespace

Form translation_form(const Text& programme_title, const Return& content, const Reported& reported,
                      const report::Locale& locale) {
    const FormWords words(locale, other_language(content));
    FormSheet sheet{.id = "texts",
                    .title = words("sheet.texts"),
                    .about = words("about.texts"),
                    .columns = columns(words),
                    .rows = {}};
    std::string all;
    std::set<std::string> seen;
    for (const Narrative& narrative : narratives(content)) {
        if (!seen.insert(narrative.text).second) continue;
        const std::string id = "T" + std::to_string(seen.size());
        const KnownTranslation* known = reported.translation(content.programme, narrative.text);
        sheet.rows.push_back({id,
                              {FormValue{id}, FormValue{place_of(narrative, words)}, FormValue{narrative.text},
                               known ? FormValue{known->text} : FormValue{}},
                              false});
        all += narrative.text + '\n';
    }
    return {.kind = Form::Kind::translation,
            .programme = content.programme,
            .quarter = content.quarter,
            .language = other_language(content),
            .definitions_sha256 = extract::sha256(all),
            .title = words("translation_title") + " " + words.of(programme_title) + ", " + content.quarter.text(),
            .guidance_title = words("sheet.guidance"),
            .guidance = {words("guidance.translation_purpose"), words("guidance.translation_cells"),
                         words("guidance.translation_return")},
            .sheets = {std::move(sheet)}};
}

std::vector<TranslatedText> translated_texts(const FilledForm& filled) {
    std::vector<TranslatedText> texts;
    for (const FilledSheet& sheet : filled.sheets)
        for (const FilledRow& row : sheet.rows)
            if (const auto* text = std::get_if<std::string>(&row.values[3]))
                texts.push_back({std::get<std::string>(row.values[2]), *text});
    return texts;
}

}  // namespace quarterdeck::returns
