#include "plugins/validator/subject.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "extract/mapped_file.h"
#include "plugins/deeds.h"
#include "plugins/session.h"
#include "quarterdeck/message.h"

namespace quarterdeck::plugins {

Subject::Subject(std::filesystem::path file, Limits limits) : file_(std::move(file)), limits_(std::move(limits)) {
    limits_.worker = worker_program(limits_);
}

Subject::~Subject() = default;

const std::string& Subject::bytes() {
    if (!bytes_) try {
            bytes_ = extract::MappedFile(file_).bytes();
        } catch (const std::runtime_error&) {
            throw NotTried("The file can't be read.");
        }
    return *bytes_;
}

std::unique_ptr<Worker> Subject::worker(const Limits& limits) const {
    try {
        return std::make_unique<Worker>(limits.worker, SealedFile(file_), file_.filename().string(), limits);
    } catch (const std::runtime_error&) {
        throw NotTried("The file can't be read, or no worker can be started for it.");
    }
}

const Reply& Subject::description_reply() {
    if (!description_) description_ = ask(*worker(), FrameKind::describe, {});
    return *description_;
}

const std::string& Subject::description() {
    if (!description_reply().answer) throw NotTried("The plugin doesn't describe itself.");
    return *description_->answer;
}

const Programme& Subject::programme() {
    if (!programme_) try {
            programme_ = message::read_programme(description());
        } catch (const message::Malformed&) {
            throw NotTried("The plugin's description can't be read.");
        }
    return *programme_;
}

const std::vector<Offence>& Subject::programme_offences() {
    if (!offences_) offences_ = offences(programme());
    return *offences_;
}

std::vector<const Metric*> Subject::computed_metrics() {
    std::vector<const Metric*> computed;
    for (const Metric& metric : programme().metrics)
        if (metric.computed()) computed.push_back(&metric);
    if (computed.empty()) throw NotTried("The plugin computes nothing itself.");
    return computed;
}

Reply ask(Worker& worker, FrameKind kind, std::string_view payload) {
    worker.ask(kind, payload);
    Worker::finish({&worker});
    return worker.reply();
}

Reply ask_for_table(Worker& worker, const Metric& metric, const std::vector<Table>& answers) {
    return ask(worker, FrameKind::compute, message::write({.metric = metric.id, .answers = answers}));
}

bool broke(const Reply& reply) {
    return !reply.answer && !reply.in_words;
}

bool is_deed(const Reply& reply) {
    const auto all = {deeds::network, deeds::process, deeds::program,  deeds::signal,
                      deeds::look,    deeds::file,    deeds::printing, deeds::unseen};
    return std::find(all.begin(), all.end(), reply.complaint.what) != all.end();
}

std::string reason(const Reply& reply) {
    return presentable(reply.complaint.what);
}

}  // namespace quarterdeck::plugins
