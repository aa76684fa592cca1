#include "process/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace quarterdeck {

namespace {

void require(int error, const char* what) {
    if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

/// The same open file under a number that none of the child's descriptors has.
Descriptor above(int descriptor, std::size_t handed) {
    Descriptor copy(fcntl(descriptor, F_DUPFD_CLOEXEC, ChildProcess::first_handed + static_cast<int>(handed)));
    require(copy.get() < 0 ? errno : 0, "fcntl");
    return copy;
}

/// What the new process has open.
class Files {
public:
    Files(int end, const std::vector<int>& handed) {
        int next = ChildProcess::link;
        require(posix_spawn_file_actions_init(&actions_), "posix_spawn_file_actions_init");
        try {
            for (int standard = 0; standard < ChildProcess::link; ++standard)
                require(posix_spawn_file_actions_addopen(&actions_, standard, "/dev/null", O_RDWR, 0), "addopen");
            give(above(end, handed.size()), next++);
            for (const int descriptor : handed) give(above(descriptor, handed.size()), next++);
            require(posix_spawn_file_actions_addclosefrom_np(&actions_, next), "addclosefrom");
        } catch (...) {
            posix_spawn_file_actions_destroy(&actions_);
            throw;
        }
    }
    ~Files() { posix_spawn_file_actions_destroy(&actions_); }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;

    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    void give(Descriptor descriptor, int number) {
        require(posix_spawn_file_actions_adddup2(&actions_, descriptor.get(), number), "adddup2");
        copies_.push_back(std::move(descriptor));
    }

    posix_spawn_file_actions_t actions_{};
    std::vector<Descriptor> copies_;
};

/// A process group of its own, and signals as a fresh program expects them.
class Attributes {
public:
    Attributes() {
        require(posix_spawnattr_init(&attributes_), "posix_spawnattr_init");
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Attributes() { posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

}  // namespace

ChildProcess::ChildProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                           const std::vector<int>& handed) {
    std::array<int, 2> ends{};
    require(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0 ? 0 : errno, "socketpair");
    link_ = Descriptor(ends[0]);
    const Descriptor other_end(ends[1]);

    std::vector<std::string> texts{program.string()};
    texts.insert(texts.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    std::string large_pages = "GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=4194304";
    std::array<char*, 2> environment{large_pages.data(), nullptr};
    const Files files(other_end.get(), handed);
    const Attributes attributes;
    require(posix_spawn(&process_, program.c_str(), files.get(), attributes.get(), pointers.data(), environment.data()),
            "posix_spawn");
    handle_ = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, process_, 0)));
    if (handle_.get() < 0) {
        const int error = errno;
        end();
        require(error, "pidfd_open");
    }
}

bool ChildProcess::wait(std::optional<std::chrono::milliseconds> most) const {
    pollfd handle{.fd = handle_.get(), .events = POLLIN, .revents = 0};
    const auto until = std::chrono::steady_clock::now() + most.value_or(std::chrono::milliseconds(0));
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        const int timeout = most ? static_cast<int>(std::max<std::int64_t>(left.count(), 0)) : -1;
        const int ready = poll(&handle, 1, timeout);
        if (ready >= 0 || errno != EINTR) return ready > 0;
    }
}

int ChildProcess::end() noexcept {
    link_.reset();
    handle_.reset();
    if (process_ <= 0) return status_;
    // The whole group, while the number is still its leader's: it is free for reuse once the leader is reaped. The
    // leader by itself as well, in case it made a group of its own.
    kill(-process_, SIGKILL);
    kill(process_, SIGKILL);
    while (waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status_;
}

}  // namespace quarterdeck
