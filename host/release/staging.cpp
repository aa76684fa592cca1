#include "release/staging.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <system_error>

#include "extract/sha256.h"
#include "refusal.h"
#include "release/manifest.h"
#include "release/whole_file.h"

namespace quarterdeck::release {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) {
    return std::generic_category().message(error);
}

fs::path parent_of(const fs::path& out) {
    return out.has_parent_path() ? out.parent_path() : fs::path(".");
}

std::string staging_prefix(const fs::path& out) {
    return "." + out.filename().string() + ".staging-";
}

/// Everything in the folder must be listed in its release.json, so that a swap loses nothing of the user's.
void require_replaceable(const fs::path& out) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(out, error);
    if (status.type() == fs::file_type::not_found) return;
    if (status.type() != fs::file_type::directory)
        throw Refusal(
            fmt::format("{}: this is not a directory. Name a directory that is absent, empty or holds an "
                        "earlier release with --out.",
                        out.string()));
    if (fs::is_empty(out, error)) return;
    if (error) throw Refusal(fmt::format("{}: can't be read ({}).", out.string(), error.message()));
    if (!fs::exists(out / "release.json"))
        throw Refusal(
            fmt::format("{}: holds files but no release.json, so it isn't an earlier release. Name a "
                        "directory that is absent, empty or holds an earlier release with --out.",
                        out.string()));
    const std::set<std::string> listed = files_of_release(out);
    for (auto entry = fs::recursive_directory_iterator(out, error); entry != fs::recursive_directory_iterator();
         entry.increment(error)) {
        if (error) throw Refusal(fmt::format("{}: can't be read ({}).", out.string(), error.message()));
        const std::string name = entry->path().lexically_relative(out).generic_string();
        if (!entry->is_directory() && name != "release.json" && !listed.contains(name))
            throw Refusal(
                fmt::format("{}: holds {}, which isn't part of the earlier release there and would be lost. "
                            "Move it elsewhere, or name another directory with --out.",
                            out.string(), name));
    }
}

/// A folder that nobody holds a lock on was left by a process that was killed.
void remove_abandoned(const fs::path& out) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(parent_of(out), error)) {
        if (!entry.path().filename().string().starts_with(staging_prefix(out))) continue;
        const int folder = ::open(entry.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
        if (folder < 0) continue;
        if (::flock(folder, LOCK_EX | LOCK_NB) == 0) fs::remove_all(entry.path(), error);
        ::close(folder);
    }
}

}  // namespace

Staging::Staging(fs::path out) : out_(std::move(out)) {
    while (!out_.empty() && out_.filename().empty() && out_.has_parent_path() && out_ != out_.parent_path())
        out_ = out_.parent_path();
    if (out_.filename().empty() || out_.filename() == "." || out_.filename() == "..") out_ = fs::weakly_canonical(out_);
    require_replaceable(out_);
    std::error_code error;
    fs::create_directories(parent_of(out_), error);
    remove_abandoned(out_);
    std::string pattern = (parent_of(out_) / (staging_prefix(out_) + "XXXXXX")).string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw Refusal(
            fmt::format("{}: can't be written ({}). Name a directory whose parent you may write to "
                        "with --out.",
                        out_.string(), reason(errno)));
    folder_ = pattern;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    fs::permissions(folder_, static_cast<fs::perms>(0777 & ~mask), error);
    lock_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock_ >= 0) ::flock(lock_, LOCK_EX | LOCK_NB);
}

Staging::~Staging() {
    std::error_code error;
    fs::remove_all(folder_, error);
    if (lock_ >= 0) ::close(lock_);
}

fs::path Staging::place(std::string_view relative) const {
    fs::path file = folder_ / relative;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        throw Refusal(fmt::format("{}: can't be written ({}). Nothing was published.", out_.string(), error.message()));
    return file;
}

void Staging::write(std::string_view relative, std::string_view bytes) {
    const ReleasedFile described{std::string(relative), extract::sha256(bytes), bytes.size()};
    const fs::path file = place(relative);
    const int error = write_new_file(file, bytes, 0666);
    if (error != 0)
        throw Refusal(
            fmt::format("{}: {} can't be written ({}). Nothing was published; free some space or name "
                        "another directory with --out.",
                        out_.string(), relative, reason(error)));
    const std::scoped_lock lock(writing_);
    written_.insert_or_assign(described.path, described);
}

std::vector<ReleasedFile> Staging::files() const {
    const std::scoped_lock lock(writing_);
    std::vector<ReleasedFile> files;
    for (const auto& [path, file] : written_) files.push_back(file);
    return files;
}

void Staging::publish() {
    const auto refuse = [&](int error) {
        throw Refusal(fmt::format("{}: the finished release can't be moved into place ({}). Nothing was published.",
                                  out_.string(), reason(error)));
    };
    const bool replaces = fs::exists(out_);
    const unsigned flags = replaces ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, out_.c_str(), flags) != 0) refuse(errno);
}

}  // namespace quarterdeck::release
