// What is marked in a text while it is written: titles that stay, notations that are misread, words that the spell
// check does not know. Formats only; the text is never touched. gui thread.
#pragma once

#include "ui/presenters/spelling.hpp"
#include "ui/style/theme.hpp"

#include <QSyntaxHighlighter>

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace countersign::widgets
{

class EditMarks : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using FindStretches = std::function<std::vector<presenters::Spelling::Stretch>(const QString &)>;

    // The document outlives it.
    EditMarks(QTextDocument *document, const style::Theme &theme);

    // Paragraphs by their number: drawn as titles, and as changed against the agent's draft.
    void setParagraphs(std::set<int> titles, std::set<int> changed);
    // Words to underline as misspelt; asked for each paragraph when it is drawn. Null: none.
    void setMisspelt(FindStretches find);
    // A word that is being written is left alone until the caret has left it.
    void setCaret(int position);

protected:
    void highlightBlock(const QString &text) override;

private:
    void markNotations(const QString &text);
    void markSpelling(const QString &text);

    style::Theme theme_;
    std::set<int> titles_, changed_;
    FindStretches misspelt_;
    int caret_ = -1;
    std::optional<int> spared_; // the paragraph in which the caret spared a word
};

} // namespace countersign::widgets
