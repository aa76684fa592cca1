#include "plugins/session.h"

#include <system_error>

#include "extract/utf8.h"

namespace quarterdeck::plugins {

namespace {

constexpr int most_failures = 2;

}  // namespace

std::string presentable(std::string text) {
    constexpr std::size_t most = 500;
    const bool cut = text.size() > most;
    if (cut) text.resize(most);
    while (cut && !text.empty() && !extract::is_utf8(text) && text.size() + 4 > most) text.pop_back();
    const bool utf8 = extract::is_utf8(text);
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !utf8)) c = ' ';
    }
    return cut ? text + "..." : text;
}

Complaint presentable(const Complaint& complaint) {
    return {presentable(complaint.what), presentable(complaint.remedy)};
}

Session::Session(std::filesystem::path program, const std::filesystem::path& file, Limits limits)
    : program_(std::move(program)), name_(file.filename().string()), limits_(std::move(limits)), bytes_(file) {}

void Session::start() {
    worker_ = std::make_unique<Worker>(program_, bytes_, name_, limits_);
}

void Session::ask_description() {
    start();
    worker_->ask(FrameKind::describe, {});
}

std::string Session::compute(const std::string& place, const std::string& request) {
    if (failures_ == most_failures)
        throw PluginFault(
            place + "The plugin " + name_ +
            " failed twice before in this run, so it wasn't asked. Mend what is said of its other tables.");
    try {
        if (worker_->lost() && !ended_) {
            earlier_log_ += worker_->log();
            start();
        }
    } catch (const std::system_error& error) {
        throw PluginFault(place + "No worker could be started again: " + error.code().message() + ".");
    }
    worker_->ask(FrameKind::compute, request);
    Worker::finish({worker_.get()});
    const Reply& reply = worker_->reply();
    if (reply.answer) return *reply.answer;
    const Complaint complaint = presentable(reply.complaint);
    std::string text = place + complaint.what + " " + complaint.remedy;
    if (worker_->lost() && !ended_ && ++failures_ == most_failures)
        text += " The plugin " + name_ + " has failed twice in this run and isn't asked again.";
    throw PluginFault(text);
}

void Session::end() {
    ended_ = true;
    if (worker_) worker_->end();
}

}  // namespace quarterdeck::plugins
