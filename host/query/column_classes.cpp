#include "query/column_classes.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "query/condition.h"
#include "snapshot/bands.h"

namespace quarterdeck::query {
namespace {

/// The texts of a field for each code of its stored column, and the codes in order of these texts.
struct FieldTexts {
    std::vector<std::string> of_code;
    std::vector<std::size_t> sorted;

    FieldTexts(Field field, const std::vector<std::string>& stored) : of_code(stored), sorted(stored.size()) {
        if (field == Field::band_group)
            for (auto& text : of_code) text = std::string(snapshot::band_group(text));
        std::iota(sorted.begin(), sorted.end(), std::size_t{0});
        std::stable_sort(sorted.begin(), sorted.end(),
                         [&](std::size_t a, std::size_t b) { return of_code[a] < of_code[b]; });
    }

    std::vector<char> truth(const Condition& condition) const {
        if (condition.test == Condition::Test::matches) {
            std::vector<char> fits(of_code.size());
            std::transform(of_code.begin(), of_code.end(), fits.begin(),
                           [&](const std::string& text) { return static_cast<char>(holds(condition, text)); });
            return fits;
        }
        const bool wanted = condition.test == Condition::Test::is;
        std::vector<char> fits(of_code.size(), static_cast<char>(!wanted));
        for (const auto& value : condition.values) {
            auto at = std::lower_bound(sorted.begin(), sorted.end(), value,
                                       [&](std::size_t code, const auto& text) { return of_code[code] < text; });
            for (; at != sorted.end() && of_code[*at] == value; ++at) fits[*at] = static_cast<char>(wanted);
        }
        return fits;
    }

    /// The distinct texts in order, and the place of each code's among them.
    std::pair<std::vector<std::string>, std::vector<std::uint32_t>> numbered() const {
        std::vector<std::string> values;
        std::vector<std::uint32_t> numbers(of_code.size());
        for (const std::size_t code : sorted) {
            if (values.empty() || values.back() != of_code[code]) values.push_back(of_code[code]);
            numbers[code] = static_cast<std::uint32_t>(values.size() - 1);
        }
        return {std::move(values), std::move(numbers)};
    }
};

/// What conditions and groupings see of each code; codes that look the same share a class.
class Classifier {
public:
    Classifier(Field column, const std::vector<std::string>& values) : values_(values), seen_(values.size()) {
        classes_.column = column;
    }

    void tell_apart_by(const Condition& condition) {
        auto [known, added] = classes_.truths.try_emplace(key_of(condition));
        if (!added) return;
        known->second = texts(condition.field).truth(condition);
        for (std::size_t code = 0; code < seen_.size(); ++code) seen_[code] += known->second[code] != 0 ? '1' : '0';
    }

    void tell_apart_by(Field grouping) {
        auto [values, numbers] = texts(grouping).numbered();
        for (std::size_t code = 0; code < seen_.size(); ++code) seen_[code] += std::to_string(numbers[code]) + ',';
        classes_.groupings[grouping] = {std::move(values), std::move(numbers)};
    }

    ColumnClasses finish() && {
        std::unordered_map<std::string_view, std::uint16_t> numbers;
        std::vector<std::size_t> first_code;
        for (std::size_t code = 0; code < seen_.size(); ++code) {
            const auto next = static_cast<std::uint16_t>(numbers.size());
            const auto [known, added] = numbers.try_emplace(seen_[code], next);
            if (added) first_code.push_back(code);
            classes_.of_code.push_back(known->second);
        }
        classes_.count = first_code.size();
        for (auto& [key, truth] : classes_.truths) truth = picked(truth, first_code);
        for (auto& [field, grouping] : classes_.groupings) grouping.of_class = picked(grouping.of_class, first_code);
        return std::move(classes_);
    }

private:
    template <class T>
    static std::vector<T> picked(const std::vector<T>& from, const std::vector<std::size_t>& places) {
        std::vector<T> some;
        some.reserve(places.size());
        for (const std::size_t place : places) some.push_back(from[place]);
        return some;
    }

    const FieldTexts& texts(Field field) { return texts_.try_emplace(field, field, values_).first->second; }

    const std::vector<std::string>& values_;
    std::vector<std::string> seen_;
    std::map<Field, FieldTexts> texts_;
    ColumnClasses classes_;
};

}  // namespace

Field stored_column(Field field) {
    return field == Field::band_group ? Field::pay_band : field;
}

std::vector<ColumnClasses> classify(const ValuesOf& values, const Demand& demand) {
    std::map<Field, Classifier> classifiers;
    const auto classifier = [&](Field field) -> Classifier& {
        const Field column = stored_column(field);
        return classifiers.try_emplace(column, column, values(column)).first->second;
    };
    for (const auto& condition : demand.conditions) classifier(condition.field).tell_apart_by(condition);
    for (const Field field : demand.groupings) classifier(field).tell_apart_by(field);
    std::vector<ColumnClasses> classes;
    classes.reserve(classifiers.size());
    for (auto& [column, each] : classifiers) classes.push_back(std::move(each).finish());
    return classes;
}

std::vector<ColumnClasses> classify(const snapshot::Snapshot& snapshot, const Demand& demand) {
    return classify([&](Field column) -> const std::vector<std::string>& { return snapshot.column(column).values; },
                    demand);
}

}  // namespace quarterdeck::query
