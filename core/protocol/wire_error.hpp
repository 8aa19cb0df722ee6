// Why a document from the wire was refused: the rule by name and the place, never content.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace countersign::protocol
{

enum class Rule { // wire_error.cpp names them in this order
    // JSON text (contract, "Common types")
    DocumentTooLarge,
    ByteOrderMark,
    NotUtf8,
    NotJson,
    Truncated,
    TrailingBytes,
    LoneSurrogate,
    NulInText,
    DuplicateMember,
    NanOrInfinity,
    NotAnInteger,
    IntegerOutOfRange,
    NestingTooDeep,
    TooManyMembers,
    TooManyItems,
    TooManyValues,
    StringTooLong,

    // Members against their schema
    MissingMember,
    WrongType,
    UnknownSchema,
    UnknownDraftKind,
    UnknownSelectorType,
    UnknownMessage,
    UnknownWord, // not in the schema's list
    BadId,
    BadDigest,
    BadInstant,
    BadDate,
    TextTooShort,
    TextTooLong,
    OutOfRange,
    TooFewItems,

    // A proposal's limits and the rules that a schema cannot say
    TooManySources,
    TooManyStatements,
    TooManyCitations,
    SourceTextTooLong,
    DuplicateId,
    CitesUnknownSource,
    SelectorReversed,
    SelectorOutside,
    BothContentAndBlob,
    ReadWithoutContent,
    EmbeddedNotJson,
    WrongDigest,

    // Signed statements
    NotCanonical,
};

// The rule's stable name, as RFC 9457 problems carry it in `rule`: "duplicate-member".
[[nodiscard]] std::string_view ruleText(Rule rule);

struct WireError {
    Rule rule;
    // RFC 6901. Made of names that a schema knows and of indexes, so that it cannot carry a patient's text.
    // Empty for the document itself and for every rule about JSON text.
    std::string pointer = {};
    // Byte offset in the document, for rules about JSON text.
    std::size_t offset = 0;

    bool operator==(const WireError &) const = default;
};

} // namespace countersign::protocol
