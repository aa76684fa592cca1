#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "quarterdeck/message/malformed.h"
#include "quarterdeck/message/tree.h"

namespace quarterdeck::message::detail {

/// A value of a message and where it stands.
class Node {
public:
    explicit Node(const Tree& tree) : tree_(tree) {}

    Kind kind() const { return value().kind; }
    bool is(Kind kind) const { return value().kind == kind; }
    std::size_t size() const { return value().size; }
    std::string_view text() const { return tree_.text(number_); }
    std::string_view key() const { return tree_.key(number_); }

    /// The first value in a list or an object, and the one behind this one there: of `size` in all.
    Node first() const { return {*this, number_ + 1, 0}; }
    Node next() const { return {*parent_, value().end, index_ + 1}; }

    [[noreturn]] void fault(const std::string& what) const {
        throw Malformed((parent_ ? pointer() : "The message") + ": " + what + ".");
    }
    [[noreturn]] void expected(const std::string& wanted) const {
        fault("expected " + wanted + ", found " + (is(Kind::null) ? "null" : "a value of type " + kind_name()));
    }

private:
    Node(const Node& parent, std::size_t number, std::size_t index)
        : tree_(parent.tree_), number_(number), parent_(&parent), index_(index) {}

    const Tree::Value& value() const { return tree_.values[number_]; }
    std::string pointer() const {
        if (!parent_) return {};
        return parent_->pointer() + "/" + (parent_->is(Kind::list) ? std::to_string(index_) : std::string(key()));
    }
    std::string kind_name() const {
        switch (kind()) {
            case Kind::null: return "null";
            case Kind::boolean: return "boolean";
            case Kind::whole_number: return "number";
            case Kind::fractional_number: return "fractional number";
            case Kind::text: return "text";
            case Kind::list: return "array";
            case Kind::object: break;
        }
        return "object";
    }

    const Tree& tree_;
    std::size_t number_ = 0;
    const Node* parent_ = nullptr;
    std::size_t index_ = 0;
};

}  // namespace quarterdeck::message::detail
