#include "ui/text/notation.hpp"

#include "ui/text/qt_text.hpp"

#include <QCoreApplication>
#include <QLatin1String>

#include <algorithm>
#include <array>
#include <optional>

namespace countersign::text
{
namespace
{

struct Notation {
    Q_DECLARE_TR_FUNCTIONS(Notation)
};

struct Entry {
    const char *written;
    const char *instead; // English, and the same in every language: it is what the note should say
    bool isSure = true;  // false: it means one of two things
};

// As a word of its own.
constexpr std::array words{
    Entry{"IU", "units"},
    Entry{"QD", "daily"},
    Entry{"qd", "daily"},
    Entry{"Q.D.", "daily"},
    Entry{"q.d.", "daily"},
    Entry{"QOD", "every other day"},
    Entry{"qod", "every other day"},
    Entry{"Q.O.D.", "every other day"},
    Entry{"q.o.d.", "every other day"},
    Entry{"MSO4", "morphine sulfate"},
    Entry{"MgSO4", "magnesium sulfate"},
    Entry{"TIW", "three times a week"},
    Entry{"tiw", "three times a week"},
    Entry{"HS", "at bedtime or half strength", false},
    Entry{"D/C", "discharge or discontinue", false},
    Entry{"BT", "at bedtime"},
    Entry{"IJ", "injection"},
    Entry{"AD", "right ear"},
    Entry{"AS", "left ear"},
    Entry{"AU", "both ears"},
    Entry{"OD", "right eye"},
    Entry{"OS", "left eye"},
    Entry{"OU", "both eyes"},
    Entry{"SQ", "subcutaneous"},
    Entry{"q6PM", "at 6 PM"},
    Entry{"ss", "one-half"},
    Entry{"qhs", "nightly at bedtime"},
    Entry{"QHS", "nightly at bedtime"},
    Entry{"q1d", "daily"},
    Entry{"BIW", "twice a week"},
    Entry{"biw", "twice a week"},
    Entry{"SC", "subcutaneous"},
    Entry{"UD", "as directed"},
    Entry{"OJ", "orange juice"},
    Entry{"HCTZ", "hydrochlorothiazide"},
    Entry{"MTX", "methotrexate"},
    Entry{"AZT", "zidovudine"},
    Entry{"APAP", "acetaminophen"},
};
// Only after a number: alone they mean other things.
constexpr std::array afterNumber{
    Entry{"U", "units"}, Entry{"u", "units"}, Entry{"cc", "mL"}, Entry{"ug", "mcg"}, Entry{"IU", "units"},
};
constexpr std::array units{"mg",    "mcg",  "g",     "kg",    "mL",     "ml",      "L",       "dL",
                           "mEq",   "mmol", "unit",  "units", "tablet", "tablets", "capsule", "puffs",
                           "drops", "mmHg", "mg/kg", "mg/dL", "IU",     "%",       "h",       "min",
                           "cm",    "mm",   "bpm",   "days",  "weeks",  "ug",      "mcg/h",   "mg/h",
                           "mL/h",  "U",    "cc",    "puff",  "patch",  "lb",      "kcal",    "mEq/L"};
// Of the FDA and ISMP lists of look-alike names, generic names only.
constexpr std::array tallNames{
    "buPROPion",          "busPIRone",          "carBAMazepine",  "OXcarbazepine",
    "ceFAZolin",          "cefTRIAXone",        "chlorproMAZINE", "chlorproPAMIDE",
    "cloBAZam",           "clonazePAM",         "clomiPHENE",     "clomiPRAMINE",
    "cycloSERINE",        "cycloSPORINE",       "DAUNOrubicin",   "DOXOrubicin",
    "diazePAM",           "dilTIAZem",          "dimenhyDRINATE", "diphenhydrAMINE",
    "DOBUTamine",         "DOPamine",           "DULoxetine",     "FLUoxetine",
    "PARoxetine",         "ePHEDrine",          "EPINEPHrine",    "fentaNYL",
    "SUFentanil",         "glipiZIDE",          "glyBURIDE",      "guaiFENesin",
    "guanFACINE",         "HYDROcodone",        "oxyCODONE",      "HYDROmorphone",
    "hydrALAZINE",        "hydrOXYzine",        "IDArubicin",     "inFLIXimab",
    "riTUXimab",          "lamoTRIgine",        "lamiVUDine",     "levETIRAcetam",
    "levoFLOXacin",       "LORazepam",          "ALPRAZolam",     "medroxyPROGESTERone",
    "methylPREDNISolone", "methylTESTOSTERone", "metFORMIN",      "metroNIDAZOLE",
    "miFEPRIStone",       "miSOPROStol",        "mitoXANTRONE",   "niCARdipine",
    "NIFEdipine",         "niMODipine",         "OLANZapine",     "QUEtiapine",
    "PENTobarbital",      "PHENobarbital",      "prednisoLONE",   "predniSONE",
    "QUEtiapine",         "raNITIdine",         "riMANTAdine",    "risperiDONE",
    "rOPINIRole",         "SITagliptin",        "SUMAtriptan",    "ZOLMitriptan",
    "sulfADIAZINE",       "sulfaSALAzine",      "TEGretol",       "tiaGABine",
    "tiZANidine",         "TOLAZamide",         "TOLBUTamide",    "traMADol",
    "traZODone",          "valACYclovir",       "valGANciclovir", "vinBLAStine",
    "vinCRIStine",
};
constexpr std::array sides{"right", "left", "bilateral", "bilaterally"};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isOneOf(const auto &list, QStringView word)
{
    return std::ranges::any_of(list, [&](const char *one) { return word == QLatin1String(one); });
}

// What lies between blanks and sentence marks; "Q.D." and "mg/kg" are one.
struct Token {
    qsizetype start = 0;
    QStringView text;
};

bool isPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u'/' || c == u'%' || c == u'@';
}

std::vector<Token> tokensOf(QStringView text)
{
    std::vector<Token> tokens;
    for (qsizetype at = 0; at < text.size();) {
        if (!isPart(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && isPart(text[end]))
            ++end;
        qsizetype last = end; // a full stop at the end is the sentence's, except of an abbreviation: "q.d."
        const QStringView whole = text.sliced(at, end - at);
        if (whole.endsWith(u'.') && (whole.count(u'.') == 1 || std::any_of(whole.begin(), whole.end(), isDigit)))
            --last;
        if (last > at)
            tokens.push_back({at, text.sliced(at, last - at)});
        at = end;
    }
    return tokens;
}

// Digits and at most one point: how many characters of the token are a number.
qsizetype numberLength(QStringView token)
{
    qsizetype length = 0;
    bool hasPoint = false;
    while (length < token.size() && (isDigit(token[length]) || (token[length] == u'.' && !hasPoint))) {
        hasPoint = hasPoint || token[length] == u'.';
        ++length;
    }
    const bool hasDigit = std::any_of(token.begin(), token.begin() + length, isDigit);
    return hasDigit ? length : 0;
}

std::optional<QString> wrongNumber(QStringView number)
{
    const qsizetype point = number.indexOf(u'.');
    if (point == 0)
        return u'0' + number.toString();
    const QStringView rest = point < 0 ? QStringView() : number.sliced(point + 1);
    // Zeros are miscounted without separators; shorter numbers are read at a glance.
    constexpr qsizetype longFrom = 5;
    if (point < 0 && number.size() >= longFrom) {
        QString grouped = number.toString();
        for (qsizetype at = grouped.size() - 3; at > 0; at -= 3)
            grouped.insert(at, u',');
        return grouped;
    }
    if (!rest.isEmpty() && std::all_of(rest.begin(), rest.end(), [](QChar c) { return c == u'0'; }))
        return number.first(point).toString();
    return std::nullopt;
}

struct Better {
    QString instead;
    bool isSure = true;
};

template <class List>
std::optional<Better> listed(const List &list, QStringView word)
{
    const auto found = std::ranges::find_if(list, [&](const Entry &e) { return word == QLatin1String(e.written); });
    if (found == list.end())
        return std::nullopt;
    return Better{QString(QLatin1String(found->instead)), found->isSure};
}

bool isMicrogram(QStringView word)
{
    return word == u"\u00b5g" || word == u"\u03bcg";
}

class Scanner
{
public:
    explicit Scanner(QStringView text) : tokens_(tokensOf(text)) {}

    std::vector<ErrorProne> run()
    {
        for (std::size_t i = 0; i < tokens_.size(); ++i)
            take(i);
        return std::move(found_);
    }

private:
    void add(qsizetype start, qsizetype length, const QString &instead, bool isSure = true)
    {
        found_.push_back({static_cast<int>(start), static_cast<int>(length), instead, isSure});
    }

    void take(std::size_t i)
    {
        const auto &[start, token] = tokens_[i];
        const qsizetype digits = numberLength(token);
        const QStringView unit = token.sliced(digits);
        if (digits > 0) {
            const bool isDose = unit.isEmpty() ? isUnit(i + 1) : isUnitWord(unit);
            if (const auto better = wrongNumber(token.first(digits)); better && isDose)
                add(start, digits, *better);
            if (!unit.isEmpty())
                takeUnit(start + digits, unit);
            return;
        }
        if (i > 0 && endsInNumber(i - 1) && takeUnit(start, token))
            return;
        if (token == u"@")
            add(start, 1, QStringLiteral("at"));
        else if (isMicrogram(token))
            add(start, token.size(), QStringLiteral("mcg"));
        else if (token == u"MS" && i + 1 < tokens_.size() && numberLength(tokens_[i + 1].text) > 0)
            add(start, token.size(), QStringLiteral("morphine sulfate"));
        else if (const auto better = listed(words, token))
            add(start, token.size(), better->instead, better->isSure);
    }

    bool takeUnit(qsizetype start, QStringView unit)
    {
        const auto better =
            isMicrogram(unit) ? std::optional(Better{QStringLiteral("mcg")}) : listed(afterNumber, unit);
        if (better)
            add(start, unit.size(), better->instead);
        return better.has_value();
    }

    [[nodiscard]] static bool isUnitWord(QStringView word) { return isOneOf(units, word) || isMicrogram(word); }
    [[nodiscard]] bool isUnit(std::size_t i) const { return i < tokens_.size() && isUnitWord(tokens_[i].text); }
    [[nodiscard]] bool endsInNumber(std::size_t i) const
    {
        const QStringView token = tokens_[i].text;
        return numberLength(token) == token.size();
    }

    std::vector<Token> tokens_;
    std::vector<ErrorProne> found_;
};

bool isWordEdge(const QString &text, qsizetype at)
{
    return at < 0 || at >= text.size() || !text[at].isLetter();
}

} // namespace

std::vector<ErrorProne> errorProneIn(QStringView text)
{
    return Scanner(text).run();
}

QString writtenOut(const QString &text)
{
    QString written = text;
    const auto found = errorProneIn(text);
    for (auto notation = found.rbegin(); notation != found.rend(); ++notation)
        if (notation->isReplaceable) {
            // "10U" becomes "10 units": a word does not stick to a number.
            const bool sticks =
                notation->start > 0 && isDigit(text[notation->start - 1]) && !isDigit(notation->instead.front());
            written.replace(notation->start, notation->length,
                            sticks ? QString(u' ') + notation->instead : notation->instead);
        }
    return written;
}

QString warning(QStringView text, const ErrorProne &notation)
{
    return Notation::tr("\u201c%1\u201d can be misread: %2")
        .arg(text.mid(notation.start, notation.length).toString(), notation.instead);
}

QString holdDoses(QString text)
{
    const auto tokens = tokensOf(text);
    std::vector<qsizetype> blanks;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const Token &number = tokens[i - 1];
        const qsizetype end = number.start + number.text.size();
        const bool isNext = tokens[i].start == end + 1 && text[end] == u' ';
        if (isNext && isDigit(number.text.back()) && (isOneOf(units, tokens[i].text) || isMicrogram(tokens[i].text)))
            blanks.push_back(end);
    }
    for (const qsizetype at : blanks)
        text[at] = nbsp;
    return text;
}

QString tallMan(QString text)
{
    for (const char *const name : tallNames) {
        const QLatin1String tall(name);
        for (qsizetype at = text.indexOf(tall, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(tall, at + tall.size(), Qt::CaseInsensitive))
            if (isWordEdge(text, at - 1) && isWordEdge(text, at + tall.size()))
                text.replace(at, tall.size(), tall);
    }
    return text;
}

QString emphasisedSides(QString text)
{
    for (const char *const word : sides) {
        const QLatin1String side(word);
        for (qsizetype at = text.indexOf(side, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(side, at + side.size(), Qt::CaseInsensitive))
            if (isWordEdge(text, at - 1) && isWordEdge(text, at + side.size()))
                text.replace(at, side.size(), text.mid(at, side.size()).toUpper());
    }
    return text;
}

QString clinicalLine(QString text)
{
    return holdDoses(emphasisedSides(tallMan(std::move(text))));
}

} // namespace countersign::text
