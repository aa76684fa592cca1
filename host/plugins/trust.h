#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/signature.h"

namespace quarterdeck::plugins {

/// Which builds a site accepts for which programme.
class Trust {
public:
    /// Without a trust file: every plugin takes part, and none is verified.
    Trust() = default;

    /// Throws `Refusal` with file and line.
    ///
    ///     plugins:
    ///       - {id: imaging, sha256: 9f86…}            # this build
    ///       - {id: pathology, public_key: MCowBQYD…}  # what the owner of the key signs, for this id only
    static Trust read(const std::filesystem::path& file);

    /// Whether there is a trust file.
    bool verifies() const { return !name_.empty(); }

    /// The trust file's name, for messages.
    const std::string& name() const { return name_; }

    /// The programmes that a build may describe. `signature` is the text beside it; empty where there is none.
    std::set<std::string> programmes(std::string_view bytes, const std::string& sha256,
                                     std::string_view signature) const;

private:
    struct Build {
        std::string programme;
        std::string sha256;
    };
    struct Signer {
        std::string programme;
        PublicKey key;
    };

    std::string name_;
    std::vector<Build> builds_;
    std::vector<Signer> signers_;
};

}  // namespace quarterdeck::plugins
