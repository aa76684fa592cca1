#include "snapshot/record_files.h"

#include <stdexcept>
#include <system_error>
#include <utility>

#include "extract/parallel.h"
#include "snapshot/directory.h"
#include "snapshot/findings.h"

namespace quarterdeck::snapshot {

RecordFiles::RecordFiles(const std::filesystem::path& directory)
    : RecordFiles(directory, list_directory(directory).assignments, extract::processors()) {}

RecordFiles::RecordFiles(const std::filesystem::path& directory, std::vector<std::string> paths, std::size_t threads)
    : files_(paths.size()), sums_(paths.size()) {
    for (std::size_t i = 0; i < paths.size(); ++i) files_[i].path = std::move(paths[i]);
    try {
        worker_ =
            std::jthread([this, directory, threads](const std::stop_token& stop) { work(stop, directory, threads); });
    } catch (const std::system_error&) {
        work({}, directory, threads);
    }
}

const std::vector<RecordFile>& RecordFiles::files() {
    when_opened_.get();
    return files_;
}

const std::vector<std::string>& RecordFiles::sums() {
    when_hashed_.get();
    return sums_;
}

/// Side by side: unpacking takes its time.
void RecordFiles::open(const std::filesystem::path& directory, std::size_t threads) {
    extract::parallel(files_.size(), threads, [&](std::size_t i, std::size_t) {
        try {
            files_[i].contents = std::make_shared<const extract::TextFile>(directory / files_[i].path);
        } catch (const std::runtime_error& error) {
            files_[i].finding = unreadable(files_[i].path, error);
        }
    });
}

void RecordFiles::hash(const std::stop_token& stop) {
    for (std::size_t i = 0; i < files_.size(); ++i)
        if (files_[i].contents) sums_[i] = files_[i].contents->sha256(stop);
}

void RecordFiles::work(const std::stop_token& stop, const std::filesystem::path& directory, std::size_t threads) {
    std::promise<void>* next = &opened_;
    try {
        open(directory, threads);
        std::exchange(next, &hashed_)->set_value();
        hash(stop);
        next->set_value();
    } catch (...) {
        next->set_exception(std::current_exception());
    }
}

}  // namespace quarterdeck::snapshot
