#include "cli/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "record_check/rules.h"

namespace quarterdeck::cli {
namespace {

constexpr std::size_t tasks_told = 4;

/// Findings of one rule at several places or dates ask for one deed.
void join(std::vector<Task>& tasks, Task task) {
    const auto same = std::find_if(tasks.begin(), tasks.end(), [&](const Task& known) {
        return std::tie(known.hands, known.what) == std::tie(task.hands, task.what);
    });
    if (same == tasks.end()) return tasks.push_back(std::move(task));
    same->places += task.places;
    same->severity = std::min(same->severity, task.severity);
    same->before_reports |= task.before_reports;
}

std::string task_text(const Task& task) {
    std::string text = fmt::format("      {}: {}", counted(task.places, "place"), task.what);
    if (task.before_reports) return text + " No report can be made before.\n";
    return text + (task.severity == validate::Severity::error ? " Figures are wrong until then.\n" : "\n");
}

/// By hands, those with the heaviest task first.
std::vector<Task> heaviest_first(std::vector<Task> tasks) {
    const auto lightness = [](const Task& task) { return std::pair(!task.before_reports, task.severity); };
    std::map<validate::Hands, std::pair<bool, validate::Severity>> heaviest;
    for (const Task& task : tasks) {
        const auto [known, is_new] = heaviest.try_emplace(task.hands, lightness(task));
        if (!is_new) known->second = std::min(known->second, lightness(task));
    }
    std::stable_sort(tasks.begin(), tasks.end(), [&](const Task& left, const Task& right) {
        return std::tuple(heaviest.at(left.hands), left.hands, lightness(left)) <
               std::tuple(heaviest.at(right.hands), right.hands, lightness(right));
    });
    return tasks;
}

}  // namespace

std::vector<Task> tasks_of(const validate::Findings& findings) {
    std::vector<Task> tasks;
    for (const validate::Finding& finding : findings) {
        const validate::Severity severity = record_check::severity_of(finding);
        if (severity == validate::Severity::note) continue;
        join(tasks, {record_check::hands_of(finding), severity, finding.consequence == validate::Consequence::refused,
                     finding.mend, std::max<std::uint64_t>(finding.count, 1)});
    }
    return tasks;
}

std::string to_do_text(const std::vector<Task>& tasks) {
    if (tasks.empty()) return "    nothing\n";
    std::string text;
    std::size_t of_these_hands = 0;
    const std::vector<Task> sorted = heaviest_first(tasks);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i == 0 || sorted[i - 1].hands != sorted[i].hands) {
            text += fmt::format("    {}:\n", validate::hands_text(sorted[i].hands));
            of_these_hands = 0;
        }
        if (++of_these_hands <= tasks_told) text += task_text(sorted[i]);
        const bool last = i + 1 == sorted.size() || sorted[i + 1].hands != sorted[i].hands;
        if (last && of_these_hands > tasks_told)
            text += fmt::format("      and {} more of less weight, listed above\n", of_these_hands - tasks_told);
    }
    return text;
}

Json to_do_json(const std::vector<Task>& tasks) {
    Json list = Json::array();
    for (const Task& task : heaviest_first(tasks))
        list.push_back({{"who", validate::hands_text(task.hands)},
                        {"severity", validate::severity_text(task.severity)},
                        {"before_reports", task.before_reports},
                        {"what", task.what},
                        {"places", task.places}});
    return list;
}

std::string read_text(const snapshot::Input& input) {
    return fmt::format("{} with {}", counted(input.files.size(), "file"), counted(input.rows_read, "assignment"));
}

std::string good_text(const snapshot::Input& input) {
    return fmt::format("{} of {} are counted; {} left out by rule or for a fault", grouped(input.rows_counted),
                       counted(input.rows_read, "assignment"), grouped(input.rows_read - input.rows_counted));
}

std::string grouped(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

std::string counted(std::uint64_t number, std::string_view noun) {
    return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

}  // namespace quarterdeck::cli
