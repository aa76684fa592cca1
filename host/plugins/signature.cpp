#include "plugins/signature.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <stdexcept>
#include <vector>

#include "extract/mapped_file.h"
#include "refusal.h"

namespace quarterdeck::plugins {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

constexpr std::size_t signature_bytes = 64;

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string base64(const unsigned char* bytes, std::size_t size) {
    std::vector<unsigned char> text(4 * ((size + 2) / 3) + 1);
    const int length = EVP_EncodeBlock(text.data(), bytes, static_cast<int>(size));
    return {text.begin(), text.begin() + length};
}

/// Nothing for what isn't Base64.
std::optional<std::vector<unsigned char>> bytes_of(std::string_view text) {
    constexpr std::size_t most = 1024;
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    if (text.empty() || text.size() > most) return std::nullopt;
    std::vector<unsigned char> bytes(text.size());
    const int length = EVP_DecodeBlock(bytes.data(), octets(text), static_cast<int>(text.size()));
    if (length < 0) return std::nullopt;
    const auto padding = text.size() - 1 - text.find_last_not_of('=');
    bytes.resize(static_cast<std::size_t>(length) - std::min<std::size_t>(padding, 2));
    return bytes;
}

[[noreturn]] void refuse_key(const std::filesystem::path& file, const std::string& why) {
    throw Refusal(file.string() + ": " + why +
                  " Expected an Ed25519 private key in a PEM file; make one with: openssl genpkey -algorithm ed25519 "
                  "-out key.pem");
}

Key private_key(const std::filesystem::path& file) {
    try {
        const extract::MappedFile content(file);
        const std::unique_ptr<BIO, decltype(&BIO_free)> text(
            BIO_new_mem_buf(content.bytes().data(), static_cast<int>(content.bytes().size())), &BIO_free);
        Key key(PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
        if (!key || EVP_PKEY_id(key.get()) != EVP_PKEY_ED25519) refuse_key(file, "This isn't a key that can sign.");
        return key;
    } catch (const Refusal&) {
        throw;
    } catch (const std::runtime_error& error) {
        refuse_key(file, "The key can't be read: " + std::string(error.what()) + ".");
    }
}

std::string public_text(EVP_PKEY* key) {
    unsigned char* encoded = nullptr;
    const int size = i2d_PUBKEY(key, &encoded);
    if (size <= 0) throw std::runtime_error("OpenSSL can't write a public key.");
    std::string text = base64(encoded, static_cast<std::size_t>(size));
    OPENSSL_free(encoded);
    return text;
}

}  // namespace

std::optional<PublicKey> PublicKey::from_text(std::string_view text) {
    const auto bytes = bytes_of(text);
    if (!bytes) return std::nullopt;
    const unsigned char* at = bytes->data();
    EVP_PKEY* const key = d2i_PUBKEY(nullptr, &at, static_cast<long>(bytes->size()));
    if (key == nullptr) return std::nullopt;
    PublicKey result;
    result.key_ = std::shared_ptr<void>(key, [](void* owned) { EVP_PKEY_free(static_cast<EVP_PKEY*>(owned)); });
    if (EVP_PKEY_id(key) != EVP_PKEY_ED25519 || at != bytes->data() + bytes->size()) return std::nullopt;
    return result;
}

bool PublicKey::signed_by_owner(std::string_view bytes, std::string_view signature) const {
    const auto raw = bytes_of(signature);
    if (!raw || raw->size() != signature_bytes) return false;
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return context &&
           EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, static_cast<EVP_PKEY*>(key_.get())) == 1 &&
           EVP_DigestVerify(context.get(), raw->data(), raw->size(), octets(bytes), bytes.size()) == 1;
}

Signed sign(const std::filesystem::path& key_file, std::string_view bytes) {
    const Key key = private_key(key_file);
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::array<unsigned char, signature_bytes> signature{};
    std::size_t size = signature.size();
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, octets(bytes), bytes.size()) != 1)
        throw std::runtime_error("OpenSSL can't sign.");
    return {.signature = base64(signature.data(), size) + "\n", .public_key = public_text(key.get())};
}

std::filesystem::path signature_file(const std::filesystem::path& plugin) {
    return plugin.string() + ".sig";
}

}  // namespace quarterdeck::plugins
