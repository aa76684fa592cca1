#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "release/manifest.h"

namespace quarterdeck::release {

/// A release while it is being written: a folder beside the place where it will stand. `publish` swaps it in
/// whole; without it nothing is left behind, and a process that is killed leaves the old release untouched and
/// a folder that the next run removes.
class Staging {
public:
    /// `out` must be absent, empty or hold an earlier release and nothing else. Throws `Refusal` when it doesn't,
    /// or when its parent can't be written.
    explicit Staging(std::filesystem::path out);
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    /// Writes a file whole; its folder is made. `relative` uses `/` and stays inside. Throws `Refusal` when it can't,
    /// for instance on a full disk.
    /// Several threads may write different files at once.
    void write(std::string_view relative, std::string_view bytes);

    /// Where the files are until they are published.
    const std::filesystem::path& folder() const { return folder_; }

    /// The files written so far, by path.
    std::vector<ReleasedFile> files() const;

    /// Swaps the folder in. The release.json must have been written.
    void publish();

private:
    std::filesystem::path place(std::string_view relative) const;

    std::filesystem::path out_;
    std::filesystem::path folder_;
    int lock_ = -1;
    mutable std::mutex writing_;
    std::map<std::string, ReleasedFile> written_;  ///< by path
};

}  // namespace quarterdeck::release
