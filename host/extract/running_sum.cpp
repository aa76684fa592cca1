#include "extract/running_sum.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace quarterdeck::extract {

RunningSum::RunningSum(std::shared_ptr<const TextFile> file) : file_(std::move(file)) {}

void RunningSum::run_ahead(const std::stop_token& stop) {
    hash_until(file_->bytes().size(), stop);
}

void RunningSum::reach(std::size_t offset) {
    if (!file_->packed()) hash_until(file_->mark() + offset, {});
}

void RunningSum::hash_until(std::size_t end, const std::stop_token& stop) {
    constexpr std::size_t block = std::size_t{64} << 10;
    const std::lock_guard lock(turn_);
    std::vector<char> store;
    while (hashed_ < end && !stop.stop_requested()) {
        const std::string_view bytes = file_->disk_part(hashed_, std::min(block, end - hashed_), store);
        sum_.add(bytes);
        hashed_ += bytes.size();
    }
}

void RunningSum::add(std::size_t offset, std::string_view part) {
    if (file_->packed()) return;
    const std::size_t begin = file_->mark() + offset;
    const std::size_t end = begin + part.size();
    std::unique_lock lock(turn_);
    moved_.wait(lock, [&] { return hashed_ >= begin || given_up_; });
    if (given_up_ || hashed_ >= end) return;
    sum_.add(part.substr(hashed_ - begin));
    hashed_ = end;
    lock.unlock();
    moved_.notify_all();
}

void RunningSum::give_up() {
    {
        const std::lock_guard lock(turn_);
        given_up_ = true;
    }
    moved_.notify_all();
}

const std::string& RunningSum::text() {
    if (!text_.empty()) return text_;
    hash_until(file_->bytes().size(), {});
    text_ = sum_.text();
    return text_;
}

}  // namespace quarterdeck::extract
