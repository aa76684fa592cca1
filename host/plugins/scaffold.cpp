#include "plugins/scaffold.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "extract/utf8.h"
#include "plugins/offences.h"
#include "refusal.h"

namespace quarterdeck::plugins {

namespace {

namespace fs = std::filesystem;

/// What the model calls its programme, in the spellings that occur in it.
constexpr std::string_view model_id = "new_programme";
constexpr std::string_view model_suite = "NewProgramme";
constexpr std::string_view model_title_en = "New programme";
constexpr std::string_view model_title_cy = "Rhaglen newydd";

/// CMake keeps these names for targets of its own.
constexpr std::array<std::string_view, 9> taken_ids{"all",  "clean",   "depend", "help",      "install",
                                                    "test", "package", "gtest",  "edit_cache"};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

char upper(char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

/// "healthcare_science" reads "Healthcare science".
std::string title_of(std::string id) {
    std::replace(id.begin(), id.end(), '_', ' ');
    id.front() = upper(id.front());
    return id;
}

/// "healthcare_science" names the test suite "HealthcareScience".
std::string suite_of(const std::string& id) {
    std::string suite;
    bool begins = true;
    for (const char c : id) {
        if (c != '_') suite += begins ? upper(c) : c;
        begins = c == '_';
    }
    return suite;
}

void check_id(const std::string& id) {
    if (!is_identifier(id))
        throw WrongUse(
            "The id of a programme is a lower-case letter, then up to 63 lower-case letters, digits and "
            "underscores, for instance audiology; \"" +
            id.substr(0, 80) + "\" isn't one.");
    if (std::find(taken_ids.begin(), taken_ids.end(), id) != taken_ids.end())
        throw WrongUse("CMake keeps the name " + id + " for itself; choose another id, for instance " + id +
                       "_programme.");
}

/// A title goes into string literals, YAML and CSV unquoted.
void check_title(const std::string& title) {
    const auto unfit = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 ||
               std::string_view("\"\\:#,{}[]").find(c) != std::string_view::npos;
    };
    if (title.size() > 100 || !extract::is_utf8(title) || std::any_of(title.begin(), title.end(), unfit))
        throw WrongUse(
            "A title has up to 100 bytes of UTF-8 and none of \" \\ : # , { } [ ] in it. Choose a plain one "
            "now, and change it in the source afterwards.");
}

/// Replaces the model's names in one go, so that no replacement is replaced again.
std::string renamed(std::string text, const Scaffold& scaffold) {
    const std::array<std::pair<std::string_view, std::string>, 4> names{{{model_id, scaffold.id},
                                                                         {model_suite, suite_of(scaffold.id)},
                                                                         {model_title_en, scaffold.title.en},
                                                                         {model_title_cy, scaffold.title.cy}}};
    // Bytes that no UTF-8 text holds stand for the names in between.
    for (std::size_t i = 0; i < names.size(); ++i) replace_all(text, names[i].first, std::string(1, char(0xF8 + i)));
    for (std::size_t i = 0; i < names.size(); ++i) replace_all(text, std::string(1, char(0xF8 + i)), names[i].second);
    return text;
}

[[noreturn]] void refuse(const fs::path& out, int error) {
    throw Refusal(out.string() + ": the project can't be written: " + std::generic_category().message(error) +
                  ". Choose another place with --out.");
}

/// A folder beside the place where the project will stand, removed unless it was moved there.
class Draft {
public:
    explicit Draft(fs::path out) : out_(std::move(out)) {
        std::string name = (out_.parent_path() / ("." + out_.filename().string() + ".XXXXXX")).string();
        if (mkdtemp(name.data()) == nullptr) refuse(out_, errno);
        folder_ = name;
    }
    ~Draft() {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    void write(const fs::path& relative, const std::string& text) const {
        const fs::path file = folder_ / relative;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        errno = 0;
        std::ofstream stream(file, std::ios::binary);
        stream << text;
        stream.close();
        if (!stream) refuse(out_, errno == 0 ? EIO : errno);
    }

    void publish() {
        std::error_code ignored;
        fs::permissions(folder_, fs::perms(0755), ignored);
        if (renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, out_.c_str(), RENAME_NOREPLACE) != 0) {
            if (errno != EEXIST) refuse(out_, errno);
            throw Refusal(out_.string() +
                          ": there is something at this place already. Nothing was written; choose "
                          "another place with --out.");
        }
        folder_.clear();
    }

private:
    fs::path out_;
    fs::path folder_;
};

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) throw Refusal(file.string() + ": the template can't be read. Install Quarterdeck again.");
    return text;
}

std::vector<fs::path> files_of(const fs::path& model) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(model, error), end; !error && entry != end; entry.increment(error))
        if (entry->is_regular_file()) files.push_back(entry->path().lexically_relative(model));
    if (error || files.empty())
        throw Refusal(model.string() + ": the template of plugins isn't there. Install Quarterdeck again.");
    return files;
}

}  // namespace

void write_project(Scaffold scaffold) {
    check_id(scaffold.id);
    if (scaffold.title.en.empty()) scaffold.title.en = title_of(scaffold.id);
    if (scaffold.title.cy.empty()) scaffold.title.cy = scaffold.title.en;
    check_title(scaffold.title.en);
    check_title(scaffold.title.cy);
    Draft draft(fs::absolute(scaffold.out).lexically_normal());
    for (const fs::path& file : files_of(scaffold.model))
        draft.write(renamed(file.string(), scaffold), renamed(text_of(scaffold.model / file), scaffold));
    draft.publish();
}

}  // namespace quarterdeck::plugins
