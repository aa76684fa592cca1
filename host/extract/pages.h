#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace quarterdeck::extract {

/// Memory from the system, in large pages where it has them, for long arrays. Touching memory for the first time takes
/// longer than filling it: what is given back is kept for those who ask next. Throws `std::bad_alloc`.
void* get_pages(std::size_t bytes);
void give_pages_back(void* pages, std::size_t bytes) noexcept;

/// Gives back to the system what nobody has.
void give_system_pages_back();

/// An allocator for long arrays of numbers. New elements aren't set to anything unless they are given a value.
template <class T>
struct PageAllocator {
    static_assert(std::is_trivially_copyable_v<T>);
    using value_type = T;
    using is_always_equal = std::true_type;

    PageAllocator() = default;
    template <class U>
    explicit PageAllocator(const PageAllocator<U>& /*other*/) {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        return static_cast<T*>(bytes < long_array ? ::operator new(bytes) : get_pages(bytes));
    }
    void deallocate(T* array, std::size_t count) noexcept {
        if (count * sizeof(T) < long_array) return ::operator delete(array);
        give_pages_back(array, count * sizeof(T));
    }

    template <class U>
    void construct(U* element) {
        ::new (static_cast<void*>(element)) U;
    }
    template <class U, class... Values>
    void construct(U* element, Values&&... values) {
        std::construct_at(element, std::forward<Values>(values)...);
    }

    friend bool operator==(const PageAllocator& /*left*/, const PageAllocator& /*right*/) { return true; }

private:
    static constexpr std::size_t long_array = std::size_t{1} << 20;
};

template <class T>
using LongArray = std::vector<T, PageAllocator<T>>;

/// Values put one behind the other, in runs: the values of a run stand together. They keep their places.
template <class T>
class Runs {
public:
    T& add(const T& value) {
        if (next_ == end_) grow();
        return *next_++ = value;
    }

    /// The values since the last run ended.
    std::span<T> end_run() { return {std::exchange(run_, next_), next_}; }

    /// Forgets all runs and keeps the room.
    void clear() {
        if (!blocks_.empty()) run_ = next_ = blocks_.back().data();
    }

    /// Forgets all runs and gives the memory back.
    void release() { *this = {}; }

private:
    static constexpr std::size_t smallest_block = (std::size_t{2} << 20) / sizeof(T);
    static constexpr std::size_t largest_block = 16 * smallest_block;

    /// Goes on in a new block, to which the run moves.
    void grow() {
        const auto here = static_cast<std::size_t>(next_ - run_);
        const std::size_t room = std::clamp(2 * blocks_.size() * smallest_block, smallest_block, largest_block);
        LongArray<T>& block = blocks_.emplace_back(std::max(room, 2 * here));
        next_ = std::copy(run_, next_, block.data());
        run_ = block.data();
        end_ = block.data() + block.size();
    }

    std::vector<LongArray<T>> blocks_;
    T* run_ = nullptr;
    T* next_ = nullptr;
    T* end_ = nullptr;
};

}  // namespace quarterdeck::extract
