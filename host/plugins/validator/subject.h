#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/offences.h"
#include "plugins/validator/check_list.h"
#include "plugins/worker.h"
#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

namespace quarterdeck::plugins {

/// The plugin that is being checked. Each request goes to a worker of its own unless one is kept, so that no check
/// suffers from another. What is asked often is asked once.
class Subject {
public:
    /// Throws `Refusal` when the worker program is missing.
    Subject(std::filesystem::path file, Limits limits);
    ~Subject();
    Subject(const Subject&) = delete;
    Subject& operator=(const Subject&) = delete;

    const std::filesystem::path& file() const { return file_; }
    const Limits& limits() const { return limits_; }

    /// The file's bytes. Throws `NotTried` where they can't be read.
    const std::string& bytes();

    /// A worker that hasn't been asked anything yet. Throws `NotTried` when none can be started.
    std::unique_ptr<Worker> worker(const Limits& limits) const;
    std::unique_ptr<Worker> worker() const { return worker(limits_); }

    /// What the plugin says of itself: the reply, its text, and what it means. The latter two throw `NotTried`.
    const Reply& description_reply();
    const std::string& description();
    const Programme& programme();

    /// What is wrong with the programme, all checks together. Throws `NotTried`.
    const std::vector<Offence>& programme_offences();

    /// The metrics that the plugin computes. Throws `NotTried` where there are none.
    std::vector<const Metric*> computed_metrics();

private:
    std::filesystem::path file_;
    Limits limits_;
    std::optional<std::string> bytes_;
    std::optional<Reply> description_;
    std::optional<Programme> programme_;
    std::optional<std::vector<Offence>> offences_;
};

/// Asks the worker one thing and waits for the reply.
Reply ask(Worker& worker, FrameKind kind, std::string_view payload);

/// Has a metric computed from answers.
Reply ask_for_table(Worker& worker, const Metric& metric, const std::vector<Table>& answers);

/// Whether the worker, rather than the plugin in words, is why there is no answer.
bool broke(const Reply& reply);

/// Whether the worker stopped the plugin in something that plugins may not do, which checks of conduct are about.
bool is_deed(const Reply& reply);

/// A reply without an answer, as a sentence.
std::string reason(const Reply& reply);

}  // namespace quarterdeck::plugins
