#pragma once

#include <string>

#include "register/form/form.h"
#include "render/body_name.h"
#include "report/template_folder.h"

namespace quarterdeck::returns {

/// The words of a form in its language: `words("column.status")` is the locale's "return.column.status".
class FormWords {
public:
    FormWords(const report::Locale& locale, Language language) : locale_(locale), language_(language) {}

    const std::string& operator()(const std::string& key) const { return locale_.get("return." + key, language_); }
    const std::string& elsewhere(const std::string& key) const { return locale_.get(key, language_); }
    const std::string& of(const Text& text) const { return text.in(language_); }
    /// A body that a plan names.
    std::string body(const std::string& name) const {
        return render::known_name(name, locale_, language_).value_or(name);
    }

private:
    const report::Locale& locale_;
    Language language_;
};

/// The sheets of a return without rows, in their order: overview, actions, milestones, risks, issues, decisions,
/// dependencies, measures.
std::vector<FormSheet> form_layout(const FormWords& words);

}  // namespace quarterdeck::returns
