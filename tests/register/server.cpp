#include "server.h"

#include <Poco/Data/PostgreSQL/Connector.h>
#include <Poco/Data/Session.h>
#include <Poco/Exception.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <thread>
#include <vector>

#ifdef QUARTERDECK_SANITIZE
/// Poco 1.11 doesn't give back a connection that failed, as those do that wait for the server to start.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier): the sanitizer's name
    return "leak:Poco::Data::PostgreSQL::SessionHandle::connect\n";
}
#endif

namespace quarterdeck::returns {

namespace {

using namespace Poco::Data::Keywords;

int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no free port");
    ::close(socket);
    return ntohs(address.sin_port);
}

/// The server refuses to run as root.
void become_postgres() {
    if (::geteuid() != 0) return;
    const passwd* account = ::getpwnam("postgres");
    if (account == nullptr || ::setgid(account->pw_gid) != 0 || ::setuid(account->pw_uid) != 0) ::_exit(97);
}

pid_t start(const std::string& folder, std::vector<std::string> arguments) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    become_postgres();
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (::chdir(folder.c_str()) != 0) ::_exit(98);
    const int log = ::open((folder + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    ::execv(words.front(), words.data());
    ::_exit(99);
}

Poco::Data::Session administration(int port) {
    Poco::Data::PostgreSQL::Connector::registerConnector();
    return {Poco::Data::PostgreSQL::Connector::KEY,
            fmt::format("host=127.0.0.1 port={} user=quarterdeck dbname=postgres", port), 2};
}

}  // namespace

Server::Server() : port_(free_port()) {
    std::string name = (std::filesystem::temp_directory_path() / "postgresql-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the server");
    folder_ = name;
    if (const passwd* account = ::getpwnam("postgres"); account != nullptr && ::geteuid() == 0)
        if (::chown(folder_.c_str(), account->pw_uid, account->pw_gid) != 0) throw std::runtime_error("chown failed");
    const std::string programs = std::filesystem::path(POSTGRES_PROGRAM).parent_path().string();
    int status = 0;
    ::waitpid(start(folder_, {programs + "/initdb", "-D", folder_ + "/data", "-A", "trust", "-U", "quarterdeck",
                              "--no-sync", "--no-instructions", "-E", "UTF8", "--locale=C.UTF-8"}),
              &status, 0);
    if (status != 0) throw std::runtime_error("initdb failed; is the package postgresql installed?");
    process_ = start(folder_, {POSTGRES_PROGRAM, "-D", folder_ + "/data", "-p", std::to_string(port_), "-k", folder_,
                               "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"});
    constexpr int attempts = 300;
    for (int i = 0;; ++i) {
        try {
            administration(port_);
            return;
        } catch (const Poco::Exception&) {
            if (i == attempts) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
}

Server::~Server() {
    ::kill(process_, SIGINT);
    ::waitpid(process_, nullptr, 0);
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
}

Server& Server::shared() {
    static Server server;
    return server;
}

std::string Server::new_database() {
    const std::string name = "returns_" + std::to_string(++databases_);
    administration(port_) << "CREATE DATABASE " + name, now;
    return fmt::format("postgresql://quarterdeck@127.0.0.1:{}/{}", port_, name);
}

}  // namespace quarterdeck::returns
