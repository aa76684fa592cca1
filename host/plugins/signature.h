#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quarterdeck::plugins {

/// A programme's Ed25519 public key. Its text is the line between BEGIN and END of a PEM file.
class PublicKey {
public:
    /// Nothing for a text that isn't such a key.
    static std::optional<PublicKey> from_text(std::string_view text);

    /// Whether the key's owner signed these bytes. `signature` is the text of a signature file.
    bool signed_by_owner(std::string_view bytes, std::string_view signature) const;

private:
    std::shared_ptr<void> key_;
};

struct Signed {
    std::string signature;   ///< 64 bytes in Base64, and a line end: the text of a signature file
    std::string public_key;  ///< of the key that signed, as PublicKey reads it
};

/// Signs bytes with the private key of a PEM file. Throws `Refusal` when the file holds no Ed25519 private key.
Signed sign(const std::filesystem::path& key, std::string_view bytes);

/// Where the signature of a plugin stands: beside it, with ".sig" at the end.
std::filesystem::path signature_file(const std::filesystem::path& plugin);

}  // namespace quarterdeck::plugins
