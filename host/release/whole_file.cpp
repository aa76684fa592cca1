#include "release/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "refusal.h"

namespace quarterdeck::release {

int write_new_file(const std::filesystem::path& file, std::string_view bytes, mode_t mode) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    int error = descriptor < 0 ? errno : 0;
    while (error == 0 && !bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            error = errno;
    }
    if (descriptor >= 0 && ::close(descriptor) != 0 && error == 0) error = errno;
    return error;
}

PrivateFile::PrivateFile(std::filesystem::path place, std::string_view bytes)
    : place_(std::move(place)), written_(place_.string() + ".new") {
    ::unlink(written_.c_str());
    if (const int error = write_new_file(written_, bytes, S_IRUSR | S_IWUSR); error != 0) {
        ::unlink(written_.c_str());
        refuse(error);
    }
}

PrivateFile::~PrivateFile() {
    if (!written_.empty()) ::unlink(written_.c_str());
}

void PrivateFile::keep() {
    if (::rename(written_.c_str(), place_.c_str()) != 0) refuse(errno);
    written_.clear();
}

void PrivateFile::refuse(int error) const {
    throw Refusal(fmt::format("{}: can't be written ({}). Name a file in a directory that you may write to.",
                              place_.string(), std::generic_category().message(error)));
}

}  // namespace quarterdeck::release
