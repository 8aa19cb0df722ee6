// Search over 500 sources as it is typed: from the words to the places that are listed, against the bare full-text
// query (SQLite FTS5 in memory, not encrypted, prefix of the last word, with its snippet) on the same texts.
// Budget: 1.5 times. Also what reading 500 sources in costs.
#include "ui/presenters/source_search.hpp"

#include <QElapsedTimer>
#include <QString>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace countersign;

namespace
{

constexpr int sources = 500, paragraphs = 30, words = 30, vocabulary = 8000, rounds = 400;

double median(std::vector<double> values, double at = 0.5)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * at)];
}

// Words as often as words are: the n-th is n times rarer than the first.
class Author
{
public:
    Author()
    {
        for (int i = 0; i < vocabulary; ++i) {
            std::string word;
            for (int letter = 0; letter < 3 + static_cast<int>(dice_() % 8); ++letter)
                word += static_cast<char>('a' + dice_() % 26);
            words_.push_back(word);
            weights_.push_back(1.0 / (i + 1));
        }
        choose_ = std::discrete_distribution<std::size_t>(weights_.begin(), weights_.end());
    }
    const std::string &word() { return words_[choose_(dice_)]; }
    std::string paragraph()
    {
        std::string text;
        for (int i = 0; i < words; ++i)
            text += word() + ' ';
        return text;
    }

private:
    std::mt19937 dice_{11};
    std::vector<std::string> words_;
    std::vector<double> weights_;
    std::discrete_distribution<std::size_t> choose_;
};

struct Bare {
    sqlite3 *database = nullptr;
    sqlite3_stmt *query = nullptr;

    Bare()
    {
        sqlite3_open(":memory:", &database);
        run("CREATE VIRTUAL TABLE t USING fts5(source UNINDEXED, body, prefix='2 3')");
        run("BEGIN");
    }
    void run(const char *sql)
    {
        if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            std::abort();
    }
    void add(int source, const std::string &text)
    {
        sqlite3_stmt *put = nullptr;
        sqlite3_prepare_v2(database, "INSERT INTO t VALUES(?, ?)", -1, &put, nullptr);
        sqlite3_bind_int(put, 1, source);
        sqlite3_bind_text(put, 2, text.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_step(put);
        sqlite3_finalize(put);
    }
    void end()
    {
        run("COMMIT");
        sqlite3_prepare_v2(database, "SELECT source, snippet(t, 1, '[', ']', '', 16) FROM t WHERE t MATCH ? LIMIT 500",
                           -1, &query, nullptr);
    }
    std::size_t find(const std::string &typed)
    {
        const std::string match = "\"" + typed + "\"*";
        sqlite3_bind_text(query, 1, match.c_str(), -1, SQLITE_TRANSIENT);
        std::size_t rows = 0;
        while (sqlite3_step(query) == SQLITE_ROW)
            ++rows;
        sqlite3_reset(query);
        return rows;
    }
};

} // namespace

int main()
{
    Author author;
    Bare bare;
    presenters::SourceSearch search;
    double reading = 0, slowest = 0;
    std::size_t bytes = 0;
    for (int i = 0; i < sources; ++i) {
        presenters::TextBlocks blocks;
        for (int k = 0; k < paragraphs; ++k) {
            presenters::TextBlock block;
            const std::string text = author.paragraph();
            bytes += text.size();
            bare.add(i, text);
            block.text = QString::fromStdString(text);
            blocks.push_back(std::move(block));
        }
        presenters::SourcePage page;
        page.origins.resize(blocks.size());
        page.blocks = std::make_shared<const presenters::TextBlocks>(std::move(blocks));
        QElapsedTimer clock;
        clock.start();
        search.add(domain::SourceId(std::to_string(i)), page);
        const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        reading += took;
        slowest = std::max(slowest, took);
    }
    bare.end();
    std::vector<double> theirs, ours, ratios;
    for (int i = 0; i < rounds; ++i) {
        std::string typed = author.word();
        if (i % 3 == 0)
            typed.resize(std::min<std::size_t>(typed.size(), 3)); // still being typed
        QElapsedTimer clock;
        clock.start();
        const std::size_t rows = bare.find(typed);
        theirs.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        clock.restart();
        const auto found = search.find(QString::fromStdString(typed));
        ours.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        if (rows > 0 && found.hits.empty())
            return 1;
    }
    std::printf(
        "search over %d sources, %.1f MB, %d queries: bare FTS5 p50 %.3f ms p95 %.3f ms; ours p50 %.3f ms p95 %.3f ms; "
        "ratio p50 %.2f p95 %.2f (budget 1.5); reading in %.0f ms in all, %.2f ms the slowest source\n",
        sources, static_cast<double>(bytes) / 1e6, rounds, median(theirs), median(theirs, 0.95), median(ours),
        median(ours, 0.95), median(ours) / median(theirs), median(ours, 0.95) / median(theirs, 0.95), reading, slowest);
    return 0;
}
