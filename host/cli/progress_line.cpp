#include "cli/progress_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "cli/summary.h"

namespace quarterdeck::cli {
namespace {

constexpr auto silence = std::chrono::milliseconds(500);
constexpr auto between_drawings = std::chrono::milliseconds(100);
constexpr std::size_t usual_width = 80;
constexpr std::size_t bar_width = 20;
constexpr std::string_view wipe = "\r\x1b[K";

/// Whether somebody looks at standard error: a terminal that understands how to wipe a line, with this program in
/// front.
bool watched() {
    if (::isatty(STDERR_FILENO) == 0) return false;
    const char* kind = std::getenv("TERM");
    if (kind != nullptr && std::string_view(kind) == "dumb") return false;
    const pid_t in_front = ::tcgetpgrp(STDERR_FILENO);
    return in_front <= 0 || in_front == ::getpgrp();
}

std::size_t terminal_width() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual_width;
}

void put(std::string_view text) {
    // Nothing follows from a terminal that takes no more.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string duration(double seconds) {
    const auto whole = static_cast<std::uint64_t>(std::ceil(seconds));
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
    return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

std::string bar(double share) {
    const auto full = static_cast<std::size_t>(share * static_cast<double>(bar_width));
    return "[" + std::string(full, '#') + std::string(bar_width - full, '.') + "]";
}

/// Time left can be told once a part is done from which the rest can be reckoned.
std::string time_of(const HowFar& how, double share) {
    constexpr double least_share = 0.02;
    if (share < least_share) return duration(how.seconds);
    return duration(how.seconds * (1 - share) / share) + " left";
}

}  // namespace

std::string progress_text(const HowFar& how, std::size_t width) {
    std::vector<std::string> parts{std::string(how.stage)};
    const bool known = how.all > 0;
    const double share = known ? std::min(static_cast<double>(how.done) / static_cast<double>(how.all), 1.0) : 0;
    if (known) parts.push_back(fmt::format("{} {:3} %", bar(share), static_cast<int>(share * 100)));
    if (how.rows > 0 && how.seconds > 0)
        parts.push_back(fmt::format("{} rows, {} rows/s", grouped(how.rows),
                                    grouped(static_cast<std::uint64_t>(static_cast<double>(how.rows) / how.seconds))));
    parts.push_back(time_of(how, share));
    std::string text = fmt::format("{}", fmt::join(parts, "  "));
    if (text.size() > width && known) {
        parts[1] = parts[1].substr(bar_width + 3);
        text = fmt::format("{}", fmt::join(parts, "  "));
    }
    return text.substr(0, width);
}

ProgressLine::ProgressLine(bool quiet) {
    if (!quiet && watched()) drawing_ = std::thread([this] { draw_until_done(); });
}

ProgressLine::~ProgressLine() {
    if (!drawing_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
    }
    changed_.notify_one();
    drawing_.join();
}

Progress ProgressLine::progress() {
    return {[this](std::string_view stage) {
                const std::lock_guard lock(mutex_);
                stage_ = stage;
                stage_began_ = Clock::now();
            },
            &advance_};
}

void ProgressLine::draw_until_done() {
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, silence, [this] { return done_; })) return;
    do draw();
    while (!changed_.wait_for(lock, between_drawings, [this] { return done_; }));
    put(wipe);
}

void ProgressLine::draw() const {
    if (stage_.empty()) return;
    const std::chrono::duration<double> taken = Clock::now() - stage_began_;
    put(std::string(wipe) +
        progress_text({stage_, advance_.done, advance_.all, advance_.rows, taken.count()}, terminal_width() - 1));
}

}  // namespace quarterdeck::cli
