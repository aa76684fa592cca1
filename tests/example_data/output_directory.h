#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace quarterdeck::example {

/// A file being written. Errors: `Refusal` with the file's name and the system's reason.
class OutputFile {
public:
    explicit OutputFile(const std::filesystem::path& path);
    void write(std::string_view text);
    void close();

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::filesystem::path path_;
    std::unique_ptr<std::FILE, Close> file_;
};

/// A directory that appears under its name only when it is complete: it is written beside and changes places in one
/// step. What isn't put in place is removed; what a killed process left is removed by the next one.
class OutputDirectory {
public:
    /// Throws `WrongUse` if `target` is there and neither empty nor an earlier example, or can't be written beside.
    explicit OutputDirectory(const std::filesystem::path& target);
    ~OutputDirectory();
    OutputDirectory(const OutputDirectory&) = delete;
    OutputDirectory& operator=(const OutputDirectory&) = delete;

    /// Where to write a file; folders on the way are made.
    std::filesystem::path file(std::string_view name) const;

    /// Puts everything in place of what `target` held.
    void put_in_place();

private:
    std::filesystem::path target_;
    std::filesystem::path beside_;
};

}  // namespace quarterdeck::example
