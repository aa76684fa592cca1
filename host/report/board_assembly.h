#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "register/reported.h"
#include "report/assemble.h"
#include "report/board/block.h"
#include "report/template_folder.h"

namespace quarterdeck::report {

/// Fills the blocks about a quarter.
class BoardAssembly {
public:
    /// Keeps references to both.
    BoardAssembly(const TemplateFolder& folder, const Material& material);

    /// Without its id. Nothing for other kinds, and for forms.
    std::optional<BoardBlock> block(const BlockRequest& request) const;
    BoardBlock form(const BlockRequest& request, const Programme& programme) const;

    /// Of what programmes said; null without a register.
    const std::shared_ptr<const std::vector<returns::KnownTranslation>>& translations() const { return translations_; }

private:
    std::optional<BoardContent> content(const BlockRequest& request) const;
    std::optional<Figure> figure(const std::string& programme, const std::string& metric) const;
    BoardSource source() const;

    const TemplateFolder& folder_;
    const Material& material_;
    std::shared_ptr<const std::vector<returns::KnownTranslation>> translations_;
    returns::Reported nothing_;  ///< what is reported without a register
};

}  // namespace quarterdeck::report
