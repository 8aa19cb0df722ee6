// The one place where UTF-8 becomes QString and back. Text from outside goes through shown(): characters that a reader
// cannot see become visible tokens, so that nothing hides in a draft or a source.
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace countersign::text
{

// As it is; for ids, our own words and what goes into an editor.
[[nodiscard]] QString toQt(std::string_view utf8);
[[nodiscard]] std::string toUtf8(const QString &text);

// For reading: invisible controls as ⟦U+202E⟧, letters that pass for others with such a token behind them; line feeds
// and tabs stay.
[[nodiscard]] QString shown(std::string_view utf8);
// The same on one line: line feeds, tabs and runs of blanks become one blank.
[[nodiscard]] QString shownOnOneLine(std::string_view utf8);

// Shown text that remembers where each code point of the original went; marks of the contract count code points.
class ShownText
{
public:
    ShownText() = default;
    explicit ShownText(std::string_view utf8);

    [[nodiscard]] const QString &text() const { return text_; }
    // The place in text() of that code point; the end for anything beyond. Clamps, never fails.
    [[nodiscard]] int at(std::int64_t codePoint) const;
    [[nodiscard]] std::int64_t codePointCount() const { return static_cast<std::int64_t>(places_.size()) - 1; }

private:
    QString text_;
    std::vector<int> places_ = {0}; // one more than there are code points
};

inline constexpr QChar nbsp{0x00a0};

} // namespace countersign::text
