#pragma once

#include <sys/types.h>

#include <string>

namespace quarterdeck::returns {

/// A PostgreSQL server on a free port of this machine, with a data directory of its own. It runs as the user
/// postgres when the tests run as root, and ends with this object or with the tests.
class Server {
public:
    Server();
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// The one of this test program, started when it is first asked for.
    static Server& shared();

    /// Makes an empty database and gives its URL.
    std::string new_database();

private:
    std::string folder_;
    int port_ = 0;
    pid_t process_ = 0;
    int databases_ = 0;
};

}  // namespace quarterdeck::returns
