#include "render/chart_script.h"

#include <duktape.h>
#include <fmt/format.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <mutex>
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

duk_ret_t compile(duk_context* context, void* source) {
    const auto& text = *static_cast<const std::string_view*>(source);
    duk_push_literal(context, "charts.js");
    duk_compile_lstring_filename(context, 0, text.data(), text.size());
    duk_dump_function(context);
    return 1;
}

duk_ret_t run_compiled(duk_context* context, void* compiled) {
    const auto& bytes = *static_cast<const std::string_view*>(compiled);
    std::memcpy(duk_push_fixed_buffer(context, bytes.size()), bytes.data(), bytes.size());
    duk_load_function(context);
    duk_call(context, 0);
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

/// An engine with its memory.
struct ScriptHeap {
    ScriptHeap() : context(duk_create_heap(allocate, reallocate, release, &meter, nullptr)) {
        if (context == nullptr) throw std::runtime_error("The script engine for charts can't be started.");
    }
    ~ScriptHeap() { duk_destroy_heap(context); }
    ScriptHeap(const ScriptHeap&) = delete;
    ScriptHeap& operator=(const ScriptHeap&) = delete;

    /// The function's result, text or bytes; one value is left off the stack whatever happens.
    std::string run(duk_safe_call_function function, std::string_view text) {
        const duk_int_t outcome = duk_safe_call(context, function, &text, 0, 1);
        duk_size_t size = 0;
        const void* bytes = duk_get_buffer_data(context, -1, &size);
        if (bytes == nullptr) bytes = duk_safe_to_lstring(context, -1, &size);
        std::string result(static_cast<const char*>(bytes), size);
        duk_pop(context);
        if (outcome != DUK_EXEC_SUCCESS) throw std::runtime_error(result);
        return result;
    }

    Meter meter;
    duk_context* context;
};

/// What was compiled last, for all engines of the process: compiling takes longer than loading what it gives.
class Compiled {
public:
    static std::shared_ptr<const std::string> of(const std::string& source) {
        static Compiled last;
        const std::lock_guard lock(last.changing_);
        if (last.bytes_ == nullptr || last.source_ != source) {
            last.bytes_ = std::make_shared<const std::string>(ScriptHeap().run(compile, source));
            last.source_ = source;
        }
        return last.bytes_;
    }

private:
    std::mutex changing_;
    std::string source_;
    std::shared_ptr<const std::string> bytes_;
};

}  // namespace

struct ChartScript::Heap : ScriptHeap {};

void ChartScript::prepare(const std::filesystem::path& file) {
    Compiled::of(read(file));
}

ChartScript::ChartScript(const std::filesystem::path& file) {
    const std::string source = read(file);
    try {
        const std::shared_ptr<const std::string> program = Compiled::of(source);
        heap_ = std::make_unique<Heap>();
        heap_->run(evaluate, surroundings);
        heap_->run(run_compiled, *program);
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
