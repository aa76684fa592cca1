#include "warehouse/clickhouse_http.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timespan.h>
#include <Poco/URI.h>
#include <fmt/format.h>

#include <algorithm>

#include "refusal.h"
#include "warehouse/answer.h"

namespace quarterdeck::warehouse {

namespace {

constexpr auto usual_port = "8123";

/// The number that a fault of ClickHouse begins with: "Code: 60, e.displayText() = DB::Exception: …".
int code_of(const std::string& told) {
    int code = 0;
    const std::string_view start = "Code: ";
    if (told.starts_with(start))
        for (std::size_t at = start.size(); at < told.size() && told[at] >= '0' && told[at] <= '9' && code < 10'000;
             ++at)
            code = code * 10 + (told[at] - '0');
    return code;
}

/// The fault's own words on one line, without the statement that may follow them.
std::string words_of(const std::string& told) {
    std::string words = told.substr(0, told.find(", e.what()"));
    const std::string_view start = "DB::Exception: ";
    if (const std::size_t at = words.find(start); at != std::string::npos) words = words.substr(at + start.size());
    std::replace(words.begin(), words.end(), '\n', ' ');
    constexpr std::size_t most = 300;
    if (words.size() > most) words.resize(most);
    while (!words.empty() && (words.back() == ' ' || words.back() == '.')) words.pop_back();
    return words;
}

std::string fault_text(const std::string& told, std::chrono::seconds timeout) {
    switch (code_of(told)) {
        case 32:   // the answer of a shard ends too early
        case 209:  // a shard doesn't answer in time
        case 210:  // a shard can't be reached
        case 279:  // no server of a shard can be reached
            return fmt::format(
                "a shard can't be reached ({}). Check that all servers of the cluster are running, and "
                "try again.",
                words_of(told));
        case 159:
        case 160:
            return fmt::format(
                "the server took longer than {} seconds for one statement. Allow more with --timeout, or "
                "try again when it has less to do.",
                timeout.count());
        case 192:
        case 193:
        case 194:
        case 195:
            return fmt::format(
                "the server refuses the connection ({}). Set QUARTERDECK_PASSWORD, or name a file that "
                "holds the password in QUARTERDECK_PASSWORD_FILE.",
                words_of(told));
        case 57: return "somebody else is loading records there. Try again when that is done.";
        case 60: return "the records were loaded anew meanwhile, or their tables are gone. Start again.";
        case 81: return fmt::format("the server doesn't know the database ({}). Have it made first.", words_of(told));
        case 164:
            return fmt::format(
                "the server doesn't let this user do that ({}). To read, a profile with readonly = 2 "
                "will do.",
                words_of(told));
        case 241:
            return fmt::format(
                "the server has too little memory for this ({}). Allow the user more (max_memory_usage).",
                words_of(told));
        default: return fmt::format("the server can't do this: {}.", words_of(told));
    }
}

std::string target_of(const Place& place, const std::string& statement, std::chrono::seconds timeout) {
    Poco::URI target("/");
    target.addQueryParameter("database", place.database);
    target.addQueryParameter("max_execution_time", std::to_string(timeout.count()));
    // An answer is whole or a fault: never what was ready when a shard went away.
    target.addQueryParameter("wait_end_of_query", "1");
    target.addQueryParameter("skip_unavailable_shards", "0");
    target.addQueryParameter("max_query_size", "67108864");
    target.addQueryParameter("max_ast_elements", "10000000");
    if (!statement.empty()) target.addQueryParameter("query", statement);
    return target.getPathAndQuery();
}

}  // namespace

ClickHouseHttp::ClickHouseHttp(const Place& place, std::chrono::seconds timeout)
    : place_(place), timeout_(timeout), password_(password()) {}

std::vector<std::string> ClickHouseHttp::ask(const std::string& statement, std::size_t server) const {
    const std::string text = send({}, statement, server);
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
    lines.pop_back();
    return lines;
}

void ClickHouseHttp::insert(const std::string& statement, std::string_view rows, std::size_t server) const {
    send(statement, rows, server);
}

std::string ClickHouseHttp::send(const std::string& statement, std::string_view body, std::size_t server) const {
    namespace net = Poco::Net;
    const Place::Server& at = place_.servers[server];
    const std::string port = at.port.empty() ? usual_port : at.port;
    const auto refuse = [&](const std::string& text) {
        throw Refusal(fmt::format("{}, server {}:{}: {}", shown(place_), at.host, port, text));
    };
    std::string text;
    bool sent = false;
    try {
        net::HTTPClientSession session(at.host, static_cast<Poco::UInt16>(std::stoul(port)));
        const Poco::Timespan wait(static_cast<long>(timeout_.count()) + 5, 0);
        session.setTimeout(Poco::Timespan(10, 0), wait, wait);
        net::HTTPRequest request(net::HTTPRequest::HTTP_POST, target_of(place_, statement, timeout_),
                                 net::HTTPMessage::HTTP_1_1);
        if (!place_.user.empty()) request.set("X-ClickHouse-User", place_.user);
        if (!password_.empty()) request.set("X-ClickHouse-Key", password_);
        request.setContentLength64(static_cast<Poco::Int64>(body.size()));
        session.sendRequest(request).write(body.data(), static_cast<std::streamsize>(body.size()));
        sent = true;
        net::HTTPResponse response;
        Poco::StreamCopier::copyToString(session.receiveResponse(response), text);
        const bool whole =
            !response.hasContentLength() || response.getContentLength64() == static_cast<Poco::Int64>(text.size());
        if (response.getStatus() == net::HTTPResponse::HTTP_OK && whole && (text.empty() || text.back() == '\n'))
            return text;
        if (response.getStatus() == net::HTTPResponse::HTTP_OK) refuse("the connection was lost. Try again.");
    } catch (const Poco::TimeoutException&) {
        refuse(sent ? fault_text("Code: 159", timeout_)
                    : "no connection to the server within 10 seconds. Check the URL, and that the server is running.");
    } catch (const Poco::Exception& fault) {
        if (sent) refuse("the connection was lost. Check that the server is running, and try again.");
        refuse(fmt::format("no connection to the server ({}). Check the URL, and that the server is running.",
                           fault.displayText()));
    }
    refuse(fault_text(text, timeout_));
    return {};
}

}  // namespace quarterdeck::warehouse
