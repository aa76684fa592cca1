// What quarterdeck-postgresql.so holds: see postgresql/client.h.
#include <Poco/Data/PostgreSQL/Connector.h>
#include <libpq-fe.h>

#include "postgresql/client.h"

namespace quarterdeck::postgresql {
namespace {

class LibpqCopying : public Copying {
public:
    explicit LibpqCopying(const std::string& connection) : connection_(PQconnectdb(connection.c_str()), &PQfinish) {
        if (PQstatus(connection_.get()) != CONNECTION_OK) fail();
    }

    std::string run(const std::string& statements) override {
        const Result result(PQexec(connection_.get(), statements.c_str()), &PQclear);
        const ExecStatusType status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail();
        return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
    }

    void copy(const std::string& table, const Lines& lines) override {
        const Result begun(PQexec(connection_.get(), ("COPY " + table + " FROM STDIN").c_str()), &PQclear);
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN) fail();
        std::string block;
        const auto send = [&] {
            if (PQputCopyData(connection_.get(), block.data(), static_cast<int>(block.size())) != 1) fail();
            block.clear();
        };
        lines([&](const std::string& line) {
            block += line;
            if (block.size() > (std::size_t{1} << 18)) send();
        });
        send();
        if (PQputCopyEnd(connection_.get(), nullptr) != 1) fail();
        const Result ended(PQgetResult(connection_.get()), &PQclear);
        if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK) fail();
        while (const Result more{PQgetResult(connection_.get()), &PQclear}) continue;
    }

private:
    using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

    [[noreturn]] void fail() const { throw Fault(PQerrorMessage(connection_.get())); }

    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

const std::string& know_to_sessions() {
    static const bool registered = [] {
        Poco::Data::PostgreSQL::Connector::registerConnector();
        return true;
    }();
    static_cast<void>(registered);
    return Poco::Data::PostgreSQL::Connector::KEY;
}

std::unique_ptr<Copying> open_connection(const std::string& connection) {
    return std::make_unique<LibpqCopying>(connection);
}

}  // namespace
}  // namespace quarterdeck::postgresql

extern "C" const quarterdeck::postgresql::Client* quarterdeck_postgresql() {
    using namespace quarterdeck::postgresql;
    static constexpr Client client{know_to_sessions, open_connection};
    return &client;
}
