#include "plugins/trust.h"

#include <algorithm>
#include <map>

#include "plugins/offences.h"
#include "report/yaml_file.h"

namespace quarterdeck::plugins {

namespace {

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Trust Trust::read(const std::filesystem::path& path) {
    Trust trust;
    trust.name_ = path.filename().string();
    const report::YamlFile file = report::YamlFile::read(path, trust.name_);
    file.expect_keys(file.root(), {"plugins"});
    std::map<std::string, std::string> owners;  // of the keys
    const report::YamlNode* plugins = file.root().find("plugins");
    if (plugins == nullptr) file.refuse(1, "the list of plugins is missing: plugins, and under it an id a line.");
    for (const report::YamlNode& entry : file.items(*plugins, "plugins")) {
        file.expect_keys(entry, {"id", "sha256", "public_key"});
        const std::string id = file.required_text(entry, "id", "a plugin");
        if (!is_identifier(id)) file.refuse(entry.line, "\"" + id + "\" can't be a programme's id.");
        if ((entry.find("sha256") == nullptr) == (entry.find("public_key") == nullptr))
            file.refuse(entry.line, "expected either sha256 or public_key beside the id " + id + ".");
        if (entry.find("sha256") != nullptr) {
            const std::string sha256 = file.required_text(entry, "sha256", "a plugin");
            if (!is_sha256(sha256))
                file.refuse(entry.line,
                            "sha256 must be 64 hexadecimal digits in lower case, as sha256sum prints them.");
            trust.builds_.push_back({id, sha256});
            continue;
        }
        const std::string text = file.required_text(entry, "public_key", "a plugin");
        const auto key = PublicKey::from_text(text);
        if (!key)
            file.refuse(entry.line, "public_key must be an Ed25519 key, the line between BEGIN and END of a PEM file.");
        const auto owner = owners.emplace(text, id).first->second;
        if (owner != id) {
            std::string twice = "the key of ";
            twice.append(id).append(" is the key of ").append(owner);
            file.refuse(entry.line, twice.append(", too; each programme signs with a key of its own."));
        }
        trust.signers_.push_back({id, *key});
    }
    return trust;
}

std::set<std::string> Trust::programmes(std::string_view bytes, const std::string& sha256,
                                        std::string_view signature) const {
    std::set<std::string> found;
    for (const Build& build : builds_)
        if (build.sha256 == sha256) found.insert(build.programme);
    for (const Signer& signer : signers_)
        if (!signature.empty() && signer.key.signed_by_owner(bytes, signature)) found.insert(signer.programme);
    return found;
}

}  // namespace quarterdeck::plugins
