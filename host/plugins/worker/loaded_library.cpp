#include "plugins/worker/loaded_library.h"

#include <boost/dll/shared_library.hpp>
#include <exception>
#include <string>

namespace quarterdeck::plugins {

namespace {

constexpr const char* rebuild = "Rebuild the plugin with this release's SDK and quarterdeck_add_plugin().";

std::string version(unsigned major, unsigned minor) {
    return std::to_string(major) + "." + std::to_string(minor);
}

/// Where the loader finds the plugin's bytes.
const std::string path = "/proc/self/fd/" + std::to_string(plugin_descriptor);

/// The loader's own words, with the file's name.
std::string cause(const std::exception& error, const std::string& name) {
    std::string text = error.what();
    for (auto at = text.find(path); at != std::string::npos; at = text.find(path, at + name.size()))
        text.replace(at, path.size(), name);
    const std::string prefix = "boost::dll::shared_library::load() failed: ";
    if (text.starts_with(prefix)) text.erase(0, prefix.size());
    const auto code = text.rfind(": Bad file descriptor");
    if (code != std::string::npos) text.resize(code);
    return text;
}

Complaint not_loaded(const std::string& why, const std::string& name) {
    // The loader passes over a file of another machine without a word.
    if (why.find(name + ": cannot open shared object file") != std::string::npos)
        return {"It can't be loaded: it was built for another kind of machine.",
                "Build the plugin on a machine like this one."};
    if (why.find("cannot open shared object file") != std::string::npos)
        return {"It can't be loaded: it needs another library, and plugins can't open files (" + why + ").",
                "Link the library into the plugin."};
    return {"It can't be loaded: " + why + ".",
            "Check that the file is a complete plugin for this machine, and build it again."};
}

std::variant<const qd_plugin*, Complaint> checked(const qd_plugin* plugin) {
    if (plugin == nullptr) return Complaint{"Its quarterdeck_plugin() returned nothing.", rebuild};
    if (plugin->magic != QD_MAGIC)
        return Complaint{"It isn't a Quarterdeck plugin: its mark is " + std::to_string(plugin->magic) + ", expected " +
                             std::to_string(QD_MAGIC) + ".",
                         rebuild};
    if (plugin->abi_major != QD_ABI_MAJOR)
        return Complaint{"It was built for plugin interface " + version(plugin->abi_major, plugin->abi_minor) +
                             "; this host speaks " + version(QD_ABI_MAJOR, QD_ABI_MINOR) + ".",
                         plugin->abi_major > QD_ABI_MAJOR
                             ? "Update Quarterdeck, or build the plugin with this release's SDK."
                             : rebuild};
    if (plugin->size < sizeof(qd_plugin))
        return Complaint{"Its description of itself is " + std::to_string(plugin->size) +
                             " bytes long; expected at least " + std::to_string(sizeof(qd_plugin)) + ".",
                         rebuild};
    if (plugin->describe == nullptr || plugin->compute == nullptr)
        return Complaint{"It doesn't supply both functions, describe and compute.", rebuild};
    return plugin;
}

}  // namespace

std::variant<const qd_plugin*, Complaint> load(const std::string& name) {
    try {
        using boost::dll::load_mode::type;
        // Never unloaded: code of the plugin may still be registered somewhere.
        static const auto* library = new boost::dll::shared_library(
            path, static_cast<type>(boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local));
        if (!library->has("quarterdeck_plugin"))
            return Complaint{"It doesn't export quarterdeck_plugin.",
                             "End one of its sources with QUARTERDECK_PROGRAMME(function), and build it with "
                             "quarterdeck_add_plugin()."};
        return checked(library->get<const qd_plugin*()>("quarterdeck_plugin")());
    } catch (const std::exception& error) {
        return not_loaded(cause(error, name), name);
    }
}

}  // namespace quarterdeck::plugins
