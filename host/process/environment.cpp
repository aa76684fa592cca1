#include "process/environment.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

namespace quarterdeck {

std::string given_or(const std::string& given, const char* variable, const std::string& otherwise) {
    const char* value = std::getenv(variable);
    return !given.empty() ? given : value != nullptr && *value != '\0' ? value : otherwise;
}

std::string account_name(const std::string& otherwise) {
    const passwd* entry = ::getpwuid(::geteuid());
    return entry == nullptr ? otherwise : entry->pw_name;
}

}  // namespace quarterdeck
