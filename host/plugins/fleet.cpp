#include "plugins/fleet.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "extract/mapped_file.h"
#include "extract/sha256.h"
#include "extract/utf8.h"
#include "plugins/check.h"
#include "plugins/worker.h"
#include "quarterdeck/message.h"
#include "refusal.h"

namespace quarterdeck::plugins {

namespace {

constexpr const char* correct_and_rebuild = "Correct the plugin and build it again.";

/// A plugin's own words, made fit for a terminal and a report: short, UTF-8, on one line.
std::string presentable(std::string text) {
    constexpr std::size_t most = 500;
    const bool cut = text.size() > most;
    if (cut) text.resize(most);
    while (cut && !text.empty() && !extract::is_utf8(text) && text.size() + 4 > most) text.pop_back();
    const bool utf8 = extract::is_utf8(text);
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !utf8)) c = ' ';
    }
    return cut ? text + "..." : text;
}

std::filesystem::path worker_program(const Limits& limits) {
    std::filesystem::path program = limits.worker;
    std::error_code error;
    if (program.empty())
        program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path().parent_path() /
                  "lib/quarterdeck/quarterdeck-worker";
    if (!std::filesystem::is_regular_file(program, error))
        throw Refusal(program.string() +
                      ": the program that loads plugins isn't there. Install or build Quarterdeck again.");
    return program;
}

/// A file on its way to take part.
struct Candidate {
    std::filesystem::path file;
    std::string sha256;
    std::shared_ptr<Worker> worker;
    Complaint complaint;  ///< empty while nothing is wrong
};

void start(Candidate& candidate, const std::filesystem::path& program, const Limits& limits) {
    try {
        candidate.sha256 = extract::sha256(extract::MappedFile(candidate.file).bytes());
    } catch (const std::runtime_error& error) {
        candidate.complaint = {"The file can't be read: " + std::string(error.what()) + ".",
                               "Check the file's name and permissions."};
        return;
    }
    try {
        candidate.worker = std::make_shared<Worker>(program, std::filesystem::absolute(candidate.file), limits);
        candidate.worker->ask(FrameKind::describe, {});
    } catch (const std::system_error& error) {
        candidate.complaint = {"No worker could be started for it: " + error.code().message() + ".",
                               "Check the limits on processes and open files, and try again."};
    }
}

/// The programme that the worker described; nothing, and a complaint, when it can't take part.
std::optional<Programme> described(Candidate& candidate) {
    if (!candidate.worker) return std::nullopt;
    const Reply& reply = candidate.worker->reply();
    if (!reply.answer) {
        candidate.complaint = {presentable(reply.complaint.what), presentable(reply.complaint.remedy)};
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
Compute computed_by(const std::shared_ptr<Worker>& worker, const std::string& programme, const Metric& metric) {
    Metric described = metric;
    described.compute = nullptr;
    return [worker, programme, described](const std::vector<Table>& answers) {
        const std::string place = programme + "/" + described.id + ": ";
        worker->ask(FrameKind::compute, message::write({.metric = described.id, .answers = answers}));
        Worker::finish({worker.get()});
        const Reply& reply = worker->reply();
        if (!reply.answer)
            throw PluginFault(place + presentable(reply.complaint.what) + " " + presentable(reply.complaint.remedy));
        try {
            Table table = message::read_table(*reply.answer);
            check(described, table);
            return table;
        } catch (const message::Malformed& error) {
            throw PluginFault(place + "The plugin returned a table that can't be used. " + presentable(error.what()));
        } catch (const Refusal& error) {
            throw PluginFault(place + presentable(error.what()));
        }
    };
}

void connect(LoadedPlugin& plugin, const std::shared_ptr<Worker>& worker) {
    for (auto& metric : plugin.programme.metrics)
        if (metric.computed()) metric.compute = computed_by(worker, plugin.programme.id, metric);
}

}  // namespace

struct Fleet::State {
    std::vector<LoadedPlugin> loaded;
    std::vector<RefusedPlugin> refused;
    std::map<std::filesystem::path, std::shared_ptr<Worker>> workers;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        for (const auto& [file, worker] : workers) worker->end();
    }
};

Fleet::Fleet(std::unique_ptr<State> state) : state_(std::move(state)) {}
Fleet::Fleet(Fleet&&) noexcept = default;
Fleet& Fleet::operator=(Fleet&&) noexcept = default;
Fleet::~Fleet() = default;

Fleet Fleet::launch(const std::filesystem::path& directory, const Limits& limits) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".so") files.push_back(entry->path());
    if (error)
        throw Refusal(directory.string() + ": the directory of plugins can't be read: " + error.message() +
                      ". Name the directory that holds the programmes' plugins (*.so).");
    return launch_files(files, limits);
}

Fleet Fleet::launch_files(const std::vector<std::filesystem::path>& files, const Limits& limits) {
    const std::filesystem::path program = worker_program(limits);
    auto state = std::make_unique<State>();
    std::vector<Candidate> candidates;
    candidates.reserve(files.size());
    for (const auto& file : files) candidates.push_back({.file = file, .sha256 = {}, .worker = {}, .complaint = {}});
    std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.file < b.file; });

    std::vector<Worker*> asked;
    for (auto& candidate : candidates) {
        start(candidate, program, limits);
        if (!candidate.worker) continue;
        asked.push_back(candidate.worker.get());
        state->workers[candidate.file] = candidate.worker;
    }
    Worker::finish(asked);

    std::map<std::string, std::filesystem::path> owners;
    for (auto& candidate : candidates) {
        std::optional<Programme> programme = described(candidate);
        if (programme && !owners.emplace(programme->id, candidate.file).second) {
            const std::string first = owners[programme->id].filename().string();
            std::string what = candidate.file.filename().string();
            what.append(" and ").append(first).append(" both supply the programme ").append(programme->id);
            what.append("; ").append(first).append(" takes part.");
            candidate.complaint = {std::move(what), "Remove one of the two files."};
            programme.reset();
        }
        if (!programme) {
            if (candidate.worker) candidate.worker->end();
            state->refused.push_back({candidate.file, candidate.complaint.what, candidate.complaint.remedy});
            continue;
        }
        state->loaded.push_back({.file = candidate.file,
                                 .sha256 = candidate.sha256,
                                 .abi = candidate.worker->reply().abi,
                                 .programme = std::move(*programme)});
        connect(state->loaded.back(), candidate.worker);
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

std::string Fleet::log_of(const std::filesystem::path& file) const {
    const auto found = state_->workers.find(file);
    return found == state_->workers.end() ? std::string() : found->second->log();
}

}  // namespace quarterdeck::plugins
