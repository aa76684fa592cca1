#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <limits>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "hostile/hostile.h"
#include "plugins/frame.h"

// What is done when the table is asked for. Where nothing stops the deed, a good table comes of it.
namespace {

using namespace quarterdeck::plugins;

volatile bool waiting = true;

constexpr std::uint32_t sequence = 2;  // of the second request: the first was to describe itself

void send_header(std::uint64_t length) {
    const FrameHeader header{.kind = FrameKind::answer, .sequence = sequence, .length = length};
    if (write(worker_descriptor, &header, sizeof header) < 0) std::abort();
}

// To a depth that no stack has.
int deeper(const volatile int* above) {
    std::array<volatile int, 1024> level{};
    level[0] = *above + 1;
    if (level[0] == std::numeric_limits<int>::max()) return 0;
    return deeper(level.data()) + level[0];
}

void open_socket(int type) {
    const int descriptor = socket(AF_INET, type, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

struct Deeds {
    static void loops() {
        while (waiting) {
        }
    }
    static void sleeps() {
        for (;;) pause();
    }
    static void allocates() {
        for (std::vector<std::unique_ptr<char[]>> all;;)
            all.push_back(std::make_unique_for_overwrite<char[]>(std::size_t{8} << 20));
    }
    static void overflows() {
        const int start = 0;
        if (deeper(&start) == 0) std::abort();
    }
    static void garbles() {
        const std::string garbage(4096, 'x');
        if (write(worker_descriptor, garbage.data(), garbage.size()) < 0) std::abort();
    }
    static void breaks_off() {
        send_header(100);
        _exit(7);
    }
    static void announces_ten_gigabytes() {
        send_header(10'000'000'000);
        sleeps();
    }
    static void prints() { std::printf("headcount 10\n"); }
    static void reads_records() {
        if (open("data/assignments/2023-03-31.csv", O_RDONLY) >= 0) std::abort();
    }
    static void opens_tcp() { open_socket(SOCK_STREAM); }
    static void opens_udp() { open_socket(SOCK_DGRAM); }
    static void forks() {
        if (fork() == 0) sleeps();
    }
    static void starts_a_thread() { std::thread(sleeps).detach(); }
    static void runs_a_program() {
        std::array<char, 10> name{"/bin/true"};
        std::array<char*, 2> arguments{name.data(), nullptr};
        execv(name.data(), arguments.data());
    }
    static void kills_its_parent() { kill(getppid(), SIGKILL); }
    static void traces_its_sibling() {
        for (pid_t process = getpid() - 8; process < getpid() + 8; ++process)
            if (process != getpid()) ptrace(PTRACE_ATTACH, process, nullptr, nullptr);
    }
    static void hides_its_calls() {
        if (std::signal(SIGSYS, SIG_IGN) == SIG_ERR) std::abort();
    }
};

constexpr std::array deeds{
    hostile::Deed<void (*)()>{"when_computing_loops", Deeds::loops},
    hostile::Deed<void (*)()>{"when_computing_sleeps", Deeds::sleeps},
    hostile::Deed<void (*)()>{"when_computing_allocates", Deeds::allocates},
    hostile::Deed<void (*)()>{"when_computing_overflows", Deeds::overflows},
    hostile::Deed<void (*)()>{"when_computing_garbles", Deeds::garbles},
    hostile::Deed<void (*)()>{"when_computing_breaks_off", Deeds::breaks_off},
    hostile::Deed<void (*)()>{"when_computing_announces_ten_gigabytes", Deeds::announces_ten_gigabytes},
    hostile::Deed<void (*)()>{"when_computing_prints", Deeds::prints},
    hostile::Deed<void (*)()>{"when_computing_reads_records", Deeds::reads_records},
    hostile::Deed<void (*)()>{"when_computing_opens_tcp", Deeds::opens_tcp},
    hostile::Deed<void (*)()>{"when_computing_opens_udp", Deeds::opens_udp},
    hostile::Deed<void (*)()>{"when_computing_forks", Deeds::forks},
    hostile::Deed<void (*)()>{"when_computing_starts_a_thread", Deeds::starts_a_thread},
    hostile::Deed<void (*)()>{"when_computing_runs_a_program", Deeds::runs_a_program},
    hostile::Deed<void (*)()>{"when_computing_kills_its_parent", Deeds::kills_its_parent},
    hostile::Deed<void (*)()>{"when_computing_traces_its_sibling", Deeds::traces_its_sibling},
    hostile::Deed<void (*)()>{"when_computing_hides_its_calls", Deeds::hides_its_calls},
};

}  // namespace

void hostile::do_when_computing(std::string_view deed) {
    if (const auto* found = find<void (*)()>(deeds, deed)) found->act();
}
