#include "snapshot/kept.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "extract/mapped_file.h"
#include "extract/parallel.h"
#include "extract/sha256.h"
#include "refusal.h"
#include "snapshot/kept_staff.h"

namespace quarterdeck::snapshot {
namespace {

/// Raised when the bytes change their meaning, or when reading the same records gives something else.
constexpr std::uint64_t format = 3;
constexpr std::string_view magic = "Quarterdeck snapshot\n";

std::string checksum(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& reason) {
    throw Refusal(
        fmt::format("{}: snapshots can't be kept there ({}). Name a folder of your own with "
                    "--keep-snapshots, or leave it out.",
                    folder.string(), reason));
}

/// Whether the user owns the file and nobody else may read or write it.
bool private_to_user(const std::filesystem::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
           (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

std::string sha256_of(const std::filesystem::path& path) {
    constexpr std::size_t block = std::size_t{256} << 10;
    const extract::MappedFile file(path);
    extract::Sha256 sum;
    std::vector<char> store;
    for (std::size_t at = 0; at < file.bytes().size(); at += block)
        sum.add(file.part(at, std::min(block, file.bytes().size() - at), store));
    return file.changed() ? std::string() : sum.text();
}

/// Whether the data directory holds just these files as they were.
bool unchanged(const std::filesystem::path& data, const std::vector<SourceFile>& files,
               const std::vector<std::string>& paths, std::size_t threads) {
    std::error_code error;
    const bool same_sizes = std::equal(
        files.begin(), files.end(), paths.begin(), paths.end(), [&](const SourceFile& file, const std::string& path) {
            return file.path == path && std::filesystem::file_size(data / path, error) == file.bytes;
        });
    if (!same_sizes) return false;
    std::vector<char> same(files.size());
    extract::parallel(files.size(), threads, [&](std::size_t i, std::size_t) {
        same[i] = static_cast<char>(sha256_of(data / files[i].path) == files[i].sha256);
    });
    return std::find(same.begin(), same.end(), 0) == same.end();
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

KeptSnapshots::KeptSnapshots(const std::filesystem::path& folder, std::filesystem::path data, std::vector<Date> dates,
                             Trails trails, std::string_view version)
    : data_(std::move(data)), dates_(std::move(dates)), trails_(trails), version_(version) {
    std::error_code error;
    std::filesystem::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        refuse(folder, std::generic_category().message(errno));
    if (::access(folder.c_str(), W_OK | X_OK) != 0) refuse(folder, std::generic_category().message(errno));
    std::string asked = std::filesystem::weakly_canonical(data_).string();
    for (const Date date : dates_) asked += "\n" + date.iso();
    if (trails_ == Trails::yes) asked += "\nwith trails";
    file_ = folder / (checksum(asked) + ".snapshot");
}

/// What the file begins with: whose it is, and of what.
std::string KeptSnapshots::header(const std::vector<SourceFile>& files) const {
    KeptWriter writer;
    writer.number(format);
    writer.text(version_);
    writer.list(dates_, [&](Date date) { writer.text(date.iso()); });
    writer.number(trails_ == Trails::yes ? 1 : 0);
    write(writer, files);
    return writer.bytes();
}

std::optional<Staff> KeptSnapshots::find(const std::vector<std::string>& paths, std::size_t threads) const {
    if (!private_to_user(file_)) return std::nullopt;
    try {
        const extract::MappedFile kept(file_);
        const std::string_view bytes = kept.bytes();
        if (!bytes.starts_with(magic)) return std::nullopt;
        KeptReader reader(bytes.substr(magic.size()));
        const std::string sum = reader.text();
        const std::string_view signed_part = bytes.substr(magic.size() + sizeof(std::uint64_t) + sum.size());
        if (checksum(signed_part) != sum) return std::nullopt;
        const std::string head = reader.text();
        KeptReader made_by(head);
        if (made_by.number() != format || made_by.text() != version_) return std::nullopt;
        Staff staff = read_staff(reader);
        if (kept.changed() || head != header(staff.input.files) || !unchanged(data_, staff.input.files, paths, threads))
            return std::nullopt;
        return staff;
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

void KeptSnapshots::keep(const Staff& staff) const {
    KeptWriter body;
    body.text(header(staff.input.files));
    write(body, staff);
    KeptWriter sum;
    sum.text(checksum(body.bytes()));
    const std::filesystem::path written = file_.string() + fmt::format(".{}", ::getpid());
    const int descriptor =
        ::open(written.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0) return;
    bool whole =
        write_all(descriptor, magic) && write_all(descriptor, sum.bytes()) && write_all(descriptor, body.bytes());
    whole = ::close(descriptor) == 0 && whole;
    if (!whole || ::rename(written.c_str(), file_.c_str()) != 0) ::unlink(written.c_str());
}

}  // namespace quarterdeck::snapshot
