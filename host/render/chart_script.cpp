#include "render/chart_script.h"

#include <duktape.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>
#include <string_view>

namespace quarterdeck::render {
namespace {

constexpr std::size_t memory_limit = std::size_t{256} << 20U;

/// What ECharts expects of its surroundings, with a clock that stands still and chance that always falls alike.
constexpr std::string_view surroundings = R"(
(function (world) {
  var nothing = function () {};
  var Calendar = Date;
  world.globalThis = world.self = world.global = world;
  world.console = { log: nothing, warn: nothing, error: nothing };
  world.setTimeout = world.clearTimeout = nothing;
  world.Math.random = function () { return 0.5; };
  world.Date = function (time) { return new Calendar(time === undefined ? 0 : time); };
  world.Date.prototype = Calendar.prototype;
  world.Date.UTC = Calendar.UTC;
  world.Date.parse = Calendar.parse;
  world.Date.now = function () { return 0; };
})(this);
)";

/// Stands before each block of the script's memory.
struct alignas(std::max_align_t) BlockHeader {
    std::size_t size;
};

struct Meter {
    std::size_t used = 0;
};

BlockHeader* header_of(void* block) {
    return static_cast<BlockHeader*>(block) - 1;
}

void release(void* meter, void* block) {
    if (block == nullptr) return;
    static_cast<Meter*>(meter)->used -= header_of(block)->size;
    std::free(header_of(block));
}

void* reallocate(void* meter, void* block, duk_size_t size) {
    if (size == 0) {
        release(meter, block);
        return nullptr;
    }
    auto& used = static_cast<Meter*>(meter)->used;
    const std::size_t before = block == nullptr ? 0 : header_of(block)->size;
    if (size > memory_limit || used - before > memory_limit - size) return nullptr;
    void* memory = std::realloc(block == nullptr ? nullptr : header_of(block), sizeof(BlockHeader) + size);
    if (memory == nullptr) return nullptr;
    used += size - before;
    return (new (memory) BlockHeader{size}) + 1;
}

void* allocate(void* meter, duk_size_t size) {
    return reallocate(meter, nullptr, size);
}

/// The functions below run inside the engine and may be left by a jump: they own nothing.
duk_ret_t evaluate(duk_context* context, void* source) {
    const auto& text = *static_cast<const std::string_view*>(source);
    duk_eval_lstring_noresult(context, text.data(), text.size());
    return 0;
}

duk_ret_t call_draw(duk_context* context, void* description) {
    const auto& text = *static_cast<const std::string_view*>(description);
    duk_get_global_literal(context, "drawChart");
    duk_push_lstring(context, text.data(), text.size());
    duk_call(context, 1);
    duk_require_string(context, -1);
    return 1;
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.is_open() || in.bad())
        throw std::runtime_error(
            fmt::format("{} can't be read. It draws the charts and is made when the project is built: build it again.",
                        file.filename().string()));
    return text;
}

}  // namespace

struct ChartScript::Heap {
    Heap() : context(duk_create_heap(allocate, reallocate, release, &meter, nullptr)) {
        if (context == nullptr) throw std::runtime_error("The script engine for charts can't be started.");
    }
    ~Heap() { duk_destroy_heap(context); }
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    /// The function's result as text; one value is left off the stack whatever happens.
    std::string run(duk_safe_call_function function, std::string_view text) {
        const duk_int_t outcome = duk_safe_call(context, function, &text, 0, 1);
        duk_size_t size = 0;
        const char* bytes = duk_safe_to_lstring(context, -1, &size);
        std::string result(bytes, size);
        duk_pop(context);
        if (outcome != DUK_EXEC_SUCCESS) throw std::runtime_error(result);
        return result;
    }

    Meter meter;
    duk_context* context;
};

ChartScript::ChartScript(const std::filesystem::path& file) {
    const std::string source = read(file);
    heap_ = std::make_unique<Heap>();
    try {
        heap_->run(evaluate, surroundings);
        heap_->run(evaluate, source);
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(
            fmt::format("The script {} can't be loaded: {}.", file.filename().string(), error.what()));
    }
}

ChartScript::~ChartScript() = default;

std::string ChartScript::draw(const std::string& description) {
    try {
        return heap_->run(call_draw, description);
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(fmt::format("The script that draws it failed: {}.", error.what()));
    }
}

}  // namespace quarterdeck::render
