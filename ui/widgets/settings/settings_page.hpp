// What a person sets for themselves on this device: how it looks, and every key. gui thread.
#pragma once

#include "ui/presenters/appearance.hpp"
#include "ui/presenters/key_book.hpp"

#include <QWidget>

#include <map>
#include <memory>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace countersign::widgets
{

class KeyField;
class TrustSection;

class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(std::shared_ptr<presenters::KeyBook> keys, presenters::Preferences preferences,
                 QWidget *parent = nullptr);

    void takeFocus();
    [[nodiscard]] TrustSection &trust() { return *trust_; }

Q_SIGNALS:
    // Kept already.
    void appearanceChanged(const presenters::Appearance &appearance);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct KeyRow {
        KeyField *field = nullptr;
        QPushButton *reset = nullptr;
        QLabel *objection = nullptr;
        QLabel *title = nullptr;
    };

    [[nodiscard]] QWidget *makeAppearance();
    [[nodiscard]] QWidget *makeKeys();
    [[nodiscard]] QWidget *makeKeyRow(presenters::Gesture gesture);
    template <class Value, class Choose>
    QWidget *makeChoices(const QString &name, const std::vector<std::pair<Value, QString>> &choices, Value now,
                         Choose choose);
    void setAppearance(const presenters::Appearance &appearance);
    void showKeys();

    std::shared_ptr<presenters::KeyBook> keys_;
    presenters::Preferences preferences_;
    presenters::Appearance appearance_;
    int percentAtStart_;
    TrustSection *trust_ = nullptr;
    QPushButton *first_ = nullptr;
    QLabel *later_ = nullptr;
    QCheckBox *singleKeys_ = nullptr;
    std::map<presenters::Gesture, KeyRow> rows_;
    int rowWidth_ = 0; // of the widest row on one line
};

} // namespace countersign::widgets
