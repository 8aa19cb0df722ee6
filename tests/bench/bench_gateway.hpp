// A real gateway on loopback for benches that need one, with one agent and one clinician, and what its agent proposes.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace countersign::bench
{

inline constexpr int patienceMs = 30'000;
inline const QByteArray password = "a bench has no patients";

// A gateway in a folder of its own, with one agent and one clinician; it ends with this value.
class Gateway
{
public:
    Gateway() : program_(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/countersign-gateway"))
    {
        run({QStringLiteral("init"), QStringLiteral("--data"), data()});
        token_ =
            run({QStringLiteral("agent"), QStringLiteral("add"), QStringLiteral("scribe"), QStringLiteral("--data"),
                 data(), QStringLiteral("--workflow"), QStringLiteral("clinical-documentation")})
                .trimmed();
        run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("reader"), QStringLiteral("--data"), data(),
             QStringLiteral("--name"), QStringLiteral("A Reader"), QStringLiteral("--role"),
             QStringLiteral("clinician"), QStringLiteral("--password-stdin")},
            password + '\n');
        server_.start(program_, {QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                                 QStringLiteral("127.0.0.1:0")});
        server_.waitForReadyRead(patienceMs);
        const QByteArray line = server_.readLine();
        url_ = QString::fromUtf8(line.mid(line.indexOf("https")).trimmed());
    }
    ~Gateway()
    {
        server_.terminate();
        server_.waitForFinished(patienceMs);
    }
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;

    [[nodiscard]] QString url() const { return url_; }
    [[nodiscard]] QByteArray token() const { return token_; }
    [[nodiscard]] QString caFile() const { return data() + QStringLiteral("/ca.pem"); }
    [[nodiscard]] QString folder() const { return folder_.path(); }

private:
    [[nodiscard]] QString data() const { return folder_.filePath(QStringLiteral("gateway")); }
    QByteArray run(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(program_, words);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(patienceMs);
        return process.readAllStandardOutput();
    }

    QTemporaryDir folder_;
    QString program_, url_;
    QByteArray token_;
    QProcess server_;
};

inline QByteArray proposal(int number)
{
    return QByteArray(R"({"schema":"countersign.proposal/1","id":"bench-)") + QByteArray::number(number)
           + R"(","workflow":"clinical-documentation","action":{"type":"note.file","title":"Visit note","effect":"Files it."},)"
             R"("agent":{"id":"scribe","version":"1","model":"m"},"patient":{"id":"p","family":"Bench"},)"
             R"("proposedAt":"2026-11-02T09:00:00Z","draft":{"kind":"note","sections":[{"id":"s","title":"S","statements":)"
             R"([{"id":"st1","text":"Nothing."}]}]},"sources":[]})";
}

} // namespace countersign::bench
