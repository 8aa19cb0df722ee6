// The consoles that are signed in: one session for a person at a device. Any thread.
#pragma once

#include "core/domain/ids.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace countersign::gateway
{

// What the register asks of a session, from any thread.
class ListedSession
{
public:
    virtual ~ListedSession() = default;
    // The queue changed: fetch when there is room.
    virtual void nudge() = 0;
    // Say the reason and close.
    virtual void dismiss(std::string_view reason) = 0;
    // The desk is to lock.
    virtual void lockDesk() = 0;
};

// One person at one device.
using Seat = std::pair<domain::DeviceId, domain::ReviewerId>;

class SessionRegister
{
public:
    // The session that was there before in this seat is dismissed as replaced.
    void enter(const Seat &seat, const std::shared_ptr<ListedSession> &session);
    // Only where it is still that session.
    void leave(const Seat &seat, const ListedSession *session);
    void nudgeAll();
    // Wherever that person sits.
    void lockDesksOf(const domain::ReviewerId &person);
    // Wherever that person sits.
    void dismissSeatsOf(const domain::ReviewerId &person, std::string_view reason);
    void dismissAll(std::string_view reason);
    [[nodiscard]] std::size_t size() const;

private:
    [[nodiscard]] std::vector<std::shared_ptr<ListedSession>> everybody() const;
    [[nodiscard]] std::vector<std::shared_ptr<ListedSession>> seatsOf(const domain::ReviewerId &person) const;

    mutable std::mutex mutex_;
    std::map<Seat, std::weak_ptr<ListedSession>> sessions_;
};

} // namespace countersign::gateway
