#include "extract/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace quarterdeck::extract {

void parallel(std::size_t tasks, std::size_t threads, const std::function<void(std::size_t, std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    std::mutex failing;
    std::size_t failed_task = tasks;
    std::exception_ptr failure;
    const auto run = [&](std::size_t worker) {
        for (std::size_t task = next++; task < tasks; task = next++) {
            try {
                work(task, worker);
            } catch (...) {
                const std::lock_guard lock(failing);
                if (task < failed_task) {
                    failed_task = task;
                    failure = std::current_exception();
                }
            }
        }
    };
    std::vector<std::thread> others;
    const std::size_t wanted = std::min(threads, tasks);
    for (std::size_t worker = 1; worker < wanted; ++worker) {
        try {
            others.emplace_back(run, worker);
        } catch (const std::system_error&) {
            break;
        }
    }
    run(0);
    for (std::thread& other : others) other.join();
    if (failure) std::rethrow_exception(failure);
}

std::size_t processors() {
    return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace quarterdeck::extract
