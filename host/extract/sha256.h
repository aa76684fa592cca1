#pragma once

#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace quarterdeck::extract {

/// The SHA-256 of bytes that come one part after another.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);

    /// 64 hexadecimal digits, lower case. Nothing can be added afterwards.
    std::string text();

private:
    evp_md_ctx_st* context_;
};

/// The SHA-256 of the bytes: 64 hexadecimal digits, lower case.
std::string sha256(std::string_view bytes);

}  // namespace quarterdeck::extract
