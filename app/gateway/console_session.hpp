// One console on its stream (core/protocol/messages.hpp), without a socket: messages in, messages out. All of it runs
// on the connection's strand; what needs the disk or a password is asked of a worker and comes back to the strand.
#pragma once

#include "app/gateway/services.hpp"
#include "core/protocol/messages.hpp"

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::gateway
{

// What a session asks of its connection. On the strand, but for post.
class StreamLink
{
public:
    virtual ~StreamLink() = default;
    virtual void send(std::string frame) = 0;
    [[nodiscard]] virtual std::size_t queuedBytes() const = 0;
    // Closes when everything queued is sent, or after a moment.
    virtual void finish() = 0;
    // Runs it on the strand, if the connection is still there. Any thread.
    virtual void post(std::function<void()> job) = 0;
};

class ConsoleSession final : public ListedSession, public std::enable_shared_from_this<ConsoleSession>
{
public:
    ConsoleSession(Services &services, std::shared_ptr<StreamLink> link);
    ~ConsoleSession() override;

    void onText(std::string_view frame);
    void onBinary() { end("protocol", "Only text is spoken here."); }
    // The queue of frames ran low.
    void onWritable() { pump(); }
    // About every second.
    void onTick();
    // While true the connection reads nothing more: the other side has to wait (flow control by TCP).
    [[nodiscard]] bool isFull() const { return asked_ >= askedMax; }

    void nudge() override;
    void dismiss(std::string_view reason) override;
    void lockDesk() override;

private:
    static constexpr int askedMax = 64; // messages that wait for a worker

    enum class Stage { Hello, SigningIn, Checking, Enrolling, SignedIn, Following, Ended };
    // A snapshot on its way: rows after `after` as they were at `position`.
    struct SnapshotRun {
        std::int64_t position = 0, after = 0, count = 0;
    };
    // An item on its way in parts.
    struct ItemRun {
        domain::ItemId id;
        std::int64_t revision = 1, index = 0, count = 1;
        std::string canonical;
        std::size_t sent = 0;
        std::optional<std::vector<domain::Finding>> findings; // to be told after the last part
    };

    void handle(const protocol::ClientHello &hello);
    void handle(protocol::SignIn &request);
    void handle(const protocol::Resume &request);
    void handle(const protocol::Enrol &request);
    void handle(const protocol::Follow &follow);
    void handle(const protocol::Stored &stored);
    void handle(const protocol::FetchItem &request);
    void handle(protocol::SubmitDecision &request);
    void handle(protocol::SubmitEvents &batch);
    void handle(const protocol::ProveLog &asked);
    void handle(const protocol::ProveSigning &request);
    void handle(const protocol::BeginEmergency &request);
    void handle(const protocol::EndEmergency &);
    void handle(const protocol::ReplaceKey &request);
    void handle(const protocol::EnrolToken &request);
    void handle(const protocol::SeeNotice &request);
    void handle(const protocol::Ping &);
    void handle(const protocol::Pong &) {}
    void handle(const protocol::Bye &);
    // What only a gateway sends.
    template <class Other>
    void handle(const Other &)
    {
        end("protocol", "This message is not for a gateway.");
    }

    void say(const protocol::Message &message);
    void end(std::string_view reason, std::string_view detail);
    // Into this gateway's own trail: before anything else is said, or within a second.
    void note(domain::AuditEvent event, bool isUrgent);
    void refuseSignIn(std::string_view rule, std::chrono::seconds retryAfter = std::chrono::seconds(0));
    void refuseEntry(const domain::ReviewerId &user, const SignInRefusal &refusal);
    void signInByIssuer(const domain::ReviewerId &user, const std::string &token);
    // Who that is has been proved, by password or by the issuer.
    void admitKnown(const domain::ReviewerId &user);
    // What the store's thread answers to a request to come in.
    struct Entry {
        std::string_view refusal{}; // empty: none
        domain::Reviewer reviewer{};
        domain::KeyId kid{}; // of the device; empty: none yet
        std::string tokenKey{};
        std::vector<domain::Cover> covers{};
    };
    [[nodiscard]] static Entry entryOf(const Roll &roll, const domain::Reviewer &reviewer,
                                       const audit::RegisteredKey *key, Instant now);
    void admit(const Entry &entry);
    void keepProof(const domain::Digest &nonce, Instant authTime, const std::string &acr);
    void endEmergency(const char *why);
    void beginSnapshot();
    // To a supervisor who follows, and whose console takes them.
    void tellNotices();
    // This person's key on this device, from now on.
    [[nodiscard]] audit::RegisteredKey keyFrom(const crypto::PublicKey &publicKey) const;
    [[nodiscard]] Sight sight() const { return {reviewer_.role, emergencyUntil_.has_value()}; }
    void leave();
    [[nodiscard]] bool isIn(Stage stage);
    [[nodiscard]] bool isSignedIn();
    [[nodiscard]] bool isProof(const crypto::PublicKey &key, const domain::ReviewerId &user,
                               std::string_view signature) const;

    // Sends as much as the other side has room for.
    void pump();
    void pumpItem();
    void fetchPage();
    void takeChanges(const Stored<ChangePage> &page);
    void takeSnapshotPage(const Stored<ChangePage> &page);

    // Runs `job` on a worker and `then`, with what it returned, back on the strand.
    template <class Job, class Then>
    void ask(Worker &worker, Job job, Then then);

    Services &services_;
    std::shared_ptr<StreamLink> link_;
    Stage stage_ = Stage::Hello;
    domain::DeviceId device_;
    bool takesNotices_ = false;
    std::int64_t noticesTold_ = -1; // Services::notices, when they were asked for last
    std::string nonce_;
    domain::Reviewer reviewer_;
    domain::KeyId kid_;                     // of this link; empty until one is enrolled
    std::optional<Instant> emergencyUntil_; // broken glass
    std::string token_;                     // for HTTP, while this session lives
    std::int64_t sentPosition_ = 0;         // the console was told everything up to here
    std::deque<std::int64_t> unstored_;     // ends of the batches that it has not stored yet
    std::optional<SnapshotRun> snapshot_;
    std::deque<ItemRun> items_;
    bool isFetching_ = false;
    int snapshots_ = 0;        // that were begun anew: what was asked for before is dropped
    bool mayHaveMore_ = false; // the queue moved since the last page was asked for
    std::atomic<bool> isNudged_{false};
    int asked_ = 0;
    std::int64_t beganMs_, heardMs_, storedMs_;
    bool isProbed_ = false;
    bool isCounted_ = false;
};

template <class Job, class Then>
void ConsoleSession::ask(Worker &worker, Job job, Then then)
{
    ++asked_;
    auto self = shared_from_this();
    const bool isTaken = worker.offer([self, job = std::move(job), then = std::move(then)]() mutable {
        auto result = job();
        self->link_->post([self, then = std::move(then), result = std::move(result)]() mutable {
            --self->asked_;
            if (self->stage_ != Stage::Ended)
                then(std::move(result));
        });
    });
    if (isTaken)
        return;
    --asked_;
    end("limits", "The gateway is too busy; try again later.");
}

} // namespace countersign::gateway
