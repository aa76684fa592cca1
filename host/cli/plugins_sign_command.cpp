#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <stdexcept>

#include "cli/plugins_commands.h"
#include "extract/mapped_file.h"
#include "plugins/signature.h"
#include "refusal.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string key;
    std::string file;
};

std::string content_of(const std::string& file) {
    try {
        return std::string(extract::MappedFile(file).bytes());
    } catch (const std::runtime_error& error) {
        throw Refusal(fmt::format("{}: the plugin can't be read: {}. Name a plugin, for instance imaging.so.", file,
                                  error.what()));
    }
}

Status sign(const Options& options) {
    const plugins::Signed made = plugins::sign(options.key, content_of(options.file));
    const std::filesystem::path beside = plugins::signature_file(options.file);
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    if (!(out << made.signature).flush())
        throw Refusal(fmt::format("{}: the signature can't be written. Check that its directory can be written to.",
                                  beside.string()));
    fmt::print(
        "The signature is in {}. Keep it beside the plugin. Sites that trust the key have in their trust file\n"
        "  - {{id: ID-OF-THE-PROGRAMME, public_key: {}}}\n",
        beside.string(), made.public_key);
    return Status::done;
}

}  // namespace

void add_plugins_sign(CLI::App& command, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& signing = *command.add_subcommand("sign", "Sign a build of a plugin, for sites with a trust file");
    signing
        .add_option("--key", options->key,
                    "The programme's private key; make one with: openssl genpkey -algorithm ed25519 -out key.pem")
        ->required()
        ->type_name("FILE");
    signing.add_option("FILE", options->file, "A plugin, for instance imaging.so")->required();
    signing.callback([options, &chosen] { chosen = [options] { return sign(*options); }; });
}

}  // namespace quarterdeck::cli
