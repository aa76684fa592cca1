#include "register/narratives.h"

#include <utility>

namespace quarterdeck::returns {

namespace {

/// Gathers the texts of one sheet.
class Sheet {
public:
    Sheet(std::string_view id, std::vector<Narrative>& found) : id_(id), found_(found) {}

    void add(const std::string& row, std::initializer_list<std::pair<std::string_view, const std::string*>> texts) {
        for (const auto& [column, text] : texts)
            if (!text->empty()) found_.push_back({id_, row, column, *text});
    }

private:
    std::string_view id_;
    std::vector<Narrative>& found_;
};

}  // namespace

std::vector<Narrative> narratives(const Return& content) {
    std::vector<Narrative> found;
    const Overview& overview = content.overview;
    Sheet("overview", found)
        .add("", {{"submitted_by", &content.submitted_by},
                  {"rating_reason", &overview.rating_reason},
                  {"summary", &overview.summary},
                  {"done", &overview.done},
                  {"planned", &overview.planned}});
    for (const Entry& entry : content.entries)
        Sheet("actions", found)
            .add(entry.action_id, {{"rating_reason", &entry.rating_reason}, {"narrative", &entry.narrative}});
    for (const Milestone& milestone : content.milestones)
        Sheet("milestones", found).add(milestone.id, {{"narrative", &milestone.narrative}});
    for (const Risk& risk : content.risks)
        Sheet("risks", found)
            .add(risk.id, {{"title", &risk.title}, {"mitigation", &risk.mitigation}, {"owner", &risk.owner}});
    for (const Issue& issue : content.issues)
        Sheet("issues", found)
            .add(issue.id, {{"issue", &issue.title}, {"response", &issue.response}, {"owner", &issue.owner}});
    for (const Decision& decision : content.decisions)
        Sheet("decisions", found)
            .add(decision.id,
                 {{"question", &decision.question}, {"decider", &decision.owner}, {"outcome", &decision.outcome}});
    for (const Dependency& dependency : content.dependencies)
        Sheet("dependencies", found).add(dependency.id, {{"view", &dependency.view}});
    for (const Measurement& measurement : content.measurements)
        Sheet("measures", found).add(measurement.id, {{"narrative", &measurement.narrative}});
    return found;
}

}  // namespace quarterdeck::returns
