#include "core/protocol/strict_json.hpp"

#include "core/base/unicode.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

#include <algorithm>
#include <optional>

namespace countersign::protocol
{
namespace
{

namespace bj = boost::json;

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view whitespace = " \t\n\r";

// Builds the value from the parser's events and stops at the first broken rule.
class Builder
{
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    Builder(const JsonLimits &limits, Numbers numbers) : limits_(limits), numbers_(numbers) {}

    [[nodiscard]] std::optional<Rule> broken() const { return broken_; }
    [[nodiscard]] Json takeRoot() { return std::move(root_); }

    bool on_document_begin(bj::error_code &) { return true; }
    bool on_document_end(bj::error_code &) { return true; }
    bool on_object_begin(bj::error_code &ec) { return open(Json::Object{}, ec); }
    bool on_object_end(std::size_t, bj::error_code &ec) { return hasDistinctNames(ec) && close(ec); }
    bool on_array_begin(bj::error_code &ec) { return open(Json::Array{}, ec); }
    bool on_array_end(std::size_t, bj::error_code &ec) { return close(ec); }
    bool on_key_part(bj::string_view part, std::size_t, bj::error_code &ec) { return collect(part, ec); }
    bool on_key(bj::string_view part, std::size_t, bj::error_code &ec)
    {
        if (!collect(part, ec))
            return false;
        names_.push_back(std::move(text_));
        text_.clear();
        return true;
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code &ec) { return collect(part, ec); }
    bool on_string(bj::string_view part, std::size_t, bj::error_code &ec)
    {
        if (!collect(part, ec))
            return false;
        std::string whole = std::move(text_);
        text_.clear();
        return add(std::move(whole), ec);
    }
    bool on_number_part(bj::string_view part, bj::error_code &ec) { return collect(part, ec); }
    bool on_int64(std::int64_t value, bj::string_view part, bj::error_code &ec) { return number(value, part, ec); }
    bool on_uint64(std::uint64_t, bj::string_view part, bj::error_code &ec) { return number({}, part, ec); }
    bool on_double(double, bj::string_view part, bj::error_code &ec) { return number({}, part, ec); }
    bool on_bool(bool value, bj::error_code &ec) { return add(value, ec); }
    bool on_null(bj::error_code &ec) { return add(Json(), ec); }
    bool on_comment_part(bj::string_view, bj::error_code &ec) { return refuse(Rule::NotJson, ec); }
    bool on_comment(bj::string_view, bj::error_code &ec) { return refuse(Rule::NotJson, ec); }

private:
    bool refuse(Rule rule, bj::error_code &ec)
    {
        broken_ = rule;
        ec = bj::error::syntax;
        return false;
    }

    bool collect(bj::string_view part, bj::error_code &ec)
    {
        if (text_.size() + part.size() > limits_.stringBytesMax)
            return refuse(Rule::StringTooLong, ec);
        if (part.find('\0') != bj::string_view::npos)
            return refuse(Rule::NulInText, ec);
        text_.append(part.data(), part.size());
        return true;
    }

    bool number(std::optional<std::int64_t> value, bj::string_view part, bj::error_code &ec)
    {
        if (!collect(part, ec))
            return false;
        std::string text = std::move(text_);
        text_.clear();
        const bool isInRange = value && *value <= limits::integerMax && *value >= -limits::integerMax;
        if (isInRange && text != "-0")
            return add(*value, ec);
        if (numbers_ == Numbers::Any)
            return add(Json::Number{std::move(text)}, ec);
        if (isInRange)
            return add(0, ec);
        const bool hasFraction = text.find_first_of(".eE") != std::string::npos;
        return refuse(hasFraction ? Rule::NotAnInteger : Rule::IntegerOutOfRange, ec);
    }

    bool open(Json container, bj::error_code &ec)
    {
        if (open_.size() >= limits_.depthMax)
            return refuse(Rule::NestingTooDeep, ec);
        if (!count(ec))
            return false;
        open_.push_back(std::move(container));
        return true;
    }

    bool close(bj::error_code &ec)
    {
        Json finished = std::move(open_.back());
        open_.pop_back();
        return place(std::move(finished), ec);
    }

    bool add(Json value, bj::error_code &ec) { return count(ec) && place(std::move(value), ec); }

    bool count(bj::error_code &ec) { return ++values_ <= limits_.valuesMax || refuse(Rule::TooManyValues, ec); }

    bool place(Json value, bj::error_code &ec)
    {
        if (open_.empty()) {
            root_ = std::move(value);
            return true;
        }
        if (const Json::Array *items = open_.back().asArray()) {
            if (items->size() >= limits_.itemsMax)
                return refuse(Rule::TooManyItems, ec);
            open_.back().push(std::move(value));
            return true;
        }
        if (open_.back().asObject()->size() >= limits_.membersMax)
            return refuse(Rule::TooManyMembers, ec);
        open_.back().append(std::move(names_.back()), std::move(value));
        names_.pop_back();
        return true;
    }

    bool hasDistinctNames(bj::error_code &ec)
    {
        std::vector<std::string_view> names;
        for (const Json::Member &member : *open_.back().asObject())
            names.push_back(member.name);
        std::ranges::sort(names);
        return std::ranges::adjacent_find(names) == names.end() || refuse(Rule::DuplicateMember, ec);
    }

    const JsonLimits limits_;
    const Numbers numbers_;
    std::optional<Rule> broken_;
    Json root_;
    std::vector<Json> open_;         // containers not yet closed, outermost first
    std::vector<std::string> names_; // members whose value has not come yet
    std::string text_;               // the part of a string or number read so far
    std::size_t values_ = 0;
};

// The grammar calls the two below just bad text; the contract refuses them by a name of their own.
bool isNanOrInfinity(std::string_view bytes, std::size_t offset)
{
    const std::string_view rest = bytes.substr(offset);
    return rest.starts_with("NaN") || rest.starts_with("Infinity");
}

// A leading surrogate's escape ends here, and what comes is no escape at all: "\ud800x" or "\ud800\n".
bool followsLeadingSurrogate(std::string_view bytes, std::size_t offset)
{
    constexpr std::size_t escapeSize = 6;
    const std::size_t at = bytes.rfind("\\u", offset);
    if (at == std::string_view::npos || (offset - at != escapeSize && offset - at != escapeSize + 1))
        return false;
    return (bytes[at + 2] == 'd' || bytes[at + 2] == 'D')
           && std::string_view("89abAB").find(bytes[at + 3]) != std::string_view::npos;
}

Rule ruleOf(bj::error_code ec, std::string_view bytes, std::size_t offset)
{
    if (ec == bj::error::incomplete)
        return Rule::Truncated;
    if (ec == bj::error::illegal_leading_surrogate || ec == bj::error::illegal_trailing_surrogate
        || followsLeadingSurrogate(bytes, offset))
        return Rule::LoneSurrogate;
    return isNanOrInfinity(bytes, offset) ? Rule::NanOrInfinity : Rule::NotJson;
}

} // namespace

Result<Json, WireError> decodeStrict(std::string_view bytes, const JsonLimits &limits, Numbers numbers)
{
    if (bytes.size() > limits.bytesMax)
        return failure(WireError{Rule::DocumentTooLarge});
    if (bytes.starts_with(byteOrderMark))
        return failure(WireError{Rule::ByteOrderMark});
    if (!isUtf8(bytes))
        return failure(WireError{Rule::NotUtf8});

    bj::parse_options options;
    options.max_depth = limits.depthMax + 1; // so that the builder, which can name the rule, comes first
    bj::basic_parser<Builder> parser(options, limits, numbers);
    bj::error_code ec;
    const std::size_t read = parser.write_some(false, bytes.data(), bytes.size(), ec);
    if (const auto broken = parser.handler().broken())
        return failure(WireError{*broken, {}, read});
    if (ec)
        return failure(WireError{ruleOf(ec, bytes, read), {}, read});
    if (bytes.find_first_not_of(whitespace, read) != std::string_view::npos)
        return failure(WireError{Rule::TrailingBytes, {}, read});
    return parser.handler().takeRoot();
}

} // namespace countersign::protocol
