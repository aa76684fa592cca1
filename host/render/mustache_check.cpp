#include "render/mustache_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "refusal.h"
#include "report/nearest.h"

namespace quarterdeck::render {
namespace {

constexpr std::size_t deepest = 30;
constexpr std::size_t most_tags = 20'000;

/// One tag of a Mustache file.
struct Tag {
    char kind = ' ';  ///< as written after the braces; ' ' for a text, '&' for unescaped text
    std::string name;
    std::size_t line = 1;
};

[[noreturn]] void refuse(const MustacheFile& file, std::size_t line, const std::string& sentence) {
    throw Refusal(fmt::format("{}, line {}: {}", file.name, line, sentence));
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Reads one tag after another.
class Tags {
public:
    explicit Tags(const MustacheFile& file) : file_(file) {}

    std::optional<Tag> next() {
        const std::string_view text = file_.text;
        const auto open = text.find("{{", at_);
        if (open == std::string_view::npos) return std::nullopt;
        line_ += newlines(at_, open);
        const bool triple = text.substr(open, 3) == "{{{";
        const std::string_view end = triple ? "}}}" : "}}";
        const auto close = text.find(end, open + end.size());
        if (close == std::string_view::npos)
            refuse(file_, line_, fmt::format("a tag starts here and doesn't end. Close it with \"{}\".", end));
        const Tag tag = read(trimmed(text.substr(open + end.size(), close - open - end.size())), triple);
        line_ += newlines(open, close);
        at_ = close + end.size();
        return tag;
    }

private:
    Tag read(std::string_view inside, bool triple) const {
        if (inside.find("{{") != std::string_view::npos)
            refuse(file_, line_, "a tag starts here, and another within it. Close it with \"}}\".");
        Tag tag{' ', std::string(inside), line_};
        if (triple) {
            tag.kind = '&';
        } else if (!inside.empty() && std::string_view("#^/>&!=").find(inside.front()) != std::string_view::npos) {
            tag.kind = inside.front();
            tag.name = trimmed(inside.substr(1));
        }
        if (tag.name.empty() && tag.kind != '!') refuse(file_, line_, "a tag has no name.");
        return tag;
    }
    std::size_t newlines(std::size_t from, std::size_t to) const {
        return static_cast<std::size_t>(std::count(file_.text.begin() + static_cast<std::ptrdiff_t>(from),
                                                   file_.text.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    }

    const MustacheFile& file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

/// Where a file stands: the sections around, the innermost last, and the partials that lead to it.
class Checker {
public:
    Checker(const std::map<std::string, std::string>& partials, const Shape& shape)
        : partials_(partials), scopes_{&shape} {}

    void check(const MustacheFile& file) {
        std::vector<Tag> open;
        Tags tags(file);
        while (const std::optional<Tag> tag = tags.next()) {
            if (++tags_checked_ > most_tags)
                refuse(file, tag->line, fmt::format("the page has more than {} tags.", most_tags));
            if (tag->kind == '=') refuse(file, tag->line, "other delimiters than \"{{\" and \"}}\" can't be used.");
            if (tag->kind == '#' || tag->kind == '^') open_section(file, *tag, open);
            if (tag->kind == '/') close_section(file, *tag, open);
            if (tag->kind == '>') check_partial(file, *tag);
            if (tag->kind == ' ' || tag->kind == '&') check_text(file, *tag);
        }
        if (!open.empty())
            refuse(file, open.back().line,
                   fmt::format("the section \"{0}\" starts here and doesn't end. Close it with \"{{{{/{0}}}}}\".",
                               open.back().name));
    }

private:
    void open_section(const MustacheFile& file, const Tag& tag, std::vector<Tag>& open) {
        if (open.size() >= deepest)
            refuse(file, tag.line, fmt::format("sections are nested more than {} deep.", deepest));
        scopes_.push_back(tag.kind == '#' ? &known(file, tag) : scopes_.back());
        if (tag.kind == '^') known(file, tag);
        open.push_back(tag);
    }

    void close_section(const MustacheFile& file, const Tag& tag, std::vector<Tag>& open) {
        if (open.empty())
            refuse(file, tag.line, fmt::format("the section \"{}\" ends here but never starts.", tag.name));
        if (open.back().name != tag.name)
            refuse(file, tag.line,
                   fmt::format("the section \"{}\" ends here, but \"{}\" of line {} is still open.", tag.name,
                               open.back().name, open.back().line));
        open.pop_back();
        scopes_.pop_back();
    }

    void check_text(const MustacheFile& file, const Tag& tag) {
        const Shape& shape = known(file, tag);
        if (!shape.members.empty())
            refuse(file, tag.line, fmt::format("\"{0}\" is not a text; step into it with \"{{{{#{0}}}}}\".", tag.name));
        if (tag.kind == '&' && !shape.markup)
            refuse(file, tag.line,
                   fmt::format("\"{0}\" is text and must be escaped. Write it as \"{{{{{0}}}}}\".", tag.name));
    }

    void check_partial(const MustacheFile& file, const Tag& tag) {
        const auto partial = partials_.find(tag.name);
        if (partial == partials_.end()) {
            std::vector<std::string> names;
            for (const auto& [name, text] : partials_) names.push_back(name);
            refuse(file, tag.line,
                   fmt::format("there is no partial \"{}\"{} Partials are the files *.mustache of the "
                               "folder partials.",
                               tag.name, report::nearest_hint(tag.name, names)));
        }
        if (!within_.insert(tag.name).second)
            refuse(file, tag.line, fmt::format("the partial \"{}\" leads back to itself.", tag.name));
        check({"partials/" + tag.name + ".mustache", partial->second});
        within_.erase(tag.name);
    }

    /// What a name stands for here: the innermost section that has it counts.
    const Shape& known(const MustacheFile& file, const Tag& tag) const {
        if (tag.name == ".") return *scopes_.back();
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
            if (const Shape* found = follow(**scope, tag.name)) return *found;
        refuse(
            file, tag.line,
            fmt::format("the name \"{}\" is not known here{}", tag.name, report::nearest_hint(tag.name, names_here())));
    }

    static const Shape* follow(const Shape& from, std::string_view path) {
        const Shape* at = &from;
        while (true) {
            const auto dot = path.find('.');
            const auto member = at->members.find(std::string(path.substr(0, dot)));
            if (member == at->members.end()) return nullptr;
            at = &member->second;
            if (dot == std::string_view::npos) return at;
            if (at->list) return nullptr;
            path.remove_prefix(dot + 1);
        }
    }

    std::vector<std::string> names_here() const {
        std::vector<std::string> names;
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
            for (const auto& [name, member] : (*scope)->members) {
                names.push_back(name);
                if (name == "words") add_paths(member, "words", names);
            }
        return names;
    }

    static void add_paths(const Shape& shape, const std::string& prefix, std::vector<std::string>& names) {
        for (const auto& [name, member] : shape.members) {
            const std::string path = fmt::format("{}.{}", prefix, name);
            names.push_back(path);
            add_paths(member, path, names);
        }
    }

    const std::map<std::string, std::string>& partials_;
    std::vector<const Shape*> scopes_;
    std::set<std::string> within_;
    std::size_t tags_checked_ = 0;
};

}  // namespace

void check_mustache(const MustacheFile& page, const std::map<std::string, std::string>& partials, const Shape& shape) {
    Checker(partials, shape).check(page);
}

}  // namespace quarterdeck::render
