#include "disclosure/solver_process.h"

#include <system_error>
#include <utility>

#include "disclosure/solver_link.h"
#include "process/child_process.h"
#include "process/installation.h"

namespace quarterdeck::disclosure {

Solver::Solver(std::filesystem::path program) : program_(std::move(program)) {}

Solver::~Solver() = default;

void Solver::start() const {
    if (process_) return;
    try {
        process_ = std::make_unique<ChildProcess>(program_, std::vector<std::string>{});
    } catch (const std::system_error&) {
        process_.reset();
    }
}

std::optional<std::string> Solver::ask(const std::string& request) const {
    start();
    if (!process_) return std::nullopt;
    std::optional<std::string> answer;
    if (send_text(process_->descriptor(), request)) answer = receive_text(process_->descriptor());
    if (!answer) process_.reset();
    return answer;
}

std::filesystem::path own_solver() {
    return installed("quarterdeck-solver");
}

}  // namespace quarterdeck::disclosure
