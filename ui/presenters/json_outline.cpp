#include "ui/presenters/json_outline.hpp"

#include "core/base/unicode.hpp"

#include <charconv>
#include <cstdint>

namespace countersign::presenters
{
namespace
{

constexpr std::size_t depthMax = 64;

class Reader
{
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::optional<JsonOutline> read()
    {
        while (next())
            ;
        if (hasFailed_ || !open_.empty() || lines_.empty())
            return std::nullopt;
        skipBlanks();
        return at_ == text_.size() ? std::optional{std::move(lines_)} : std::nullopt;
    }

private:
    struct Open {
        std::size_t line = 0;
        std::size_t count = 0; // of its members so far
    };

    void skipBlanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }
    bool take(char c)
    {
        skipBlanks();
        if (at_ >= text_.size() || text_[at_] != c)
            return false;
        ++at_;
        return true;
    }
    bool fail()
    {
        hasFailed_ = true;
        return false;
    }

    // Reads one value or one closing bracket; false when there is nothing more to do.
    bool next()
    {
        if (open_.empty())
            return lines_.empty() && value({}, {});
        Open &parent = open_.back();
        const bool isObject = lines_[parent.line].kind == JsonLine::Kind::Object;
        if (take(isObject ? '}' : ']')) {
            lines_[parent.line].end = lines_.size();
            open_.pop_back();
            return true;
        }
        if (parent.count > 0 && !take(','))
            return fail();
        const std::string &base = lines_[parent.line].path;
        if (!isObject)
            return value({}, base + "[" + std::to_string(parent.count++) + "]");
        ++parent.count;
        auto key = take('"') ? string() : std::nullopt;
        if (!key || !take(':'))
            return fail();
        const std::string path = base.empty() ? *key : base + "." + *key;
        return value(std::move(*key), path);
    }

    bool value(std::string key, std::string path)
    {
        JsonLine line;
        line.depth = static_cast<int>(open_.size());
        line.key = std::move(key);
        line.path = std::move(path);
        line.end = lines_.size() + 1;
        const bool isObject = take('{');
        if (isObject || take('[')) {
            line.kind = isObject ? JsonLine::Kind::Object : JsonLine::Kind::Array;
            if (open_.size() == depthMax)
                return fail();
            open_.push_back({lines_.size(), 0});
        } else if (take('"')) {
            auto decoded = string();
            if (!decoded)
                return fail();
            line.kind = JsonLine::Kind::String;
            line.text = std::move(*decoded);
        } else {
            const std::size_t end = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
            line.text = text_.substr(at_, end - at_);
            at_ = end;
            if (line.text.empty())
                return fail();
        }
        lines_.push_back(std::move(line));
        return true;
    }

    // After the opening quote.
    std::optional<std::string> string()
    {
        std::string result;
        while (at_ < text_.size()) {
            const std::size_t stop = std::min(text_.find_first_of("\"\\", at_), text_.size());
            result += text_.substr(at_, stop - at_);
            at_ = stop;
            if (at_ == text_.size())
                break;
            if (text_[at_++] == '"')
                return result;
            if (!escape(result))
                break;
        }
        return std::nullopt;
    }

    bool escape(std::string &result)
    {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (at_ >= text_.size())
            return false;
        const char letter = text_[at_++];
        if (const std::size_t known = letters.find(letter); known != std::string_view::npos) {
            result += meanings[known];
            return true;
        }
        auto code = letter == 'u' ? hexUnit() : std::nullopt;
        if (code && *code >= 0xD800 && *code < 0xDC00 && text_.substr(at_, 2) == "\\u") {
            at_ += 2;
            const auto low = hexUnit();
            code = low && *low >= 0xDC00 && *low < 0xE000
                       ? std::optional{0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00)}
                       : std::nullopt;
        }
        if (!code || (*code >= 0xD800 && *code < 0xE000))
            return false;
        const char32_t character = *code;
        result += toUtf8({&character, 1});
        return true;
    }

    std::optional<char32_t> hexUnit()
    {
        std::uint32_t code = 0;
        const char *const first = text_.data() + at_;
        if (text_.size() - at_ < 4 || std::from_chars(first, first + 4, code, 16).ptr != first + 4)
            return std::nullopt;
        at_ += 4;
        return code;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool hasFailed_ = false;
    JsonOutline lines_;
    std::vector<Open> open_;
};

} // namespace

std::optional<JsonOutline> outlineJson(std::string_view text)
{
    return Reader{text}.read();
}

const JsonLine *childOf(const JsonOutline &outline, std::size_t parent, std::string_view key)
{
    for (const std::size_t child : childrenOf(outline, parent))
        if (outline[child].key == key)
            return &outline[child];
    return nullptr;
}

std::size_t indexOf(const JsonOutline &outline, const JsonLine &line)
{
    return static_cast<std::size_t>(&line - outline.data());
}

std::vector<std::size_t> childrenOf(const JsonOutline &outline, std::size_t parent)
{
    std::vector<std::size_t> children;
    for (std::size_t at = parent + 1; at < outline[parent].end; at = outline[at].end)
        children.push_back(at);
    return children;
}

} // namespace countersign::presenters
