#include "snapshot/record_files.h"

#include <sys/resource.h>

#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "extract/parallel.h"
#include "snapshot/directory.h"
#include "snapshot/findings.h"

namespace quarterdeck::snapshot {
namespace {

/// Lets all others go first.
void step_back() {
    constexpr int last = 19;
    ::setpriority(PRIO_PROCESS, 0, last);  // of this thread alone
}

}  // namespace

RecordFiles::RecordFiles(const std::filesystem::path& directory)
    : RecordFiles(directory, list_directory(directory).assignments, extract::processors()) {}

RecordFiles::RecordFiles(const std::filesystem::path& directory, std::vector<std::string> paths, std::size_t threads)
    : files_(paths.size()) {
    for (std::size_t i = 0; i < paths.size(); ++i) files_[i].path = std::move(paths[i]);
    try {
        worker_ =
            std::jthread([this, directory, threads](const std::stop_token& stop) { work(stop, directory, threads); });
    } catch (const std::system_error&) {
        open(directory, threads);
        opened_.set_value();
    }
}

const std::vector<RecordFile>& RecordFiles::files() {
    when_opened_.wait();
    worker_.request_stop();
    if (worker_.joinable()) worker_.join();
    when_opened_.get();
    return files_;
}

/// Side by side: unpacking takes its time.
void RecordFiles::open(const std::filesystem::path& directory, std::size_t threads) {
    extract::parallel(files_.size(), threads, [&](std::size_t i, std::size_t) {
        try {
            files_[i].contents = std::make_shared<const extract::TextFile>(directory / files_[i].path);
            files_[i].sum = std::make_shared<extract::RunningSum>(files_[i].contents);
        } catch (const std::runtime_error& error) {
            files_[i].finding = unreadable(files_[i].path, error);
        }
    });
}

void RecordFiles::work(const std::stop_token& stop, const std::filesystem::path& directory, std::size_t threads) {
    try {
        open(directory, threads);
    } catch (...) {
        return opened_.set_exception(std::current_exception());
    }
    opened_.set_value();
    step_back();
    try {
        for (const RecordFile& file : files_)
            if (file.sum && !stop.stop_requested()) file.sum->run_ahead(stop);
    } catch (const std::exception&) {
        return;  // whoever reads the file goes on, and meets the same
    }
}

}  // namespace quarterdeck::snapshot
