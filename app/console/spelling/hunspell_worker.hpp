// The part of the spell check that lives on its own thread.
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

class Hunspell;

namespace countersign::console
{

class HunspellWorker : public QObject
{
    Q_OBJECT

public:
    explicit HunspellWorker(QStringList dictionaries);
    ~HunspellWorker() override;

    void check(const QStringList &words);
    void suggest(const QString &word);

Q_SIGNALS:
    void checked(const QStringList &known, const QStringList &unknown);
    void suggested(const QString &word, const QStringList &instead);

private:
    void load();
    [[nodiscard]] bool isKnown(const QString &word) const;

    QStringList paths_;
    bool isLoaded_ = false;
    std::vector<std::unique_ptr<Hunspell>> dictionaries_;
    QSet<QString> medical_;
};

} // namespace countersign::console
