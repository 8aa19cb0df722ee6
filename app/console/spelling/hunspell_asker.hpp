// What the gui thread asks of the spell check's own thread, as signals.
#pragma once

#include <QObject>
#include <QStringList>

namespace countersign::console
{

class HunspellAsker : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void checkAsked(const QStringList &words);
    void suggestAsked(const QString &word);
};

} // namespace countersign::console
