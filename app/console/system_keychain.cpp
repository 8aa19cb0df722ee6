#include "app/console/system_keychain.hpp"

#include "app/console/bridge.hpp"
#include "app/console/secret_service.hpp"

#include <QtCore/QObject>
#include <qt6keychain/keychain.h>

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <vector>

namespace countersign::console
{
namespace
{

using ports::KeychainAnswer;
using ports::KeychainState;

const QString service = QStringLiteral("Countersign");

KeychainState stateFor(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainState::Found;
    case QKeychain::EntryNotFound:
        return KeychainState::Absent;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainState::Locked;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return KeychainState::Unreadable;
}

// QtKeychain's copy of the same bytes is wiped with it.
SecretBytes taken(const QByteArray &data)
{
    const auto size = static_cast<std::size_t>(data.size());
    auto secret = SecretBytes::copyOf(asBytes({data.constData(), size}));
    wipeMemory(const_cast<char *>(data.constData()), size);
    return secret;
}

using Promise = std::shared_ptr<std::promise<KeychainAnswer>>;

struct DeletedLater {
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

// On the keychain's thread.
class KeychainJobs : public QObject
{
public:
    void read(const QString &name, const Promise &promise)
    {
        begin<QKeychain::ReadPasswordJob>(name, [promise, name](QKeychain::ReadPasswordJob &job) {
            auto state = stateFor(job.error());
            if (state == KeychainState::Absent && isLockedAway(service, name))
                state = KeychainState::Locked; // it is there, and nobody opened it (6.1)
            promise->set_value({state, state == KeychainState::Found ? taken(job.binaryData()) : SecretBytes()});
        });
    }

    void write(const QString &name, const QByteArray &data, const std::function<void(KeychainState)> &done)
    {
        auto &job = begin<QKeychain::WritePasswordJob>(
            name, [done](QKeychain::WritePasswordJob &written) { done(stateFor(written.error())); }, false);
        job.setBinaryData(data);
        job.start();
    }

    void forget(const QString &name, const std::function<void()> &done)
    {
        begin<QKeychain::DeletePasswordJob>(name, [done](const QKeychain::DeletePasswordJob &) { done(); });
    }

    // One write of a name at a time; the newest text waits for it.
    void writeNewest(const QString &name, QByteArray text)
    {
        const auto [waiting, isIdle] = waiting_.try_emplace(name);
        if (!isIdle) {
            waiting->second = std::move(text);
            return;
        }
        write(name, text, [this, name](KeychainState) {
            const auto next = waiting_.extract(name).mapped();
            if (!next.isEmpty())
                writeNewest(name, next);
        });
    }

private:
    template <class Job>
    Job &begin(const QString &name, std::function<void(Job &)> done, bool starts = true)
    {
        auto job = std::unique_ptr<Job, DeletedLater>(std::make_unique<Job>(service).release());
        Job &begun = *job;
        begun.setAutoDelete(false);
        begun.setInsecureFallback(false);
        begun.setKey(name);
        connect(&begun, &QKeychain::Job::finished, this, [this, &begun, done = std::move(done)] {
            done(begun);
            std::erase_if(jobs_, [&begun](const auto &one) { return one.get() == &begun; });
        });
        jobs_.push_back(std::move(job));
        if (starts)
            begun.start();
        return begun;
    }

    std::vector<std::unique_ptr<QObject, DeletedLater>> jobs_;
    std::map<QString, QByteArray> waiting_; // empty: nothing after what is under way
};

SystemKeychain::SystemKeychain(std::chrono::milliseconds patience) : patience_(patience)
{
    auto jobs = std::make_unique<KeychainJobs>();
    jobs->moveToThread(&thread_);
    jobs_ = jobs.release();
    QObject::connect(&thread_, &QThread::finished, jobs_, &QObject::deleteLater);
    thread_.start();
}

SystemKeychain::~SystemKeychain()
{
    thread_.quit();
    thread_.wait();
}

KeychainAnswer SystemKeychain::read(const std::string &name)
{
    auto promise = std::make_shared<std::promise<KeychainAnswer>>();
    auto answer = promise->get_future();
    Bridge::toQt(jobs_, [jobs = jobs_, key = QString::fromStdString(name), promise] { jobs->read(key, promise); });
    if (answer.wait_for(patience_) != std::future_status::ready)
        return {};
    return answer.get();
}

KeychainState SystemKeychain::keep(const std::string &name, BytesView secret)
{
    auto promise = std::make_shared<std::promise<KeychainState>>();
    auto answer = promise->get_future();
    const auto data = std::make_shared<SecretBytes>(SecretBytes::copyOf(secret));
    Bridge::toQt(jobs_, [jobs = jobs_, key = QString::fromStdString(name), data, promise] {
        const auto text = asText(data->view());
        const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
        jobs->write(key, bytes, [bytes, promise](KeychainState state) {
            wipeMemory(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
            promise->set_value(state);
        });
    });
    if (answer.wait_for(patience_) != std::future_status::ready)
        return KeychainState::Unreadable;
    return answer.get();
}

void SystemKeychain::forget(const std::string &name)
{
    auto promise = std::make_shared<std::promise<void>>();
    const auto answer = promise->get_future();
    Bridge::toQt(jobs_, [jobs = jobs_, key = QString::fromStdString(name), promise] {
        jobs->forget(key, [promise] { promise->set_value(); });
    });
    static_cast<void>(answer.wait_for(patience_)); // a program that ends at once would leave it there
}

void SystemKeychain::keepLater(const std::string &name, std::string text)
{
    Bridge::toQt(jobs_, [jobs = jobs_, key = QString::fromStdString(name), data = QByteArray::fromStdString(text)] {
        jobs->writeNewest(key, data);
    });
}

} // namespace countersign::console
