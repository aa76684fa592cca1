#include "plugins/validator/validate.h"

#include "plugins/session.h"
#include "plugins/validator/subject.h"

namespace quarterdeck::plugins {

std::vector<const Check*> all_checks() {
    std::vector<const Check*> all;
    for (const auto part :
         {file_checks(), message_checks(), programme_checks(), request_checks(), table_checks(), conduct_checks()})
        for (const Check& check : part) all.push_back(&check);
    return all;
}

std::vector<CheckOutcome> validate(const std::filesystem::path& plugin, const std::vector<const Check*>& chosen,
                                   const Limits& limits) {
    Subject subject(plugin, limits);
    std::vector<CheckOutcome> outcomes;
    for (const Check* check : chosen) {
        CheckOutcome outcome{.check = check, .status = CheckOutcome::Status::passed, .what = {}};
        try {
            if (auto what = check->run(subject, check->name)) {
                outcome.status = CheckOutcome::Status::failed;
                outcome.what = presentable(std::move(*what));
            }
        } catch (const NotTried& reason) {
            outcome.status = CheckOutcome::Status::not_tried;
            outcome.what = reason.what();
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

}  // namespace quarterdeck::plugins
