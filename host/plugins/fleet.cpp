#include "plugins/fleet.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "extract/mapped_file.h"
#include "extract/parallel.h"
#include "plugins/check.h"
#include "plugins/session.h"
#include "process/installation.h"
#include "quarterdeck/message.h"
#include "refusal.h"

namespace quarterdeck::plugins {

namespace {

constexpr const char* correct_and_rebuild = "Correct the plugin and build it again.";

/// A file on its way to take part.
struct Candidate {
    std::filesystem::path file;
    std::shared_ptr<Session> session;
    std::set<std::string> trusted_for;  ///< programmes
    Complaint complaint;                ///< empty while nothing is wrong
};

std::string signature_beside(const std::filesystem::path& file) {
    try {
        return std::string(extract::MappedFile(signature_file(file)).bytes());
    } catch (const std::runtime_error&) {
        return {};
    }
}

/// Whether the trust file accepts the build for some programme; a complaint when it doesn't.
bool is_trusted(Candidate& candidate, const Trust& trust) {
    if (!trust.verifies()) return true;
    const SealedFile& build = candidate.session->bytes();
    const std::string signature = signature_beside(candidate.file);
    candidate.trusted_for = trust.programmes(build.bytes(), build.sha256(), signature);
    if (!candidate.trusted_for.empty()) return true;
    candidate.complaint = {
        "The trust file " + trust.name() + " doesn't accept this build: " +
            (signature.empty() ? "no signature stands beside it" : "the signature beside it is by none of its keys") +
            ", and its SHA-256, " + build.sha256() + ", isn't listed.",
        "Have the programme sign the build (quarterdeck plugins sign), or list its SHA-256 in the trust file."};
    return false;
}

/// Whether the described programme is one that the build is trusted for; a complaint when it isn't.
bool may_describe(Candidate& candidate, const std::string& programme, const Trust& trust) {
    if (!trust.verifies() || candidate.trusted_for.contains(programme)) return true;
    candidate.complaint = {"It describes the programme " + programme + ", but the trust file " + trust.name() +
                               " accepts its build for " + *candidate.trusted_for.begin() + " only.",
                           "Ask the programme for its own plugin, or correct the id in the trust file."};
    return false;
}

void start(Candidate& candidate, const std::filesystem::path& program, const Limits& limits, const Trust& trust) {
    try {
        candidate.session = std::make_shared<Session>(program, candidate.file, limits);
        if (is_trusted(candidate, trust)) {
            candidate.session->ask_description();
            return;
        }
    } catch (const std::system_error& error) {
        candidate.complaint = {
            "No worker could be started for it: " + error.code().message() + ".",
            "Check the limits on processes, open files and the size of files (ulimit), and try again."};
    } catch (const std::runtime_error& error) {
        candidate.complaint = {"The file can't be read: " + std::string(error.what()) + ".",
                               "Check the file's name and permissions."};
    }
    candidate.session.reset();
}

/// The programme that the worker described; nothing, and a complaint, when it can't take part.
std::optional<Programme> described(Candidate& candidate) {
    if (!candidate.session) return std::nullopt;
    const Reply& reply = candidate.session->worker().reply();
    if (!reply.answer) {
        candidate.complaint = presentable(reply.complaint);
        return std::nullopt;
    }
    try {
        Programme programme = message::read_programme(*reply.answer);
        check(programme);
        return programme;
    } catch (const message::Malformed& error) {
        candidate.complaint = {"It describes itself in a message that can't be used. " + presentable(error.what()),
                               "Build the plugin with this release's SDK, whose schemas say what is expected."};
    } catch (const Refusal& error) {
        candidate.complaint = {presentable(error.what()), correct_and_rebuild};
    }
    return std::nullopt;
}

/// The metric's function: asks the worker, and believes nothing.
Compute computed_by(const std::shared_ptr<Session>& session, const std::string& programme, const Metric& metric) {
    Metric described = metric;
    described.compute = nullptr;
    return [session, programme, described](const std::vector<Table>& answers) {
        const std::string place = programme + "/" + described.id + ": ";
        const std::string answer =
            session->compute(place, message::write({.metric = described.id, .answers = answers}));
        try {
            Table table = message::read_table(answer);
            check(described, table);
            return table;
        } catch (const message::Malformed& error) {
            throw PluginFault(place + "The plugin returned a table that can't be used. " + presentable(error.what()) +
                              " " + correct_and_rebuild);
        } catch (const Refusal& error) {
            throw PluginFault(place + presentable(error.what()) + " " + correct_and_rebuild);
        }
    };
}

void connect(LoadedPlugin& plugin, const std::shared_ptr<Session>& session) {
    for (auto& metric : plugin.programme.metrics)
        if (metric.computed()) metric.compute = computed_by(session, plugin.programme.id, metric);
}

}  // namespace

std::filesystem::path worker_program(const Limits& limits) {
    std::filesystem::path program = limits.worker.empty() ? installed("quarterdeck-worker") : limits.worker;
    std::error_code error;
    if (!std::filesystem::is_regular_file(program, error))
        throw Refusal(program.string() +
                      ": the program that loads plugins isn't there. Install or build Quarterdeck again.");
    return program;
}

struct Fleet::State {
    std::vector<LoadedPlugin> loaded;
    std::vector<RefusedPlugin> refused;
    std::map<std::filesystem::path, std::shared_ptr<Session>> sessions;
    std::set<Protection> lacking;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        for (const auto& [file, session] : sessions) session->end();
    }
};

Fleet::Fleet(std::unique_ptr<State> state) : state_(std::move(state)) {}
Fleet::Fleet(Fleet&&) noexcept = default;
Fleet& Fleet::operator=(Fleet&&) noexcept = default;
Fleet::~Fleet() = default;

Fleet Fleet::launch(const std::filesystem::path& directory, const Limits& limits, const Trust& trust) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".so") files.push_back(entry->path());
    if (error)
        throw Refusal(directory.string() + ": the directory of plugins can't be read: " + error.message() +
                      ". Name the directory that holds the programmes' plugins (*.so).");
    return launch_files(files, limits, trust);
}

Fleet Fleet::launch_files(const std::vector<std::filesystem::path>& files, const Limits& limits, const Trust& trust) {
    const std::filesystem::path program = worker_program(limits);
    auto state = std::make_unique<State>();
    std::vector<Candidate> candidates;
    candidates.reserve(files.size());
    for (const auto& file : files)
        candidates.push_back({.file = file, .session = {}, .trusted_for = {}, .complaint = {}});
    std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.file < b.file; });

    std::vector<Worker*> asked;
    for (auto& candidate : candidates) {
        start(candidate, program, limits, trust);
        if (!candidate.session) continue;
        asked.push_back(&candidate.session->worker());
        state->sessions[candidate.file] = candidate.session;
    }
    Worker::finish(asked);
    for (const Worker* worker : asked) state->lacking.insert(worker->lacking().begin(), worker->lacking().end());

    std::vector<std::optional<Programme>> programmes(candidates.size());
    extract::parallel(candidates.size(), extract::processors(),
                      [&](std::size_t number, std::size_t) { programmes[number] = described(candidates[number]); });
    std::map<std::string, std::filesystem::path> owners;
    for (std::size_t number = 0; number < candidates.size(); ++number) {
        Candidate& candidate = candidates[number];
        std::optional<Programme>& programme = programmes[number];
        if (programme && !may_describe(candidate, programme->id, trust)) programme.reset();
        if (programme && !owners.emplace(programme->id, candidate.file).second) {
            const std::string first = owners[programme->id].filename().string();
            std::string what = candidate.file.filename().string();
            what.append(" and ").append(first).append(" both supply the programme ").append(programme->id);
            what.append("; ").append(first).append(" takes part.");
            candidate.complaint = {std::move(what), "Remove one of the two files."};
            programme.reset();
        }
        if (!programme) {
            if (candidate.session) candidate.session->end();
            state->refused.push_back({candidate.file, candidate.complaint.what, candidate.complaint.remedy});
            continue;
        }
        state->loaded.push_back({.file = candidate.file,
                                 .sha256 = candidate.session->bytes().sha256(),
                                 .abi = candidate.session->worker().reply().abi,
                                 .verified = trust.verifies(),
                                 .programme = std::move(*programme)});
        connect(state->loaded.back(), candidate.session);
    }
    std::sort(state->loaded.begin(), state->loaded.end(),
              [](const auto& a, const auto& b) { return a.programme.id < b.programme.id; });
    return Fleet(std::move(state));
}

const std::vector<LoadedPlugin>& Fleet::loaded() const {
    return state_->loaded;
}

const std::vector<RefusedPlugin>& Fleet::refused() const {
    return state_->refused;
}

const std::set<Protection>& Fleet::lacking() const {
    return state_->lacking;
}

std::string Fleet::log_of(const std::filesystem::path& file) const {
    const auto found = state_->sessions.find(file);
    return found == state_->sessions.end() ? std::string() : found->second->log();
}

}  // namespace quarterdeck::plugins
