#include "output_directory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "refusal.h"

namespace quarterdeck::example {

namespace fs = std::filesystem;

namespace {

/// What an example consists of; a directory that holds anything else isn't replaced.
constexpr std::array<std::string_view, 8> entries{"README.md",     "assignments", "calibration.csv",  "dataset.yaml",
                                                  "establishment", "published",   "subjective_codes", "training"};

bool says_synthetic(const fs::path& dataset) {
    try {
        return YAML::LoadFile(dataset.string())["synthetic"].as<bool>(false);
    } catch (const YAML::Exception&) {
        return false;
    }
}

bool is_earlier_example(const fs::path& directory) {
    if (!says_synthetic(directory / "dataset.yaml")) return false;
    return std::ranges::all_of(fs::directory_iterator(directory), [](const fs::directory_entry& entry) {
        return std::ranges::find(entries, entry.path().filename().string()) != entries.end();
    });
}

void check_target(const fs::path& target) {
    if (!fs::exists(target)) return;
    if (!fs::is_directory(target))
        throw WrongUse(fmt::format("{} is a file. Name a directory with --out.", target.string()));
    if (fs::is_empty(target) || is_earlier_example(target)) return;
    throw WrongUse(
        fmt::format("{} holds something other than an example written earlier, and is left as it is. Name "
                    "an empty or new directory with --out.",
                    target.string()));
}

[[noreturn]] void refuse(const fs::path& path, int error) {
    throw Refusal(
        fmt::format("{} can't be written: {}. Nothing was put in place. Make room or choose another "
                    "directory with --out.",
                    path.string(), std::generic_category().message(error)));
}

}  // namespace

OutputFile::OutputFile(const fs::path& path) : path_(path), file_(std::fopen(path.c_str(), "wb")) {
    if (!file_) refuse(path_, errno);
}

void OutputFile::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) refuse(path_, errno);
}

void OutputFile::close() {
    if (std::fclose(file_.release()) != 0) refuse(path_, errno);
}

OutputDirectory::OutputDirectory(const fs::path& target) {
    try {
        target_ = fs::weakly_canonical(fs::absolute(target));
        if (!target_.has_filename()) target_ = target_.parent_path();
        check_target(target_);
        beside_ = target_.parent_path() / fmt::format(".{}.unfinished", target_.filename().string());
        fs::remove_all(beside_);
        fs::create_directories(beside_);
    } catch (const fs::filesystem_error& error) {
        throw WrongUse(fmt::format("{} can't be written: {}. Name a directory that can, with --out.", target.string(),
                                   error.code().message()));
    }
}

OutputDirectory::~OutputDirectory() {
    std::error_code ignored;
    fs::remove_all(beside_, ignored);
}

fs::path OutputDirectory::file(std::string_view name) const {
    fs::path path = beside_ / name;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) refuse(path, error.value());
    return path;
}

// With an earlier directory in place the two change names in one step, and the destructor removes the earlier one.
void OutputDirectory::put_in_place() {
    const unsigned flags = fs::exists(target_) ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, beside_.c_str(), AT_FDCWD, target_.c_str(), flags) != 0) refuse(target_, errno);
}

}  // namespace quarterdeck::example
