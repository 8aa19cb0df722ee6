#include "app/console/spelling/hunspell_checker.hpp"

#include "app/console/spelling/hunspell_asker.hpp"
#include "app/console/spelling/hunspell_worker.hpp"

#include <QFileInfo>
#include <QThread>

// Resources of a static library are linked only where they are named.
static void initWords()
{
    Q_INIT_RESOURCE(words);
}

namespace countersign::console
{
namespace
{

class HunspellChecker : public presenters::WordChecker
{
public:
    explicit HunspellChecker(const QStringList &dictionaries) : worker_(std::make_unique<HunspellWorker>(dictionaries))
    {
        initWords();
        worker_->moveToThread(&thread_);
        QObject::connect(&asker_, &HunspellAsker::checkAsked, worker_.get(), &HunspellWorker::check);
        QObject::connect(&asker_, &HunspellAsker::suggestAsked, worker_.get(), &HunspellWorker::suggest);
        thread_.start(QThread::LowPriority);
    }
    HunspellChecker(const HunspellChecker &) = delete;
    HunspellChecker &operator=(const HunspellChecker &) = delete;
    ~HunspellChecker() override
    {
        thread_.quit();
        thread_.wait();
    }

    void listen(Checked checked, Suggested suggested) override
    {
        QObject::connect(worker_.get(), &HunspellWorker::checked, &asker_, std::move(checked));
        QObject::connect(worker_.get(), &HunspellWorker::suggested, &asker_, std::move(suggested));
    }
    void check(const QStringList &words) override { Q_EMIT asker_.checkAsked(words); }
    void suggest(const QString &word) override { Q_EMIT asker_.suggestAsked(word); }

private:
    HunspellAsker asker_; // lives in the gui thread
    QThread thread_;
    std::unique_ptr<HunspellWorker> worker_;
};

} // namespace

std::shared_ptr<presenters::WordChecker> checkWithHunspell(const QStringList &dictionaries)
{
    return std::make_shared<HunspellChecker>(dictionaries);
}

QStringList installedDictionaries()
{
    QStringList found;
    for (const char *const folder : {"/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling"})
        for (const char *const name : {"en_US", "en_GB"})
            if (const QString path = QLatin1String(folder) + u'/' + QLatin1String(name);
                QFileInfo::exists(path + QStringLiteral(".dic")))
                found << path;
    return found;
}

} // namespace countersign::console
