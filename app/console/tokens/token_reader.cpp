#include "app/console/tokens/token_reader.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace countersign::console
{
namespace
{

using ports::AuthenticatorFault;

struct Job {
    std::uint64_t request = 0;
    std::shared_ptr<SecretBytes> pin;
    std::string bytes;
};

} // namespace

// What both threads hold: the reader may go while its module does not come back.
struct TokenReader::Shared {
    std::shared_ptr<ports::Authenticator> token; // the reader's thread alone
    std::optional<ports::AuthenticatorIdentity> known;
    bool wasThere = false;

    std::mutex mutex; // for the rest
    std::condition_variable woken;
    Tell tell;
    std::optional<Job> job;
    std::uint64_t answered = 0; // the request whose answer is waited for; 0: none
    bool isEnding = false;
    bool isOver = false;

    void say(ports::TokenEvent event)
    {
        const std::lock_guard lock(mutex);
        if (!isEnding)
            tell(std::move(event));
    }
    void answer(std::uint64_t request, ports::TokenEvent event)
    {
        const std::lock_guard lock(mutex);
        if (isEnding || answered != request)
            return;
        answered = 0;
        tell(std::move(event));
    }
    void look(bool isThorough);
    void work(const Job &job);
    void run(milliseconds every);
};

// A token may be changed for another between two looks: a thorough one finds that out, before it is asked to sign.
void TokenReader::Shared::look(bool isThorough)
{
    const bool isThere = token->isPresent();
    if (isThere && wasThere && !isThorough)
        return;
    auto identity = isThere ? token->identify() : failure(AuthenticatorFault::Absent);
    const bool isThereStill = isThere && (identity || identity.error() != AuthenticatorFault::Absent);
    const auto now = identity ? std::optional(std::move(*identity)) : std::nullopt;
    const bool isOther = wasThere && isThereStill && now != known;
    if (wasThere && (!isThereStill || isOther))
        say(ports::TokenGone{});
    if (isThereStill && (!wasThere || isOther)) {
        if (now)
            say(ports::TokenSeen{*now});
        else
            say(ports::TokenUnusable{identity.error()});
    }
    wasThere = isThereStill;
    known = now;
}

void TokenReader::Shared::work(const Job &todo)
{
    const auto shown = known;
    look(true);
    // The PIN goes to the token that the person was shown, and to no other.
    if (shown && known && shown != known)
        return answer(todo.request, ports::TokenRefused{todo.request, AuthenticatorFault::Absent});
    if (!known)
        return answer(todo.request, ports::TokenRefused{todo.request, wasThere ? AuthenticatorFault::NoKey
                                                                               : AuthenticatorFault::Absent});
    const auto signature = token->sign(todo.pin->view(), asBytes(todo.bytes));
    if (signature)
        answer(todo.request, ports::TokenSigned{todo.request, *signature});
    else
        answer(todo.request, ports::TokenRefused{todo.request, signature.error()});
}

void TokenReader::Shared::run(milliseconds every)
{
    std::unique_lock lock(mutex);
    while (!isEnding) {
        auto todo = std::exchange(job, std::nullopt);
        lock.unlock();
        if (todo)
            work(*todo);
        else
            look(false);
        todo.reset(); // and with it the PIN
        lock.lock();
        woken.wait_for(lock, every, [this] { return isEnding || job; });
    }
    isOver = true;
    woken.notify_all();
}

TokenReader::TokenReader(std::shared_ptr<ports::Authenticator> token, Tell tell, milliseconds every)
    : shared_(std::make_shared<Shared>())
{
    shared_->token = std::move(token);
    shared_->tell = std::move(tell);
    thread_ = std::thread([shared = shared_, every] { shared->run(every); });
}

TokenReader::~TokenReader()
{
    std::unique_lock lock(shared_->mutex);
    shared_->isEnding = true;
    shared_->job.reset();
    shared_->tell = {};
    shared_->woken.notify_all();
    const bool isOver = shared_->woken.wait_for(lock, std::chrono::seconds(1), [this] { return shared_->isOver; });
    lock.unlock();
    if (isOver)
        thread_.join();
    else
        thread_.detach();
}

void TokenReader::sign(std::uint64_t request, std::shared_ptr<SecretBytes> pin, std::string bytes)
{
    const std::lock_guard lock(shared_->mutex);
    shared_->job = Job{request, std::move(pin), std::move(bytes)};
    shared_->answered = request;
    shared_->woken.notify_all();
}

void TokenReader::abandon()
{
    const std::lock_guard lock(shared_->mutex);
    shared_->job.reset();
    shared_->answered = 0;
}

} // namespace countersign::console
