#pragma once

#include <cstddef>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "extract/running_sum.h"
#include "extract/text_file.h"
#include "validate/finding.h"

namespace quarterdeck::snapshot {

/// A file of staff records, or why it can't be read.
struct RecordFile {
    std::string path;  ///< relative to the data directory
    std::shared_ptr<const extract::TextFile> contents;
    std::shared_ptr<extract::RunningSum> sum;  ///< of the contents
    std::optional<validate::Finding> finding;
};

/// The files of staff records of a data directory, opened beside other work, and hashed while the machine has nothing
/// else to do: neither depends on what is asked of them.
class RecordFiles {
public:
    /// Throws `Refusal` when it isn't a directory.
    explicit RecordFiles(const std::filesystem::path& directory);

    /// Of these files, with up to so many threads at a time.
    RecordFiles(const std::filesystem::path& directory, std::vector<std::string> paths, std::size_t threads);

    /// All files, once they are opened. They are hashed no further from here on: whoever reads them does that.
    const std::vector<RecordFile>& files();

private:
    void open(const std::filesystem::path& directory, std::size_t threads);
    void work(const std::stop_token& stop, const std::filesystem::path& directory, std::size_t threads);

    std::vector<RecordFile> files_;
    std::promise<void> opened_;
    std::shared_future<void> when_opened_ = opened_.get_future();
    std::jthread worker_;  ///< ends first: it uses the others
};

}  // namespace quarterdeck::snapshot
