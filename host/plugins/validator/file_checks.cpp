#include <gelf.h>
#include <libelf.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <set>

#include "plugins/validator/subject.h"

namespace quarterdeck::plugins {

namespace {

using Found = std::optional<std::string>;

/// An object file in memory, as elfutils reads it.
class ObjectFile {
public:
    explicit ObjectFile(std::string bytes) : bytes_(std::move(bytes)) {
        elf_version(EV_CURRENT);
        elf_ = elf_memory(bytes_.data(), bytes_.size());
    }
    ~ObjectFile() { elf_end(elf_); }
    ObjectFile(const ObjectFile&) = delete;
    ObjectFile& operator=(const ObjectFile&) = delete;

    std::optional<GElf_Ehdr> header() const {
        GElf_Ehdr header;
        if (elf_ == nullptr || elf_kind(elf_) != ELF_K_ELF || gelf_getehdr(elf_, &header) == nullptr)
            return std::nullopt;
        return header;
    }

    /// Calls look(header, data) for every section of a type.
    template <class Look>
    void sections(std::uint32_t type, Look look) const {
        for (Elf_Scn* section = elf_nextscn(elf_, nullptr); section != nullptr; section = elf_nextscn(elf_, section)) {
            GElf_Shdr header;
            if (gelf_getshdr(section, &header) == nullptr || header.sh_type != type || header.sh_entsize == 0) continue;
            if (Elf_Data* data = elf_getdata(section, nullptr)) look(header, data);
        }
    }

    std::string text(std::size_t section, std::size_t at) const {
        const char* text = elf_strptr(elf_, section, at);
        return text == nullptr ? std::string() : std::string(text);
    }

    /// Names that the file defines for others.
    std::set<std::string> exports() const {
        std::set<std::string> names;
        sections(SHT_DYNSYM, [&](const GElf_Shdr& header, Elf_Data* data) {
            for (std::size_t i = 0; i < header.sh_size / header.sh_entsize; ++i) {
                GElf_Sym symbol;
                if (gelf_getsym(data, static_cast<int>(i), &symbol) == nullptr) break;
                const bool local = GELF_ST_BIND(symbol.st_info) == STB_LOCAL;
                const bool hidden = GELF_ST_VISIBILITY(symbol.st_other) == STV_HIDDEN;
                if (!local && !hidden && symbol.st_shndx != SHN_UNDEF)
                    names.insert(text(header.sh_link, symbol.st_name));
            }
        });
        return names;
    }

    /// Calls look(tag, value, section of texts) for every dynamic entry.
    template <class Look>
    void dynamic_entries(Look look) const {
        sections(SHT_DYNAMIC, [&](const GElf_Shdr& header, Elf_Data* data) {
            for (std::size_t i = 0; i < header.sh_size / header.sh_entsize; ++i) {
                GElf_Dyn entry;
                if (gelf_getdyn(data, static_cast<int>(i), &entry) == nullptr) break;
                look(entry.d_tag, entry.d_un.d_val, header.sh_link);
            }
        });
    }

    /// Whether a segment can be both written and run.
    bool has_writable_code() const {
        std::size_t count = 0;
        if (elf_getphdrnum(elf_, &count) != 0) return false;
        for (std::size_t i = 0; i < count; ++i) {
            GElf_Phdr segment;
            if (gelf_getphdr(elf_, static_cast<int>(i), &segment) == nullptr) break;
            const bool memory = segment.p_type == PT_LOAD || segment.p_type == PT_GNU_STACK;
            if (memory && (segment.p_flags & PF_W) != 0 && (segment.p_flags & PF_X) != 0) return true;
        }
        return false;
    }

private:
    std::string bytes_;
    Elf* elf_ = nullptr;
};

/// Throws `NotTried` where the file isn't a shared object.
ObjectFile object(Subject& subject) {
    return ObjectFile(subject.bytes());
}

void expect_object(const ObjectFile& file) {
    if (!file.header()) throw NotTried("The file isn't a shared object.");
}

Found can_be_read(Subject& subject, std::string_view /*name*/) {
    try {
        if (!subject.bytes().empty()) return std::nullopt;
        return "The file is empty.";
    } catch (const NotTried& reason) {
        return reason.what();
    }
}

Found for_this_machine(Subject& subject, std::string_view /*name*/) {
    const auto theirs = object(subject).header();
    if (!theirs || theirs->e_type != ET_DYN) return "The file isn't a shared object.";
    std::string own_path = "/proc/self/exe";
    Subject self(own_path, subject.limits());
    const auto ours = object(self).header();
    if (ours && theirs->e_machine == ours->e_machine && theirs->e_ident[EI_CLASS] == ours->e_ident[EI_CLASS])
        return std::nullopt;
    return "It was built for another kind of processor.";
}

Found exports_one(Subject& subject, std::string_view /*name*/) {
    const ObjectFile file(subject.bytes());
    expect_object(file);
    std::set<std::string> names = file.exports();
    if (names.erase("quarterdeck_plugin") == 0) return "It doesn't export quarterdeck_plugin.";
    if (names.empty()) return std::nullopt;
    return "It exports " + std::to_string(names.size()) + " more, among them " + *names.begin() + ".";
}

Found needs_system_only(Subject& subject, std::string_view /*name*/) {
    const ObjectFile file(subject.bytes());
    expect_object(file);
    Found found;
    file.dynamic_entries([&](std::int64_t tag, std::uint64_t value, std::size_t texts) {
        if (tag != DT_NEEDED || found) return;
        const std::string library = file.text(texts, value);
        const std::string stem = library.substr(0, library.find('.'));
        if (stem != "libc" && stem != "libm" && stem != "libpthread" && stem != "libdl" && stem != "librt" &&
            !stem.starts_with("ld-linux"))
            found = "It needs " + library + ".";
    });
    return found;
}

Found binds_at_load(Subject& subject, std::string_view /*name*/) {
    const ObjectFile file(subject.bytes());
    expect_object(file);
    bool bound = false;
    file.dynamic_entries([&](std::int64_t tag, std::uint64_t value, std::size_t /*texts*/) {
        bound = bound || tag == DT_BIND_NOW || (tag == DT_FLAGS && (value & DF_BIND_NOW) != 0) ||
                (tag == DT_FLAGS_1 && (value & DF_1_NOW) != 0);
    });
    if (bound) return std::nullopt;
    return "Its symbols are bound when they are first called, not when it is loaded.";
}

Found code_is_read_only(Subject& subject, std::string_view /*name*/) {
    const ObjectFile file(subject.bytes());
    expect_object(file);
    if (!file.has_writable_code()) return std::nullopt;
    return "It asks for memory that can be both written and run, such as a stack.";
}

constexpr const char* use_function = "Build it with quarterdeck_add_plugin(), which sets the flags.";

constexpr std::array<Check, 6> checks{{
    {"file-can-be-read", "The file can be read and isn't empty.", "Check the file's name and permissions.",
     can_be_read},
    {"file-is-for-this-machine", "The file is a shared object for this kind of processor.",
     "Build the plugin on this kind of machine, as a MODULE library.", for_this_machine},
    {"exports-one-symbol", "The file exports quarterdeck_plugin and nothing else.", use_function, exports_one},
    {"needs-system-libraries-only", "The file needs the C library and no other.",
     "Build it with quarterdeck_add_plugin(), which links the C++ runtime in; link other libraries statically.",
     needs_system_only},
    {"binds-at-load", "A missing symbol shows when the file is loaded.", use_function, binds_at_load},
    {"code-is-read-only", "No memory is both written and run.",
     "Link it with -z noexecstack, and take out assembly without a .note.GNU-stack section.", code_is_read_only},
}};

}  // namespace

std::span<const Check> file_checks() {
    return checks;
}

}  // namespace quarterdeck::plugins
