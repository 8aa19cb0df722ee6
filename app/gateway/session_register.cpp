#include "app/gateway/session_register.hpp"

namespace countersign::gateway
{

void SessionRegister::enter(const Seat &seat, const std::shared_ptr<ListedSession> &session)
{
    std::shared_ptr<ListedSession> before;
    {
        const std::lock_guard lock(mutex_);
        auto &place = sessions_[seat];
        before = place.lock();
        place = session;
    }
    if (before && before != session)
        before->dismiss("replaced");
}

void SessionRegister::leave(const Seat &seat, const ListedSession *session)
{
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(seat);
    if (found == sessions_.end())
        return;
    const auto there = found->second.lock();
    if (!there || there.get() == session)
        sessions_.erase(found);
}

std::vector<std::shared_ptr<ListedSession>> SessionRegister::everybody() const
{
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<ListedSession>> all;
    for (const auto &[seat, place] : sessions_) {
        if (auto session = place.lock())
            all.push_back(std::move(session));
    }
    return all;
}

void SessionRegister::nudgeAll()
{
    for (const auto &session : everybody())
        session->nudge();
}

std::vector<std::shared_ptr<ListedSession>> SessionRegister::seatsOf(const domain::ReviewerId &person) const
{
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<ListedSession>> theirs;
    for (const auto &[seat, place] : sessions_)
        if (auto session = seat.second == person ? place.lock() : nullptr)
            theirs.push_back(std::move(session));
    return theirs;
}

void SessionRegister::lockDesksOf(const domain::ReviewerId &person)
{
    for (const auto &session : seatsOf(person))
        session->lockDesk();
}

void SessionRegister::dismissSeatsOf(const domain::ReviewerId &person, std::string_view reason)
{
    for (const auto &session : seatsOf(person))
        session->dismiss(reason);
}

void SessionRegister::dismissAll(std::string_view reason)
{
    for (const auto &session : everybody())
        session->dismiss(reason);
}

std::size_t SessionRegister::size() const
{
    const std::lock_guard lock(mutex_);
    return sessions_.size();
}

} // namespace countersign::gateway
