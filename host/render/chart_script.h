#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace quarterdeck::render {

/// Runs the script that draws charts. It has no access to files, network, clock or chance, and a limit of memory.
class ChartScript {
public:
    /// Loads the script, which must define the function `drawChart`.
    /// Throws `std::runtime_error` when the file can't be read or the script fails.
    explicit ChartScript(const std::filesystem::path& file);
    ~ChartScript();
    ChartScript(const ChartScript&) = delete;
    ChartScript& operator=(const ChartScript&) = delete;

    /// Compiles the script ahead of those that load it: that takes a tenth of a second. Throws like loading.
    static void prepare(const std::filesystem::path& file);

    /// What `drawChart` returns for a description (JSON). Throws `std::runtime_error` with the script's message.
    std::string draw(const std::string& description);

private:
    struct Heap;
    std::unique_ptr<Heap> heap_;
};

}  // namespace quarterdeck::render
