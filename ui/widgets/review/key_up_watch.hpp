// Whether the keys that were down when something changed have been let go of since: a key that is held, or pressed a
// little too long, must not act on what came under it. gui thread.
#pragma once

#include <QObject>

#include <set>

namespace countersign::widgets
{

class KeyUpWatch : public QObject
{
    Q_OBJECT

public:
    // Watches the application's keys for as long as it lives.
    explicit KeyUpWatch(QObject *parent = nullptr);

    // From now on, what is down counts as held over.
    void arm() { heldOver_ = down_; }
    [[nodiscard]] bool isQuiet() const { return heldOver_.empty(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::set<int> down_, heldOver_;
};

} // namespace countersign::widgets
