#include "render/date_text.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace quarterdeck::render {

std::string date_text(Date date, Language language) {
    constexpr double milliseconds_a_day = 86'400'000.0;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(language_code(language), "GB");
    icu::SimpleDateFormat format(icu::UnicodeString("d MMMM y"), locale, status);
    if (U_FAILURE(status))
        throw std::runtime_error("A date can't be written out: ICU has no data for the language \"" +
                                 std::string(language_code(language)) + "\" (" + u_errorName(status) + ").");
    format.setTimeZone(*icu::TimeZone::getGMT());
    icu::UnicodeString written;
    format.format(date.days() * milliseconds_a_day, written);
    std::string text;
    written.toUTF8String(text);
    return text;
}

}  // namespace quarterdeck::render
