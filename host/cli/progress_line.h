#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "extract/advance.h"
#include "pipeline.h"

namespace quarterdeck::cli {

/// Shows on a terminal how long work comes on: one line on standard error that is drawn over itself and wiped at the
/// end. Nothing appears within the first half second, nor where standard error is no terminal.
class ProgressLine {
public:
    /// `quiet`: nothing appears at all.
    explicit ProgressLine(bool quiet);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// What the work tells its stages and its advance. Must not outlive this object.
    Progress progress();

private:
    using Clock = std::chrono::steady_clock;

    void draw_until_done();
    void draw() const;

    extract::Advance advance_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool done_ = false;
    std::string stage_;
    Clock::time_point stage_began_ = Clock::now();
    std::thread drawing_;  ///< none where nothing is shown
};

/// How far a stage has come, as numbers.
struct HowFar {
    std::string_view stage;
    std::uint64_t done = 0;
    std::uint64_t all = 0;  ///< 0: nobody knows
    std::uint64_t rows = 0;
    double seconds = 0;  ///< since the stage began
};

/// The line as it is drawn, at most `width` characters: stage, bar and share where the whole is known, rows and rows a
/// second where rows are read, and the time left, else the time taken.
std::string progress_text(const HowFar& how, std::size_t width);

}  // namespace quarterdeck::cli
