#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>

#include "extract/sha256.h"
#include "extract/text_file.h"

namespace quarterdeck::extract {

/// The SHA-256 of what stands on the disk of a file that several threads read part by part: what one of them has read
/// is hashed then, so that nothing is read twice. Throws what `Sha256` throws.
class RunningSum {
public:
    explicit RunningSum(std::shared_ptr<const TextFile> file);

    /// Reads and hashes from where it stands, until it is told to stop.
    void run_ahead(const std::stop_token& stop);

    /// Reads and hashes what stands before `offset` in the text, as far as that isn't done.
    void reach(std::size_t offset);

    /// Hashes a part of the text as soon as all before it is hashed, for which somebody else must have called this or
    /// be about to. Does nothing for what is hashed already, and for packed files.
    void add(std::size_t offset, std::string_view part);

    /// Says that a part won't come: nobody waits for it any more.
    void give_up();

    /// 64 hexadecimal digits, lower case. Reads and hashes what is left; nothing can be hashed afterwards.
    const std::string& text();

private:
    void hash_until(std::size_t end, const std::stop_token& stop);

    std::shared_ptr<const TextFile> file_;
    std::mutex turn_;
    std::condition_variable moved_;
    Sha256 sum_;
    std::size_t hashed_ = 0;  ///< bytes of what is on the disk
    bool given_up_ = false;
    std::string text_;
};

}  // namespace quarterdeck::extract
